// What a golden file asks to be run, and how the outcome is written down.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "process.h"

namespace biao::golden {

/// The commands of the first lines of `text`, as words after "biao"; `name` is the file's own name.
/// See tests/README.md for how they are written.
std::vector<std::vector<std::string>> commandsOf(std::string_view text, const std::string& name);

/// "$ biao ...", what it printed, "[exit N]".
std::string transcript(const std::vector<std::string>& words, const ProcessResult& run);

}  // namespace biao::golden

// The commands and their options, and the help about them, all from help.def.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"

namespace biao::cli {

enum class Topic {
    general,
#define COMMAND(symbol, operands) symbol,
#include "cli/help.def"
};

/// A command: a topic that is no other's, by its own word.
struct CommandRow {
    Topic topic;
    std::string_view word;
    bool many;  // takes more than one word beside its options
};
const std::vector<CommandRow>& commands();

/// The word of a command; empty for `general`.
std::string_view wordOf(Topic topic);

struct OptionRow {
    Topic topic;
    std::string_view spelled;         // --format, or -o, --output
    std::string_view name;            // the last of these
    bool alone;                       // takes no value
    std::vector<std::string> values;  // what it takes; empty: anything
    bool flag = false;                // takes nothing
};
/// All but -h, --help and --version, which are known to all.
const std::vector<OptionRow>& options();

std::string help(Topic topic, Language language);

}  // namespace biao::cli

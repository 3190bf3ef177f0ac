// Completion on the command line, as a script for each shell, from the table of commands. The
// scripts are in both languages and choose as the program does, by the locale.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/help.h"

namespace biao::cli {

/// Nothing where there is no script for that shell.
std::optional<std::string> completion(std::string_view shell);

std::string bashCompletion();
std::string zshCompletion();
std::string fishCompletion();

/// A command with what may follow it; `help` is one of them. Words before any command are those of
/// the one without a word.
struct Completed {
    std::string_view word;
    Localized summary;
    std::vector<OptionRow> options;
    std::vector<Taken> operands;
    bool many;
};
std::vector<Completed> completedCommands();

/// In single quotes, for any of these shells.
std::string inQuotes(std::string_view text);

std::string joined(const std::vector<std::string>& words, std::string_view between);

}  // namespace biao::cli

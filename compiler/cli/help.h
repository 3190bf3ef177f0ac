// The commands and their options, and the help about them, all from help.def.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"

namespace biao::cli {

enum class Topic {
    general,
    manual,  // what only the manual says
#define COMMAND(symbol, operands) symbol,
#include "cli/help.def"
};

/// What an option or an operand takes: one of these words, or anything of a kind.
struct Taken {
    std::string kind;                // "PATH"; empty where there are only words
    std::vector<std::string> words;  // "human", "json"
};

/// A command: a topic that is no other's, by its own word.
struct CommandRow {
    Topic topic;
    std::string_view word;
    std::vector<Taken> operands;  // in order
    bool many;                    // the last of them any number of times
};
const std::vector<CommandRow>& commands();

/// The word of a command; empty for `general`.
std::string_view wordOf(Topic topic);

struct OptionRow {
    Topic topic;
    std::string_view spelled;  // --format, or -o, --output
    std::string_view name;     // the last of these
    bool alone;                // takes no value
    Taken value;
    Localized text;  // what it does
};
/// All but -h, --help and --version, which are known to all.
const std::vector<OptionRow>& options();

/// The table as it stands, line by line.
struct HelpLine {
    enum class Kind { text, section, row };
    Topic topic;
    Kind kind;
    std::string left;  // of a row
    Localized text;
};
const std::vector<HelpLine>& helpLines();

/// What a command is for, in one line; of any word that stands after `biao` in the help.
Localized summaryOf(std::string_view word);

std::string help(Topic topic, Language language);

}  // namespace biao::cli

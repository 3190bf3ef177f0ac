// A command line, cut into what was given. What the values mean is for options.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "cli/help.h"
#include "cli/option_words.h"

namespace biao::cli {

struct UsageError {
    Localized what;  // empty where the help says it better
    Topic topic = Topic::general;
};

struct CommandLine {
    Topic topic = Topic::general;         // the command, or what help is wanted about
    const CommandRow* command = nullptr;  // none where only help or the version is wanted
    bool version = false;
    Words operands;
    std::optional<Words> tail;  // of diff: what stands behind --
    /// By their long names, in the order they stand in; one that takes no value has "true".
    std::vector<std::pair<std::string_view, std::string>> options;
    std::string dumped;  // of check: what --dump names

    bool isGiven(std::string_view option) const;
    /// The last of them; empty where none was given.
    std::string value(std::string_view option) const;
    Words values(std::string_view option) const;
};

/// Only options the command knows, each with a value it takes where its values are words.
std::variant<CommandLine, UsageError> cutCommandLine(Words words);

}  // namespace biao::cli

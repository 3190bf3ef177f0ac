#include "script.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

namespace biao::golden {

namespace {

using Words = std::vector<std::string>;

std::optional<std::string_view> after(std::string_view line,
                                      std::initializer_list<std::string_view> prefixes) {
    for (const auto prefix : prefixes) {
        if (line.starts_with(prefix)) {
            return line.substr(prefix.size());
        }
    }
    return std::nullopt;
}

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r");
    return begin == std::string_view::npos
               ? std::string_view()
               : text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

/// Separated by blanks; 'quotes' keep together what is inside.
Words split(std::string_view text) {
    Words words;
    bool quoted = false;
    bool inside = false;  // of a word
    for (const char byte : text) {
        if (!quoted && (byte == ' ' || byte == '\t')) {
            inside = false;
            continue;
        }
        if (!inside) {
            words.emplace_back();
            inside = true;
        }
        if (byte == '\'') {
            quoted = !quoted;
        } else {
            words.back().push_back(byte);
        }
    }
    return words;
}

/// Words as a shell would have to be given them.
std::string joined(const Words& words) {
    std::string line;
    for (const auto& word : words) {
        const bool plain = !word.empty() && word.find_first_of(" \t'") == std::string::npos;
        line += plain ? " " + word : " '" + word + "'";
    }
    return line;
}

void appendLines(std::string& out, std::string_view text, std::string_view prefix) {
    while (!text.empty()) {
        const auto end = text.find('\n');
        out.append(prefix).append(text.substr(0, end)).push_back('\n');
        if (end == std::string_view::npos) {
            out += "[no line end]\n";
            return;
        }
        text.remove_prefix(end + 1);
    }
}

}  // namespace

std::vector<Words> commandsOf(std::string_view text, const std::string& name) {
    std::vector<Words> commands;
    text = after(text, {"\xEF\xBB\xBF"}).value_or(text);
    while (text.starts_with("//")) {
        const auto end = text.find('\n');
        const auto comment = trimmed(text.substr(2, end == std::string_view::npos ? end : end - 2));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (const auto exact = after(comment, {"只运行:", "只运行：", "run only:"})) {
            commands.push_back(split(*exact));
        } else if (const auto line = after(comment, {"运行:", "运行：", "run:"})) {
            commands.push_back(split(*line));
            auto& words = commands.back();
            const auto place = std::find(words.begin(), words.end(), "%");
            if (place == words.end()) {
                words.push_back(name);
            } else {
                std::replace(place, words.end(), std::string("%"), name);
            }
        }
    }
    if (commands.empty()) {
        commands.push_back({"check", "--lang", "zh", name});
    }
    return commands;
}

std::string transcript(const Words& words, const ProcessResult& run) {
    std::string out = "$ biao" + joined(words) + "\n";
    appendLines(out, run.out, "");
    appendLines(out, run.err, "! ");
    if (run.tooLong) {
        out += "[took too long]\n";
    } else if (run.signal != 0) {
        out += "[signal " + std::to_string(run.signal) + "]\n";
    } else {
        out += "[exit " + std::to_string(run.exit) + "]\n";
    }
    return out;
}

}  // namespace biao::golden

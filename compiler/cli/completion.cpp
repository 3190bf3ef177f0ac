#include "cli/completion.h"

namespace biao::cli {

namespace {

/// -h, --help and --version, which stand in the table as rows: each command takes them.
std::vector<OptionRow> optionsOf(Topic topic) {
    std::vector<OptionRow> out;
    for (const OptionRow& row : options()) {
        if (row.topic == topic) out.push_back(row);
    }
    for (const HelpLine& line : helpLines()) {
        if (line.topic == topic && line.left == "-h, --help")
            out.push_back({topic, line.left, "--help", true, {}, line.text});
    }
    if (topic == Topic::general)
        out.push_back({topic, "--version", "--version", true, {}, summaryOf("--version")});
    return out;
}

}  // namespace

std::vector<Completed> completedCommands() {
    std::vector<std::string> words;
    std::vector<Completed> out(1);
    for (const CommandRow& row : commands()) {
        words.emplace_back(row.word);
        out.push_back(
            {row.word, summaryOf(row.word), optionsOf(row.topic), row.operands, row.many});
    }
    constexpr std::string_view help = "help";
    out.push_back({help, summaryOf(help), optionsOf(Topic::general), {{"", words}}, false});
    words.emplace_back(help);
    out.front() = {"", {}, optionsOf(Topic::general), {{"", std::move(words)}}, false};
    return out;
}

std::string inQuotes(std::string_view text) {
    std::string out = "'";
    for (const char byte : text)
        out += byte == '\'' ? "'\\''" : std::string(1, byte);
    return out + "'";
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
    std::string out;
    for (const auto& word : words)
        out.append(out.empty() ? "" : between).append(word);
    return out;
}

std::optional<std::string> completion(std::string_view shell) {
    if (shell == "bash") return bashCompletion();
    if (shell == "zsh") return zshCompletion();
    if (shell == "fish") return fishCompletion();
    return std::nullopt;
}

}  // namespace biao::cli

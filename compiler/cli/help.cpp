#include "cli/help.h"

#include <algorithm>
#include <cctype>

#include "base/columns.h"

namespace biao::cli {

namespace {

using Kind = HelpLine::Kind;

std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const auto end = std::min(text.find(at), text.size());
        out.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

/// "human|json"; a word in capitals stands for anything of that kind.
Taken takenBy(std::string_view text) {
    Taken taken;
    for (auto& word : split(text, '|')) {
        const bool kind = std::isupper(static_cast<unsigned char>(word.front())) != 0;
        if (kind) {
            taken.kind = std::move(word);
        } else {
            taken.words.push_back(std::move(word));
        }
    }
    return taken;
}

/// "CODE PATH..."
CommandRow commandTaking(Topic topic, std::string_view word, std::string_view operands) {
    constexpr std::string_view anyNumber = "...";
    CommandRow row{topic, word, {}, operands.ends_with(anyNumber)};
    if (row.many) operands.remove_suffix(anyNumber.size());
    for (const auto& one : split(operands, ' '))
        row.operands.push_back(takenBy(one));
    return row;
}

/// A word that C++ keeps for itself has a _ behind it as a symbol.
constexpr std::string_view withoutMark(std::string_view symbol) {
    if (symbol.ends_with('_')) symbol.remove_suffix(1);
    return symbol;
}

/// "--output" of "-o, --output".
std::string_view nameIn(std::string_view spelled) {
    const auto blank = spelled.rfind(' ');
    return blank == std::string_view::npos ? spelled : spelled.substr(blank + 1);
}

}  // namespace

const std::vector<HelpLine>& helpLines() {
    static const std::vector<HelpLine> all = {
#define SECTION(topic, zh, en) {Topic::topic, Kind::section, "", {zh, en}},
#define ROW(topic, left, zh, en) {Topic::topic, Kind::row, left, {zh, en}},
#define OPTION(topic, name, values, zh, en) \
    {Topic::topic, Kind::row, *(values) ? name " " values : (name), {zh, en}},
#define LINE(topic, zh, en) {Topic::topic, Kind::text, "", {zh, en}},
#include "cli/help.def"
    };
    return all;
}

const std::vector<CommandRow>& commands() {
    static const std::vector<CommandRow> all = {
#define COMMAND(symbol, operands) commandTaking(Topic::symbol, withoutMark(#symbol), operands),
#include "cli/help.def"
    };
    return all;
}

std::string_view wordOf(Topic topic) {
    for (const auto& command : commands()) {
        if (command.topic == topic) return command.word;
    }
    return {};
}

const std::vector<OptionRow>& options() {
    static const std::vector<OptionRow> all = {
#define OPTION(topic, name, values, zh, en) \
    {Topic::topic, name, nameIn(name), std::string_view(values).empty(), takenBy(values), {zh, en}},
#include "cli/help.def"
    };
    return all;
}

Localized summaryOf(std::string_view word) {
    const std::string begin = "biao " + std::string(word);
    for (const HelpLine& line : helpLines()) {
        if (line.topic == Topic::general && (line.left + " ").starts_with(begin + " "))
            return line.text;
    }
    return {};
}

std::string help(Topic topic, Language language) {
    Columns columns(2);
    for (const HelpLine& line : helpLines()) {
        if (line.topic != topic || line.kind != Kind::row) continue;
        std::vector<std::string> row{line.left};
        if (!line.text.zh.empty()) row.push_back(line.text.in(language));
        columns.add(std::move(row));
    }
    // All rows are aligned with each other, whatever stands between them.
    const std::string aligned = columns.text();
    std::size_t at = 0;
    std::string out;
    for (const HelpLine& line : helpLines()) {
        if (line.topic != topic) continue;
        if (line.kind == Kind::row) {
            const auto end = aligned.find('\n', at) + 1;
            out += aligned.substr(at, end - at);
            at = end;
        } else {
            out += (line.kind == Kind::section ? "\n" : "") + line.text.in(language) + "\n";
        }
    }
    return out;
}

}  // namespace biao::cli

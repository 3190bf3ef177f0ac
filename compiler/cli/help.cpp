#include "cli/help.h"

#include <algorithm>
#include <cctype>

#include "base/columns.h"

namespace biao::cli {

namespace {

enum class LineKind { text, section, row };

struct Line {
    Topic topic;
    LineKind kind;
    std::string left;
    Localized text;
};

const std::vector<Line>& lines() {
    static const std::vector<Line> all = {
#define SECTION(topic, zh, en) {Topic::topic, LineKind::section, "", {zh, en}},
#define ROW(topic, left, zh, en) {Topic::topic, LineKind::row, left, {zh, en}},
#define OPTION(topic, name, values, zh, en) \
    {Topic::topic, LineKind::row, *values ? name " " values : name, {zh, en}},
#define LINE(topic, zh, en) {Topic::topic, LineKind::text, "", {zh, en}},
#include "cli/help.def"
    };
    return all;
}

/// "human|json"; none of a word in capitals, which stands for anything, nor of a flag.
std::vector<std::string> valuesIn(std::string_view text) {
    std::vector<std::string> out;
    if (text.empty() || std::isupper(static_cast<unsigned char>(text.front())) != 0) return out;
    while (!text.empty()) {
        const auto end = std::min(text.find('|'), text.size());
        out.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

/// "--output" of "-o, --output".
std::string_view nameIn(std::string_view spelled) {
    const auto blank = spelled.rfind(' ');
    return blank == std::string_view::npos ? spelled : spelled.substr(blank + 1);
}

}  // namespace

const std::vector<CommandRow>& commands() {
    constexpr bool one = false;
    constexpr bool many = true;
    static const std::vector<CommandRow> all = {
#define COMMAND(symbol, operands) {Topic::symbol, #symbol, operands},
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
    {Topic::topic, name, nameIn(name), std::string_view(values).empty(), valuesIn(values)},
#include "cli/help.def"
    };
    return all;
}

std::string help(Topic topic, Language language) {
    Columns columns(2);
    for (const Line& line : lines()) {
        if (line.topic != topic || line.kind != LineKind::row) continue;
        std::vector<std::string> row{line.left};
        if (!line.text.zh.empty()) row.push_back(line.text.in(language));
        columns.add(std::move(row));
    }
    // All rows are aligned with each other, whatever stands between them.
    const std::string aligned = columns.text();
    std::size_t at = 0;
    std::string out;
    for (const Line& line : lines()) {
        if (line.topic != topic) continue;
        if (line.kind == LineKind::row) {
            const auto end = aligned.find('\n', at) + 1;
            out += aligned.substr(at, end - at);
            at = end;
        } else {
            out += (line.kind == LineKind::section ? "\n" : "") + line.text.in(language) + "\n";
        }
    }
    return out;
}

}  // namespace biao::cli

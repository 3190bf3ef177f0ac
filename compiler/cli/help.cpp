#include "cli/help.h"

#include <algorithm>
#include <vector>

namespace biao::cli {

namespace {

enum class LineKind { text, section, row };

struct Line {
    Topic topic;
    LineKind kind;
    std::string_view left;
    Localized text;
};

const std::vector<Line>& lines() {
    static const std::vector<Line> all = {
#define SECTION(topic, zh, en) {Topic::topic, LineKind::section, "", {zh, en}},
#define ROW(topic, left, zh, en) {Topic::topic, LineKind::row, left, {zh, en}},
#define LINE(topic, zh, en) {Topic::topic, LineKind::text, "", {zh, en}},
#include "cli/help.def"
    };
    return all;
}

}  // namespace

std::string help(Topic topic, Language language) {
    std::size_t width = 0;
    for (const Line& line : lines()) {
        const bool aligned = line.topic == topic && !line.text.zh.empty();
        if (aligned) width = std::max(width, line.left.size());
    }
    std::string out;
    for (const Line& line : lines()) {
        if (line.topic != topic) continue;
        const std::string& text = line.text.in(language);
        switch (line.kind) {
            case LineKind::text:
                out += text + "\n";
                break;
            case LineKind::section:
                out += "\n" + text + "\n";
                break;
            case LineKind::row: {
                out.append("  ").append(line.left);
                if (!text.empty()) out.append(width + 2 - line.left.size(), ' ').append(text);
                out += "\n";
            }
        }
    }
    return out;
}

}  // namespace biao::cli

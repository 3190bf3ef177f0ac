#include "merge/pieces.h"

#include <utility>

#include "base/lines.h"

namespace biao::merge {

namespace {

constexpr std::string_view blanks = " \t";

/// The comment of a line; empty where it has none.
std::string_view commentOf(std::string_view line) {
    const auto begin = line.find("//");
    if (begin == std::string_view::npos) return {};
    line.remove_prefix(begin);
    return line.substr(0, line.find_last_not_of(" \t\r\n") + 1);
}

}  // namespace

std::string blanksOf(std::string_view base, std::string_view ours, std::string_view theirs) {
    if (ours == base) return std::string(theirs);
    std::string text(ours);
    if (theirs == base || theirs == ours) return text;
    for (const std::string_view line : linesOf(theirs)) {
        const auto comment = commentOf(line);
        const bool known =
            text.find(comment) != std::string::npos || base.find(comment) != std::string_view::npos;
        if (comment.empty() || known) continue;
        // A comment of its own goes on a line of its own, before the indentation of what follows.
        if (line.find_first_not_of(blanks) == line.find("//") && line.ends_with('\n')) {
            const auto last = text.rfind('\n');
            text.insert(last == std::string::npos ? 0 : last + 1, line);
        } else {
            const auto end = text.find_last_not_of("\r\n");
            const auto at = end == std::string::npos ? 0 : end + 1;
            text.insert(at, " " + std::string(comment) + (at == text.size() ? "\n" : ""));
        }
    }
    return text;
}

void Output::apart(std::string_view lead) {
    std::string& text = merged_.text;
    const auto last = text.find_last_not_of(blanks);
    if (last == std::string::npos || lead.find('\n') != std::string_view::npos) return;
    const char end = text[last];
    if (end == '\n' || end == '\r' || end == ';' || end == '{') return;
    if (text.ends_with("\uFF1B")) return;
    const auto line = text.rfind('\n');
    const auto begin = line == std::string::npos ? 0 : line + 1;
    const bool inBlock = text.find('{', begin) != std::string::npos;
    text.append(inBlock && commentOf(std::string_view(text).substr(begin)).empty() ? ";" : "\n");
}

void Output::lines(std::string_view text) {
    merged_.text.append(text);
    if (!text.empty() && !text.ends_with('\n')) merged_.text.push_back('\n');
}

void Output::mark(char sign, const std::string& label) {
    merged_.text.append(marks_.length, sign);
    if (!label.empty()) merged_.text.append(" ").append(label);
    merged_.text.push_back('\n');
}

void Output::conflict(std::string_view ours, std::string_view theirs) {
    std::string& text = merged_.text;
    const auto last = text.find_last_not_of(blanks);
    const bool fresh = last == std::string::npos || text[last] == '\n';
    if (fresh) {
        text.resize(last == std::string::npos ? 0 : last + 1);
    } else {
        text.push_back('\n');
    }
    mark('<', marks_.ours);
    lines(ours);
    mark('=', {});
    lines(theirs);
    mark('>', marks_.theirs);
    ++merged_.conflicts;
}

}  // namespace biao::merge

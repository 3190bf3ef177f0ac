#include "base/diff.h"

#include <vector>
#include <dtl/dtl.hpp>

namespace biao {

namespace {

using Lines = std::vector<std::string_view>;

/// With their ends, so that a last line without one differs from one with it.
Lines linesOf(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto length = end == std::string_view::npos ? text.size() : end + 1;
        lines.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return lines;
}

template <class Elements>
void append(std::string& out, const Elements& elements) {
    for (const auto& [line, info] : elements) {
        out += info.type == dtl::SES_DELETE ? '-' : info.type == dtl::SES_ADD ? '+' : ' ';
        out += line;
        if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
    }
}

}  // namespace

std::string unifiedDiff(std::string_view path, std::string_view before, std::string_view after) {
    if (before == after) return {};
    dtl::Diff<std::string_view, Lines> diff(linesOf(before), linesOf(after));
    diff.onHuge();
    diff.compose();
    diff.composeUnifiedHunks();
    std::string out;
    out.append("--- ").append(path).append("\n+++ ").append(path).append("\n");
    for (const auto& hunk : diff.getUniHunks()) {
        out.append("@@ -").append(std::to_string(hunk.a)).append(",");
        out.append(std::to_string(hunk.b)).append(" +").append(std::to_string(hunk.c));
        out.append(",").append(std::to_string(hunk.d)).append(" @@\n");
        append(out, hunk.common[0]);
        append(out, hunk.change);
        append(out, hunk.common[1]);
    }
    return out;
}

}  // namespace biao

#include "scores/layout.h"

#include <algorithm>

#include "base/utf8.h"
#include "base/width.h"
#include "diagnostics/excerpt.h"

namespace biao::scores {

namespace {

std::string withoutLineEnds(std::string_view text) {
    std::string out(text);
    std::replace_if(
        out.begin(), out.end(),
        [](char byte) { return byte == '\n' || byte == '\r' || byte == '\t'; }, ' ');
    return out;
}

/// Closing marks stay with what is before them, opening ones with what follows.
bool staysWithBefore(char32_t point) {
    constexpr std::u32string_view marks = U"，。；：、！？）】》”’·…%％,.;:!?)]";
    return marks.find(point) != std::u32string_view::npos;
}
bool staysWithAfter(char32_t point) {
    constexpr std::u32string_view marks = U"（【《“‘≥≤＞＜([@#";
    return marks.find(point) != std::u32string_view::npos;
}

}  // namespace

std::string oneLine(std::string_view text, std::size_t columns) {
    return shortened(withoutLineEnds(text), columns);
}

std::string padded(std::string text, std::size_t columns, Side side) {
    const std::size_t width = displayWidth(text);
    if (width >= columns) return text;
    const std::string blanks(columns - width, ' ');
    return side == Side::left ? text + blanks : blanks + text;
}

std::string wrapped(std::string_view given, std::size_t indent) {
    const std::string text = harmless(withoutLineEnds(given));
    // Pieces that stay in one line: words of Latin letters, a Han character with its marks.
    std::vector<std::string> pieces;
    char32_t before = U' ';
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, length] = decodeAt(text, at);
        const bool wide = displayWidth(point) > 1 || displayWidth(before) > 1;
        const bool breaks = before == U' ' || (wide && !staysWithBefore(point) &&
                                               !staysWithAfter(before) && point != U' ');
        if (breaks || pieces.empty()) pieces.emplace_back();
        pieces.back().append(text, at, length);
        before = point;
        at += length;
    }
    std::string out;
    std::string line(indent, ' ');
    std::size_t width = indent;
    const auto end = [&] {
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
        line.assign(indent, ' ');
        width = indent;
    };
    for (const std::string& piece : pieces) {
        const std::size_t bare =
            displayWidth(std::string_view(piece).substr(0, piece.find_last_not_of(' ') + 1));
        if (width > indent && width + bare > lineWidth) end();
        line += piece;
        width += displayWidth(piece);
    }
    end();
    return out;
}

}  // namespace biao::scores

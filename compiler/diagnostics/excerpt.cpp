#include "diagnostics/excerpt.h"

#include <algorithm>
#include <cstdint>

#include "base/utf8.h"
#include "base/width.h"

namespace biao {

namespace {

constexpr std::size_t widest = 100;       // columns of a line that are shown
constexpr std::size_t before = 40;        // of them, before a span that is far from the beginning
constexpr std::string_view more = "…";    // something was cut off here
constexpr std::string_view tab = "    ";  // every tab, wherever it stands

bool isBetween(char32_t point, char32_t first, char32_t last) {
    return point >= first && point <= last;
}

/// Changes the direction of writing, breaks the line, or takes no room at all.
bool isTreacherous(char32_t point) {
    return isBetween(point, 0x80, 0x9F) || point == 0x200B || isBetween(point, 0x200E, 0x200F) ||
           isBetween(point, 0x2028, 0x202E) || isBetween(point, 0x2060, 0x206F) || point == 0xFEFF;
}

char32_t harmlessPoint(char32_t point) {
    constexpr char32_t picturesOfControls = 0x2400;
    constexpr char32_t pictureOfDelete = 0x2421;
    if (point < 0x20) {
        return picturesOfControls + point;
    }
    if (point == 0x7F) {
        return pictureOfDelete;
    }
    return isTreacherous(point) ? 0xFFFD : point;
}

/// One code point as it is shown.
struct Cell {
    char32_t point;
    std::size_t width;
    std::uint32_t bytes;  // of the source

    void appendTo(std::string& out) const {
        if (point == U'\t') {
            out += tab;
        } else {
            appendUtf8(out, point);
        }
    }
};

Cell cellAt(std::string_view text, std::size_t at) {
    const auto [point, length] = decodeAt(text, at);
    if (point == U'\t') return {point, tab.size(), length};
    const char32_t shown = harmlessPoint(point);
    return {shown, displayWidth(shown), length};
}

/// Where the code point before `at` begins; `at` is not 0.
std::size_t stepBack(std::string_view text, std::size_t at) {
    for (std::size_t length = 2; length <= 4 && length <= at; ++length) {
        if (decodeAt(text, at - length).length == length) {
            return at - length;
        }
    }
    return at - 1;
}

bool fits(std::string_view line) {
    // Only a tab is wider than the bytes it takes.
    if (line.size() <= widest && line.find('\t') == line.npos) return true;
    std::size_t width = 0;
    for (std::size_t at = 0; at < line.size() && width <= widest;) {
        const auto cell = cellAt(line, at);
        width += cell.width;
        at += cell.bytes;
    }
    return width <= widest;
}

/// The byte of `line` to begin with so that `begin` has `before` columns on its left.
std::size_t windowStart(std::string_view line, std::size_t begin) {
    std::size_t width = 0;
    auto at = begin;
    while (at > 0 && width < before) {
        at = stepBack(line, at);
        width += cellAt(line, at).width;
    }
    return at;
}

}  // namespace

Excerpt excerptOf(const Source& source, Span span) {
    const auto number = source.position(span.begin).line;
    const auto line = source.line(number);
    const auto start = source.lineStart(number);
    const auto begin = std::min<std::size_t>(span.begin - start, line.size());
    const auto end = std::clamp<std::size_t>(span.end - start, begin, line.size());

    Excerpt excerpt;
    std::size_t at = fits(line) ? 0 : windowStart(line, begin);
    std::size_t width = 0;
    if (at > 0) {
        excerpt.text = more;
        width = 1;
    }
    excerpt.caretColumn = width;
    std::size_t caretEnd = width;
    while (at < line.size()) {
        const auto cell = cellAt(line, at);
        if (width + cell.width > widest) {
            excerpt.text += more;
            break;
        }
        cell.appendTo(excerpt.text);
        width += cell.width;
        at += cell.bytes;
        excerpt.caretColumn = at <= begin ? width : excerpt.caretColumn;
        caretEnd = at <= end ? width : caretEnd;
    }
    excerpt.caretWidth =
        std::max<std::size_t>(caretEnd, excerpt.caretColumn + 1) - excerpt.caretColumn;
    return excerpt;
}

std::string harmless(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, length] = decodeAt(text, at);
        appendUtf8(out, harmlessPoint(point));
        at += length;
    }
    return out;
}

std::string shortened(std::string_view text, std::size_t columns) {
    std::string out;
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto length = decodeAt(text, at).length;
        const auto shown = harmless(text.substr(at, length));
        width += displayWidth(shown);
        if (width > columns) {
            return out.append(more);
        }
        out += shown;
        at += length;
    }
    return out;
}

}  // namespace biao

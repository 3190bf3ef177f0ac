#include "expression/prose.h"

#include <algorithm>
#include <cstddef>

#include "base/utf8.h"
#include "definitions/pattern.h"

namespace biao::expression {

namespace {

/// 。！；？ and their half-width spellings, line ends.
bool endsSentence(char32_t point) {
    switch (point) {
        case 0x3002:
        case 0xFF01:
        case 0xFF1B:
        case 0xFF1F:
        case U'!':
        case U';':
        case U'?':
        case U'\n':
        case U'\r':
            return true;
        default:
            return false;
    }
}

bool isBlank(char32_t point) {
    return point == U' ' || point == U'\t' || point == 0x3000;
}

/// Leads or ends a line in quotes, and says nothing.
bool isQuote(char32_t point) {
    return point == U'"' || point == 0x201C || point == 0x201D;
}

/// What leads a line of a list: 1. 2、 (3) 4） 一是 五：
std::size_t markerOf(std::string_view text) {
    std::size_t at = 0;
    const auto next = [&] { return at < text.size() ? decodeAt(text, at) : Decoded{0, 0}; };
    const Decoded open = next();
    const bool bracket = open.point == U'(' || open.point == 0xFF08;
    if (bracket) at += open.length;
    const std::size_t numerals = at;
    while (definitions::isNumeral(next().point))
        at += next().length;
    if (at == numerals) return 0;
    const Decoded end = next();
    at += end.length;
    switch (end.point) {
        case U')':
        case 0xFF09:
            return at;
        case U'.':
        case 0xFF0E:
            return bracket || definitions::isNumeral(next().point) ? 0 : at;
        case U',':
        case U':':
        case 0x3001:
        case 0xFF0C:
        case 0xFF1A:
        case 0x662F:
            return bracket ? 0 : at;
        default:
            return 0;
    }
}

void addSentences(std::string_view text, std::vector<std::string_view>& found) {
    std::size_t begin = 0;
    std::size_t end = 0;  // after the last character that is no blank
    for (std::size_t at = 0; at <= text.size();) {
        const auto [point, length] = at < text.size() ? decodeAt(text, at) : Decoded{U'\n', 1};
        if (endsSentence(point)) {
            begin += markerOf(text.substr(begin, end - begin));
            if (end > begin) found.push_back(text.substr(begin, end - begin));
            begin = end = at + length;
        } else if (isBlank(point) && begin == end) {
            begin = end = at + length;
        } else if (!isBlank(point)) {
            end = at + length;
        }
        at += length;
    }
}

/// The lines of a block, without their quotes; comments are between them.
void addLines(std::string_view block, std::vector<std::string_view>& found) {
    for (std::size_t at = 0; at < block.size();) {
        const auto [point, length] = decodeAt(block, at);
        if (block.substr(at, 2) == "//") {
            at = std::min(block.find('\n', at), block.size());
            continue;
        }
        at += length;
        if (!isQuote(point)) continue;
        const std::size_t begin = at;
        std::size_t depth = 1;  // one pair of its own may stand inside “…”
        while (at < block.size()) {
            const auto [inner, size] = decodeAt(block, at);
            if (point == U'"' ? inner == U'"' : inner == 0x201D && --depth == 0) break;
            if (point != U'"' && inner == 0x201C) ++depth;
            at += inner == U'\\' && point == U'"' && at + 1 < block.size()
                      ? size + decodeAt(block, at + size).length
                      : size;
        }
        addSentences(block.substr(begin, std::min(at, block.size()) - begin), found);
        if (at < block.size()) at += decodeAt(block, at).length;
    }
}

bool isHan(char32_t point) {
    return point >= 0x3400 && point <= 0x9FFF;
}

}  // namespace

std::vector<std::string_view> sentences(std::string_view text) {
    std::vector<std::string_view> found;
    const bool block = !text.empty() && (text.front() == '{' || text.substr(0, 3) == "\uFF5B");
    if (block) {
        addLines(text, found);
    } else {
        addSentences(text, found);
    }
    return found;
}

std::string doubled(std::string_view text) {
    constexpr std::size_t longest = 8;
    std::u32string points;
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, length] = decodeAt(text, at);
        points += point;
        at += length;
    }
    const std::u32string_view all = points;
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (definitions::isNumeral(all[at])) continue;
        for (std::size_t size = 2; size <= longest && at + 2 * size <= all.size(); ++size) {
            const std::u32string_view piece = all.substr(at, size);
            if (!isHan(piece.back())) break;
            const bool han = std::all_of(piece.begin(), piece.end(), isHan);
            if (!han || piece != all.substr(at + size, size)) continue;
            std::string word;
            for (const char32_t point : piece)
                appendUtf8(word, point);
            return word;
        }
    }
    return {};
}

std::vector<int> yearsNamed(std::string_view text) {
    struct Digits {
        int value = 0;
        std::size_t count = 0;
    };
    std::vector<int> years;
    Digits before;  // a run of digits and a dash, a run may follow
    Digits now;
    bool joins = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, length] = decodeAt(text, at);
        at += length;
        if (point >= U'0' && point <= U'9') {
            if (now.count < 5) now.value = now.value * 10 + static_cast<int>(point - U'0');
            ++now.count;
            continue;
        }
        const auto isYear = [](const Digits& digits) {
            return digits.count == 4 && digits.value >= 1900 && digits.value < 2100;
        };
        if (point == 0x5E74 && isYear(now)) {  // 年
            if (joins && isYear(before)) years.push_back(before.value);
            years.push_back(now.value);
        }
        // - ~ — – 至 到
        joins = (point == U'-' || point == U'~' || point == 0x2014 || point == 0x2013 ||
                 point == 0x81F3 || point == 0x5230) &&
                now.count > 0;
        before = now;
        now = {};
    }
    return years;
}

}  // namespace biao::expression

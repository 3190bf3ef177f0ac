#include "diff.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace biao::golden {

namespace {

constexpr std::size_t context = 3;
constexpr std::size_t largestTable = 4'000'000;

using Lines = std::vector<std::string_view>;

struct Line {
    char mark;
    std::string_view text;
};

Lines linesOf(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

/// The middle, where both differ at the first and at the last line: a longest common subsequence,
/// or all of one after all of the other where that would take too long.
void compareMiddle(const Lines& a, const Lines& b, std::vector<Line>& out) {
    const auto width = b.size() + 1;
    const bool small = (a.size() + 1) * width <= largestTable;
    std::vector<std::size_t> common(small ? (a.size() + 1) * width : 0);
    for (auto i = a.size(); small && i-- > 0;) {
        for (auto j = b.size(); j-- > 0;) {
            common[i * width + j] =
                a[i] == b[j] ? common[(i + 1) * width + j + 1] + 1
                             : std::max(common[(i + 1) * width + j], common[i * width + j + 1]);
        }
    }
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() || j < b.size()) {
        const bool both = i < a.size() && j < b.size();
        if (small && both && a[i] == b[j]) {
            out.push_back({' ', a[i++]});
            ++j;
        } else if (i < a.size() &&
                   (!both || !small || common[(i + 1) * width + j] >= common[i * width + j + 1])) {
            out.push_back({'-', a[i++]});
        } else {
            out.push_back({'+', b[j++]});
        }
    }
}

std::vector<Line> compare(const Lines& a, const Lines& b) {
    const auto most = std::min(a.size(), b.size());
    std::size_t before = 0;
    while (before < most && a[before] == b[before]) {
        ++before;
    }
    std::size_t after = 0;
    while (after < most - before && a[a.size() - 1 - after] == b[b.size() - 1 - after]) {
        ++after;
    }
    const auto middle = [&](const Lines& lines) {
        return Lines(lines.begin() + static_cast<std::ptrdiff_t>(before),
                     lines.end() - static_cast<std::ptrdiff_t>(after));
    };
    std::vector<Line> all;
    for (std::size_t index = 0; index < before; ++index) {
        all.push_back({' ', a[index]});
    }
    compareMiddle(middle(a), middle(b), all);
    for (std::size_t index = a.size() - after; index < a.size(); ++index) {
        all.push_back({' ', a[index]});
    }
    return all;
}

}  // namespace

std::string difference(std::string_view expected, std::string_view found) {
    if (expected == found) {
        return {};
    }
    const auto all = compare(linesOf(expected), linesOf(found));
    std::vector<bool> shown(all.size());
    for (std::size_t index = 0; index < all.size(); ++index) {
        if (all[index].mark != ' ') {
            const auto first = index - std::min(index, context);
            const auto end = std::min(all.size(), index + context + 1);
            std::fill(shown.begin() + static_cast<std::ptrdiff_t>(first),
                      shown.begin() + static_cast<std::ptrdiff_t>(end), true);
        }
    }
    std::string out;
    std::size_t number = 1;  // of the line in `expected`
    for (std::size_t index = 0; index < all.size(); ++index) {
        if (shown[index] && (index == 0 || !shown[index - 1])) {
            out += "@@ " + std::to_string(number) + " @@\n";
        }
        if (shown[index]) {
            out += all[index].mark;
            out.append(all[index].text).push_back('\n');
        }
        number += all[index].mark != '+' ? 1 : 0;
    }
    return out.empty() ? "(only the last line's end differs)\n" : out;
}

}  // namespace biao::golden

#include "base/diff.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/lines.h"

namespace biao {

namespace {

constexpr std::size_t context = 3;
constexpr std::size_t largestTable = 4'000'000;

using Lines = std::vector<std::string_view>;

struct Range {
    std::size_t begin;
    std::size_t end;
    std::size_t size() const { return end - begin; }
};

/// Which line of the second text each line of the first one stays, if any.
class Comparison {
public:
    Comparison(const Lines& before, const Lines& after)
        : a_(before), b_(after), stays_(before.size()) {
        compare({0, a_.size()}, {0, b_.size()});
    }

    const std::vector<std::optional<std::size_t>>& stays() const { return stays_; }

private:
    void compare(Range a, Range b) {
        for (; a.size() > 0 && b.size() > 0 && a_[a.begin] == b_[b.begin]; ++a.begin, ++b.begin)
            stays_[a.begin] = b.begin;
        for (; a.size() > 0 && b.size() > 0 && a_[a.end - 1] == b_[b.end - 1]; --a.end, --b.end)
            stays_[a.end - 1] = b.end - 1;
        if (a.size() == 0 || b.size() == 0) return;
        if ((a.size() + 1) * (b.size() + 1) <= largestTable) return longestCommon(a, b);
        // Too many for a table: what stands between lines that occur once in either.
        const auto anchors = unique(a, b);
        for (const auto& [one, other] : anchors) {
            stays_[one] = other;
            compare({a.begin, one}, {b.begin, other});
            a.begin = one + 1;
            b.begin = other + 1;
        }
        if (!anchors.empty()) compare(a, b);
    }

    void longestCommon(Range a, Range b) {
        const auto width = b.size() + 1;
        std::vector<std::uint32_t> common((a.size() + 1) * width);
        for (auto i = a.size(); i-- > 0;) {
            for (auto j = b.size(); j-- > 0;) {
                common[i * width + j] =
                    a_[a.begin + i] == b_[b.begin + j]
                        ? common[(i + 1) * width + j + 1] + 1
                        : std::max(common[(i + 1) * width + j], common[i * width + j + 1]);
            }
        }
        for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
            if (a_[a.begin + i] == b_[b.begin + j]) {
                stays_[a.begin + i++] = b.begin + j++;
            } else if (common[(i + 1) * width + j] >= common[i * width + j + 1]) {
                ++i;
            } else {
                ++j;
            }
        }
    }

    using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

    /// Lines that occur once in either, as many of them as stand in the same order.
    Pairs unique(Range a, Range b) const {
        struct Seen {
            std::size_t before = 0, after = 0, at = 0, other = 0;
        };
        std::unordered_map<std::string_view, Seen> seen;
        for (auto i = a.begin; i < a.end; ++i) {
            Seen& one = seen[a_[i]];
            ++one.before;
            one.at = i;
        }
        for (auto j = b.begin; j < b.end; ++j) {
            Seen& one = seen[b_[j]];
            ++one.after;
            one.other = j;
        }
        Pairs pairs;
        for (auto i = a.begin; i < a.end; ++i) {
            const Seen& one = seen[a_[i]];
            if (one.before == 1 && one.after == 1) pairs.emplace_back(i, one.other);
        }
        return ascending(pairs);
    }

    /// The longest part of `pairs`, ordered by the first, in which the second ascends too.
    static Pairs ascending(const Pairs& pairs) {
        std::vector<std::size_t> ends;  // of a run of each length, the one with the least end
        std::vector<std::size_t> before(pairs.size());
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const auto at = std::partition_point(ends.begin(), ends.end(), [&](std::size_t end) {
                return pairs[end].second < pairs[i].second;
            });
            before[i] = at == ends.begin() ? pairs.size() : *std::prev(at);
            if (at == ends.end()) {
                ends.push_back(i);
            } else {
                *at = i;
            }
        }
        Pairs run;
        for (auto i = ends.empty() ? pairs.size() : ends.back(); i < pairs.size(); i = before[i])
            run.push_back(pairs[i]);
        std::reverse(run.begin(), run.end());
        return run;
    }

    const Lines& a_;
    const Lines& b_;
    std::vector<std::optional<std::size_t>> stays_;
};

struct Line {
    char mark;
    std::string_view text;
};

std::vector<Line> merged(const Lines& before, const Lines& after) {
    const Comparison comparison(before, after);
    std::vector<Line> all;
    std::size_t j = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const auto stays = comparison.stays()[i];
        if (!stays) {
            all.push_back({'-', before[i]});
            continue;
        }
        while (j < *stays)
            all.push_back({'+', after[j++]});
        all.push_back({' ', before[i]});
        ++j;
    }
    while (j < after.size())
        all.push_back({'+', after[j++]});
    return all;
}

}  // namespace

std::string unifiedDiff(std::string_view path, std::string_view before, std::string_view after) {
    if (before == after) return {};
    const auto all = merged(linesOf(before), linesOf(after));
    std::string out;
    out.append("--- ").append(path).append("\n+++ ").append(path).append("\n");
    std::size_t numbers[] = {1, 1};  // of the next line, before and after
    for (std::size_t at = 0; at < all.size();) {
        // A hunk: from before its first change to where more than enough lines are equal.
        std::size_t change = at;
        while (change < all.size() && all[change].mark == ' ')
            ++change;
        if (change == all.size()) break;
        const std::size_t begin = change - std::min(change - at, context);
        std::size_t end = change + 1;
        for (std::size_t next = end; next < all.size() && next <= end + 2 * context; ++next) {
            if (all[next].mark != ' ') end = next + 1;
        }
        end = std::min(all.size(), end + context);
        numbers[0] += begin - at;
        numbers[1] += begin - at;
        std::size_t counts[] = {0, 0};
        for (std::size_t i = begin; i < end; ++i) {
            counts[0] += all[i].mark != '+';
            counts[1] += all[i].mark != '-';
        }
        const auto place = [&](std::size_t side) {
            // Where nothing stands on a side, the line it would follow.
            const std::size_t first = numbers[side] - (counts[side] == 0 ? 1 : 0);
            return std::to_string(first) + "," + std::to_string(counts[side]);
        };
        out += "@@ -" + place(0) + " +" + place(1) + " @@\n";
        for (std::size_t i = begin; i < end; ++i) {
            out += all[i].mark;
            out += all[i].text;
            if (!all[i].text.ends_with('\n')) out += "\n\\ No newline at end of file\n";
        }
        numbers[0] += counts[0];
        numbers[1] += counts[1];
        at = end;
    }
    return out;
}

}  // namespace biao

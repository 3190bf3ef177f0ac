// "Did you mean": which known name a misspelt one is nearest to.
#include <algorithm>
#include <numeric>
#include <utility>

#include "base/utf8.h"

namespace biao {

namespace {

/// Nobody mistypes a sentence; and the distance of two long texts costs their product.
constexpr std::size_t longestName = 100;

std::u32string decoded(std::string_view text) {
    std::u32string points;
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, length] = decodeAt(text, at);
        points.push_back(point);
        at += length;
    }
    return points;
}

/// As it would be typed without caps lock and without a full-width input method.
std::u32string plain(std::string_view text) {
    auto points = decoded(halfWidth(text));
    for (auto& point : points) {
        point += point >= U'A' && point <= U'Z' ? U'a' - U'A' : 0;
    }
    return points;
}

/// Optimal string alignment: three rows of the usual table.
std::size_t distance(const std::u32string& a, const std::u32string& b) {
    std::vector<std::size_t> before;
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(last.begin(), last.end(), 0);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
        before = std::exchange(last, row);
    }
    return last[b.size()];
}

/// One edit in three characters; or, when one name holds the other whole, half of the longer one
/// (a category written without its last word).
std::optional<std::size_t> nearEnough(const std::u32string& a, const std::u32string& b) {
    const auto& longer = a.size() > b.size() ? a : b;
    const auto& shorter = a.size() > b.size() ? b : a;
    if (shorter.empty() || longer.size() > longestName) {
        return std::nullopt;
    }
    if (shorter.size() > 1 && longer.find(shorter) != std::u32string::npos &&
        shorter.size() * 2 >= longer.size()) {
        return longer.size() - shorter.size();
    }
    const auto limit = std::max<std::size_t>(longer.size(), 3) / 3;
    if (longer.size() - shorter.size() > limit) {
        return std::nullopt;
    }
    const auto edits = distance(a, b);
    return edits <= limit && edits < shorter.size() ? std::optional(edits) : std::nullopt;
}

}  // namespace

std::size_t editDistance(std::string_view a, std::string_view b) {
    return distance(decoded(a), decoded(b));
}

std::optional<std::size_t> nearest(std::string_view name,
                                   const std::vector<std::string>& candidates) {
    const auto wanted = plain(name);
    std::optional<std::size_t> best;
    std::size_t fewest = longestName;
    for (std::size_t index = 0; index < candidates.size(); ++index) {
        const auto edits = nearEnough(wanted, plain(candidates[index]));
        if (edits && *edits < fewest) {
            fewest = *edits;
            best = index;
        }
    }
    return best;
}

}  // namespace biao

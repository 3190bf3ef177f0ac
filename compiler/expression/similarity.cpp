#include "expression/similarity.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "base/utf8.h"

namespace biao::expression {

namespace {

/// Letters, digits and 汉字; of ASCII and the marks of Chinese text only what is one.
bool counts(char32_t point) {
    if (point < 0x80) {
        return (point >= U'0' && point <= U'9') || (point >= U'a' && point <= U'z') ||
               (point >= U'A' && point <= U'Z');
    }
    const bool mark = (point >= 0x2000 && point <= 0x206F) || (point >= 0x3000 && point <= 0x303F);
    return !mark;
}

/// So many pairs are not found inside another text by chance.
constexpr std::size_t kWhole = 3;

}  // namespace

Bigrams bigrams(std::string_view written) {
    const std::string text = halfWidth(written);
    Bigrams pairs;
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, length] = decodeAt(text, at);
        at += length;
        if (!counts(point)) continue;
        if (before != 0) pairs.push_back((static_cast<std::uint64_t>(before) << 32U) | point);
        before = point;
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

Number alike(std::size_t shared, std::size_t first, std::size_t second) {
    if (first + second == 0) return 1;
    return *Number(2 * shared).divided(Number(first + second));
}

Number similarity(const Bigrams& a, const Bigrams& b) {
    Bigrams shared;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
    return alike(shared.size(), a.size(), b.size());
}

Likeness::Likeness(const std::vector<std::string_view>& texts) {
    for (std::uint32_t i = 0; i < texts.size(); ++i) {
        const Bigrams pairs = bigrams(texts[i]);
        sizes_.push_back(pairs.size());
        for (const std::uint64_t pair : pairs)
            holders_[pair].push_back(i);
    }
}

std::size_t Likeness::nearest(std::string_view text, const Number& least) const {
    const Bigrams pairs = bigrams(text);
    std::map<std::uint32_t, std::size_t> shared;
    for (std::size_t at = 0; at < pairs.size();) {
        std::size_t end = at;
        while (end < pairs.size() && pairs[end] == pairs[at])
            ++end;
        const auto holders = holders_.find(pairs[at]);
        if (holders != holders_.end()) {
            std::map<std::uint32_t, std::size_t> here;
            for (const std::uint32_t text_ : holders->second)
                ++here[text_];
            for (const auto& [one, count] : here)
                shared[one] += std::min(count, end - at);
        }
        at = end;
    }
    std::size_t best = none;
    Number most = 0;
    for (const auto& [one, count] : shared) {
        // All of it inside something longer: a project named in the description of a task.
        const bool held = count == pairs.size() && count >= kWhole;
        const Number near = held ? Number(1) : alike(count, pairs.size(), sizes_[one]);
        if (near < least || (best != none && !(most < near))) continue;
        best = one;
        most = near;
    }
    return best;
}

}  // namespace biao::expression

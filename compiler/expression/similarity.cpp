#include "expression/similarity.h"

#include <algorithm>
#include <set>

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
constexpr std::size_t kMostCandidates = 100;

std::size_t sharedBy(const Bigrams& a, const Bigrams& b) {
    std::size_t shared = 0;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        if (*x == *y) ++shared;
        const bool next = *x <= *y;
        y += *y <= *x;
        x += next;
    }
    return shared;
}

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
    return alike(sharedBy(a, b), a.size(), b.size());
}

Likeness::Likeness(const std::vector<std::string_view>& texts) {
    for (std::uint32_t i = 0; i < texts.size(); ++i) {
        texts_.push_back(bigrams(texts[i]));
        const Bigrams& pairs = texts_.back();
        for (std::size_t at = 0; at < pairs.size(); ++at) {
            if (at == 0 || pairs[at] != pairs[at - 1]) holders_[pairs[at]].push_back(i);
        }
    }
}

std::size_t Likeness::nearest(std::string_view text, const Number& least) const {
    const Bigrams pairs = bigrams(text);
    std::vector<const std::vector<std::uint32_t>*> lists;
    for (std::size_t at = 0; at < pairs.size(); ++at) {
        if (at != 0 && pairs[at] == pairs[at - 1]) continue;
        const auto holders = holders_.find(pairs[at]);
        if (holders != holders_.end()) lists.push_back(&holders->second);
    }
    // The rarest words tell most; what nearly every text holds would only cost time.
    std::sort(lists.begin(), lists.end(),
              [](const auto* a, const auto* b) { return a->size() < b->size(); });
    std::set<std::uint32_t> candidates;
    for (const auto* list : lists) {
        if (candidates.size() + list->size() > kMostCandidates && !candidates.empty()) break;
        const auto end = std::min(list->size(), kMostCandidates);
        candidates.insert(list->begin(), list->begin() + static_cast<std::ptrdiff_t>(end));
    }
    std::size_t best = none;
    Number most = 0;
    for (const std::uint32_t one : candidates) {
        const std::size_t shared = sharedBy(pairs, texts_[one]);
        // All of it inside something longer: a project named in the description of a task.
        const bool held = shared == pairs.size() && shared >= kWhole;
        const Number near = held ? Number(1) : alike(shared, pairs.size(), texts_[one].size());
        if (near < least || (best != none && !(most < near))) continue;
        best = one;
        most = near;
    }
    return best;
}

}  // namespace biao::expression

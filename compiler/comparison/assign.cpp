#include "comparison/assign.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace biao::comparison {

namespace {

/// Likenesses so near to each other, in per cent, tell nothing.
constexpr int kMargin = 3;
/// Of one name so many others are looked at, and of these so many closely: the rarest pairs of
/// letters lead to the first, the most shared ones to the second.
constexpr std::size_t kMostSeen = 200;
constexpr std::size_t kMostCompared = 12;

std::uint32_t distance(const Candidate& one) {
    return one.before < one.after ? one.after - one.before : one.before - one.after;
}

using Holders = std::unordered_map<std::uint64_t, std::vector<std::uint32_t>>;

Holders holdersOf(const std::vector<const Name*>& names) {
    Holders holders;
    for (std::uint32_t i = 0; i < names.size(); ++i) {
        const auto& pairs = names[i]->pairs;
        for (std::size_t at = 0; at < pairs.size(); ++at) {
            if (at == 0 || pairs[at] != pairs[at - 1]) holders[pairs[at]].push_back(i);
        }
    }
    return holders;
}

/// Those that share most pairs of letters with `name`, the first of equals first.
std::vector<std::uint32_t> nearTo(const Name& name, const Holders& holders) {
    std::vector<const std::vector<std::uint32_t>*> lists;
    for (std::size_t at = 0; at < name.pairs.size(); ++at) {
        if (at != 0 && name.pairs[at] == name.pairs[at - 1]) continue;
        const auto found = holders.find(name.pairs[at]);
        if (found != holders.end()) lists.push_back(&found->second);
    }
    std::stable_sort(lists.begin(), lists.end(),
                     [](const auto* a, const auto* b) { return a->size() < b->size(); });
    std::map<std::uint32_t, std::size_t> shared;
    for (const auto* list : lists) {
        if (shared.size() + list->size() > kMostSeen && !shared.empty()) break;
        const auto end = std::min(list->size(), kMostSeen);
        for (std::size_t i = 0; i < end; ++i)
            ++shared[(*list)[i]];
    }
    std::vector<std::pair<std::uint32_t, std::size_t>> all(shared.begin(), shared.end());
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::uint32_t> out;
    for (const auto& [one, count] : all) {
        if (out.size() < kMostCompared) out.push_back(one);
    }
    return out;
}

/// What is still to be had, and what each wants most.
class Market {
public:
    Market(const std::vector<Candidate>& sorted, const std::vector<const Name*>& before,
           const std::vector<const Name*>& after)
        : all_(sorted), names_{&before, &after} {
        for (std::size_t i = 0; i < all_.size(); ++i) {
            of_[0][all_[i].before].push_back(i);
            of_[1][all_[i].after].push_back(i);
        }
    }

    std::vector<Candidate> trade() {
        std::vector<Candidate> out;
        for (const Candidate& one : all_) {
            if (gone_[0][one.before] || gone_[1][one.after]) continue;
            const bool unsure = rivalled(one, 0);
            if (unsure || rivalled(one, 1)) {
                gone_[unsure ? 0 : 1][unsure ? one.before : one.after] = true;
                continue;
            }
            gone_[0][one.before] = gone_[1][one.after] = true;
            out.push_back(one);
        }
        return out;
    }

private:
    static std::uint32_t end(const Candidate& one, int side) {
        return side == 0 ? one.before : one.after;
    }

    /// By its name, or because the value is the very same.
    static bool isClearlyLess(const Likeness& rival, const Likeness& one) {
        if (rival.total + kMargin >= one.total) return false;
        const bool sameValue = one.value == 100 && rival.value && *rival.value < 100;
        return rival.name + kMargin < one.name || rival.place < one.place || sameValue;
    }

    /// What both want was split into them, or made of them.
    bool areParts(const Candidate& rival, const Candidate& one, int side) const {
        const auto name = [&](const Candidate& which, int of) -> const Name& {
            return *(*names_[of])[end(which, of)];
        };
        return comparison::areParts(name(rival, 1 - side), name(one, 1 - side), name(one, side));
    }

    /// Another that is free wants the same member of `side` nearly as much, and nothing more.
    bool rivalled(const Candidate& one, int side) {
        for (const std::size_t i : of_[side][end(one, side)]) {
            const Candidate& rival = all_[i];
            const int other = 1 - side;
            if (end(rival, other) == end(one, other) || gone_[other][end(rival, other)]) continue;
            if (isClearlyLess(rival.likeness, one.likeness) && !areParts(rival, one, side))
                continue;
            const Candidate& most = all_[of_[other][end(rival, other)].front()];
            if (end(most, side) == end(one, side)) return true;
        }
        return false;
    }

    const std::vector<Candidate>& all_;
    const std::vector<const Name*>* names_[2];
    std::map<std::uint32_t, std::vector<std::size_t>> of_[2];  // by member, the best first
    std::map<std::uint32_t, bool> gone_[2];
};

}  // namespace

std::vector<Candidate> assign(std::vector<Candidate> candidates,
                              const std::vector<const Name*>& before,
                              const std::vector<const Name*>& after) {
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        const auto rank = [](const Candidate& one) {
            return std::tuple(-one.likeness.total, -one.likeness.name, distance(one), one.before,
                              one.after);
        };
        return rank(a) < rank(b);
    });
    return Market(candidates, before, after).trade();
}

std::vector<Candidate> matchNames(const std::vector<const Name*>& before,
                                  const std::vector<const Name*>& after, int least,
                                  const Judge& judge) {
    std::vector<Candidate> candidates;
    if (before.empty() || after.empty()) return candidates;
    const Holders holders = holdersOf(before);
    for (std::uint32_t i = 0; i < after.size(); ++i) {
        for (const std::uint32_t one : nearTo(*after[i], holders)) {
            const int name = likeness(*before[one], *after[i]);
            if (name == 0) continue;
            const auto total = judge(one, i, name);
            if (total && total->total >= least) candidates.push_back({one, i, *total});
        }
    }
    return assign(std::move(candidates), before, after);
}

}  // namespace biao::comparison

// Many patterns asked of one text at once: a tree of their literals, letter by letter, so that one
// pass over the text finds the few that may match it.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "definitions/pattern.h"

namespace biao::definitions {

class PatternTree {
public:
    /// One alternative of one pattern, by the numbers they were added under.
    struct Place {
        std::uint32_t pattern = 0;
        std::uint32_t branch = 0;
    };

    void add(std::uint32_t number, const Pattern& pattern);

    /// Whether `act` says so of one of those whose longest literal stands in `text`, which is
    /// plain; of those without one it is always asked. The others cannot match.
    template <class Act>
    bool any(std::string_view text, const Act& act) const {
        for (const Place& place : anywhere_) {
            if (act(place)) return true;
        }
        for (std::size_t begin = 0; begin < text.size();) {
            const auto [first, length] = decodeAt(text, begin);
            std::uint32_t at = begins_[first % begins_.size()] ? next(0, first) : 0;
            for (std::size_t end = begin += length; at != 0;) {
                for (const Place& place : nodes_[at].places) {
                    if (act(place)) return true;
                }
                if (end >= text.size()) break;
                const auto [letter, more] = decodeAt(text, end);
                at = next(at, letter);
                end += more;
            }
        }
        return false;
    }

private:
    struct Node {
        std::vector<std::pair<char32_t, std::uint32_t>> next;  // by letter
        std::vector<Place> places;
    };
    /// 0 when no literal goes on with that letter.
    std::uint32_t next(std::uint32_t node, char32_t letter) const;

    std::vector<Node> nodes_{1};
    std::bitset<256> begins_;  // letters that may begin a literal, by their last bits
    std::vector<Place> anywhere_;
};

/// Patterns with the tree of them. Copies share both until more is added to one.
class PatternList {
public:
    void add(const Pattern& pattern);
    void add(const PatternList& more);
    const std::vector<Pattern>& patterns() const;
    bool empty() const { return !all_; }

    /// Whether `act` says so of what one of the alternatives takes out of `text`, which is plain.
    template <class Act>
    bool any(std::string_view text, const Act& act) const {
        return all_ && all_->tree.any(text, [&](PatternTree::Place place) {
            const Pattern& pattern = all_->patterns[place.pattern];
            const auto match = pattern.branches()[place.branch].match(text);
            return match && act(*match);
        });
    }

private:
    struct All {
        std::vector<Pattern> patterns;
        PatternTree tree;
    };
    std::shared_ptr<All> all_;  // null when there are none
};

}  // namespace biao::definitions

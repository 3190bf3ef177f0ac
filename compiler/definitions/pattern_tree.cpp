#include "definitions/pattern_tree.h"

#include <algorithm>

namespace biao::definitions {

namespace {

bool before(const std::pair<char32_t, std::uint32_t>& edge, char32_t letter) {
    return edge.first < letter;
}

}  // namespace

std::uint32_t PatternTree::next(std::uint32_t node, char32_t letter) const {
    const auto& edges = nodes_[node].next;
    const auto edge = std::lower_bound(edges.begin(), edges.end(), letter, before);
    return edge != edges.end() && edge->first == letter ? edge->second : 0;
}

void PatternTree::add(std::uint32_t number, const Pattern& pattern) {
    const auto& branches = pattern.branches();
    for (std::uint32_t branch = 0; branch < branches.size(); ++branch) {
        const std::string_view literal = branches[branch].literal();
        std::uint32_t at = 0;
        for (std::size_t i = 0; i < literal.size();) {
            const auto [letter, length] = decodeAt(literal, i);
            if (i == 0) begins_.set(letter % begins_.size());
            i += length;
            if (const std::uint32_t known = next(at, letter)) {
                at = known;
                continue;
            }
            const auto fresh = static_cast<std::uint32_t>(nodes_.size());
            auto& edges = nodes_[at].next;
            edges.emplace(std::lower_bound(edges.begin(), edges.end(), letter, before), letter,
                          fresh);
            nodes_.emplace_back();
            at = fresh;
        }
        (at == 0 ? anywhere_ : nodes_[at].places).push_back({number, branch});
    }
}

void PatternList::add(const Pattern& pattern) {
    if (!all_ || all_.use_count() > 1) all_ = std::make_shared<All>(all_ ? *all_ : All());
    all_->tree.add(static_cast<std::uint32_t>(all_->patterns.size()), pattern);
    all_->patterns.push_back(pattern);
}

void PatternList::add(const PatternList& more) {
    if (!all_) {
        all_ = more.all_;
        return;
    }
    for (const Pattern& pattern : more.patterns())
        add(pattern);
}

const std::vector<Pattern>& PatternList::patterns() const {
    static const std::vector<Pattern> none;
    return all_ ? all_->patterns : none;
}

}  // namespace biao::definitions

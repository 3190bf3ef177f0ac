// What two cells say of one another: whether they can be compared at all, and the clauses that are
// written twice.
#include <algorithm>
#include <unordered_map>

#include "base/utf8.h"
#include "expression/evaluate.h"

namespace biao::expression {

using What = Cell::What;

namespace {

/// The parts of a sentence. 、 joins what belongs together, and a point may be that of a number.
std::vector<std::string> clausesIn(std::string_view text) {
    const std::string plain = definitions::plain(text);
    std::vector<std::string> clauses(1);
    for (std::size_t at = 0; at < plain.size();) {
        const auto [point, length] = decodeAt(plain, at);
        const bool ends = point == U',' || point == U';' || point == U'，' || point == U'；' ||
                          point == U'。' || point == U'\n';
        if (ends) {
            clauses.emplace_back();
        } else {
            clauses.back().append(plain, at, length);
        }
        at += length;
    }
    std::erase_if(clauses, [](const std::string& one) { return one.empty(); });
    return clauses;
}

}  // namespace

/// Of cells: in which of them each clause stands first, and which cell stands where.
struct Evaluator::Clauses {
    std::unordered_map<std::string, std::size_t> first;
    std::map<Span, std::size_t> at;
};

const Evaluator::Clauses& Evaluator::clausesOf(NodeId cells) {
    auto& known = clauses_[cells.value];
    if (known) return *known;
    Clauses made;
    const Cells all = this->cells(cells);
    for (std::size_t i = 0; i < all->cells.size(); ++i) {
        const Value& one = all->cells[i];
        if (one.what != What::text || !charge(one.text.size())) continue;
        if (one.span) made.at.emplace(*one.span, i);
        for (std::string& clause : clausesIn(one.text))
            made.first.emplace(std::move(clause), i);
    }
    known = std::make_shared<const Clauses>(std::move(made));
    return *known;
}

/// The first clause of a text that a cell before it holds too, where it stands there.
Value Evaluator::earlierClause(const Node& node) {
    const Value& text = value(node.children[0]);
    if (text.what != What::text) {
        return text.what == What::amount && text.amount.isOpen() ? text : Value();
    }
    const Clauses& known = clausesOf(node.children[1]);
    const Cells among = cells(node.children[1]);
    const auto own = text.span ? known.at.find(*text.span) : known.at.end();
    const std::size_t end = own == known.at.end() ? among->cells.size() : own->second;
    charge(text.text.size());
    for (std::string& clause : clausesIn(text.text)) {
        const auto first = known.first.find(clause);
        if (first == known.first.end() || first->second >= end) continue;
        Value found = words(std::move(clause));
        found.span = among->cells[first->second].span;
        return found;
    }
    return Value();
}

/// Words with words, dates with dates, and each quantity of the first with one of the second;
/// undetermined where one of them is blank or was not understood.
Verdict Evaluator::comparableWith(const Value& first, const Value& second) {
    for (const Value* side : {&first, &second}) {
        if (side->what == What::amount && !side->amount.isKnown()) return answer(*side);
    }
    if (first.date || second.date) return {truthOf(first.date && second.date), {}};
    const std::vector<Value> wanted = quantitiesIn(first);
    const std::vector<Value> found = quantitiesIn(second);
    if (wanted.empty() || found.empty()) return {truthOf(wanted.empty() && found.empty()), {}};
    const auto meets = [&](const Quantity& a, const Quantity& b) {
        if (a.bareZero() || b.bareZero()) return true;
        if (a.bare() || b.bare()) return a.bare() && b.bare();
        return comparable(meet(units_, *a.unit, *b.unit).how);
    };
    if (!charge(first.text.size() + second.text.size() + wanted.size() * found.size())) return {};
    return {truthOf(std::all_of(
                wanted.begin(), wanted.end(),
                [&](const Value& one) {
                    return std::any_of(found.begin(), found.end(), [&](const Value& other) {
                        return meets(one.amount.quantity(), other.amount.quantity());
                    });
                })),
            {}};
}

}  // namespace biao::expression

// Rows found by keys. What is worked out from the rows of one key is worked out once for it, so
// that a rule over n rows that each look up their key stays linear, however many share one.
#include <utility>

#include "expression/evaluate.h"

namespace biao::expression {

using What = Cell::What;

namespace {

/// Appends the key so that no two lists of keys look alike; false when the value is none.
bool append(std::string& to, const Value& key) {
    std::string text;
    if (key.what == What::text) {
        text = "t" + std::string(key.text);
    } else if (key.what == What::amount && key.amount.isKnown() && key.plain &&
               key.amount.quantity().bare()) {
        text = "n" + key.amount.quantity().value.text();
    } else {
        return false;
    }
    to += std::to_string(text.size()) + ":" + text;
    return true;
}

}  // namespace

/// The keys of a match, those over its slot or those outside; nothing when one of them is none, and
/// then the cell to blame, if it could not be read.
std::optional<std::string> Evaluator::keys(const Node& node, bool outside,
                                           std::optional<Span>& cause) {
    std::string text;
    bool all = true;
    for (std::size_t i = outside ? 2 : 1; i < node.children.size(); i += 2) {
        const Value& key = value(node.children[i]);
        if (append(text, key)) continue;
        all = false;
        if (const Verdict open = answer(key); !cause) cause = open.cause;
    }
    if (!all) return std::nullopt;
    return text;
}

Rows Evaluator::matched(const Node& node, Memo& memo) {
    if (!memo.index) {
        std::unordered_map<std::string, RowSet> sets;
        const Rows from = rows(node.children[0]);
        std::optional<Span> cause = from->cause;  // a row whose key could not be read
        for (const RowId one : from->rows) {
            bind(node.slot, one);
            if (const auto key = keys(node, false, cause)) sets[*key].rows.push_back(one);
        }
        memo.index.emplace();
        for (auto& [key, set] : sets) {
            set.cause = cause;
            memo.index->emplace(key, std::make_shared<const RowSet>(std::move(set)));
        }
        memo.rows = std::make_shared<const RowSet>(RowSet{{}, cause});
    }
    std::optional<Span> cause;
    const auto key = keys(node, true, cause);
    if (!key) {
        return cause ? std::make_shared<const RowSet>(RowSet{{}, cause}) : memo.rows;
    }
    const auto found = memo.index->find(*key);
    return found == memo.index->end() ? memo.rows : found->second;
}

Cells Evaluator::cellsOfMatch(const Node& node, Memo& memo, const Rows& rows) {
    Matched& known = memo.matched[rows.get()];
    if (!known.cells) {
        known.rows = rows;  // kept, so that its address stays its own
        CellSet set{{}, rows->cause};
        set.cells.reserve(rows->rows.size());
        for (const RowId one : rows->rows)
            set.cells.push_back(selected(node, one));
        known.cells = std::make_shared<const CellSet>(std::move(set));
    }
    return known.cells;
}

/// A function of the cells of a match.
const Value& Evaluator::ofMatch(NodeId id, const Node& node) {
    const Cells set = cells(node.children[0]);
    auto& [kept, known] = memo_[id.value].values[set.get()];
    if (!known) {
        kept = set;
        known = called(node);
    }
    return *known;
}

}  // namespace biao::expression

#include "evaluation/shares.h"

#include "evaluation/columns.h"

namespace biao::evaluation {

using model::Row;
using model::RowIndex;
using model::RowKind;
using model::Value;

Shares::Shares(const model::Submission& submission, const Dimension& points)
    : submission_(submission), points_(points), children_(submission.rows.size()) {
    for (Index i = 0; i < submission.rows.size(); ++i) {
        const RowIndex parent = submission.rows[i].parent;
        if (parent) children_[parent.value].push_back(i);
    }
    for (Index i = 0; i < submission.rows.size(); ++i) {
        const Row& row = submission.rows[i];
        const bool inner = row.parent && submission[row.parent].kind == RowKind::category &&
                           submission[row.parent].element.value != 0;
        const bool top = row.kind == RowKind::category && row.element.value != 0 && !inner;
        if (top) divide(i, i, std::nullopt);
    }
}

/// Rows that weigh anything: no totals, no parts of others, none that is not applicable.
bool Shares::counts(Index at) const {
    const Row& row = submission_.rows[at];
    if (row.kind == RowKind::category) return true;
    if (row.kind != RowKind::indicator || row.isTotal) return false;
    const Columns columns = Columns::of(*submission_.form, row.element);
    return columns.weight && (valueIn(row, columns.target).type != Value::Type::notApplicable ||
                              !valueOrBlank(row, columns.weight).isBlank());
}

bool Shares::isSilent(Index at) const {
    const Row& row = submission_.rows[at];
    const Value& value = valueOrBlank(row, Columns::of(*submission_.form, row.element).weight);
    return value.isBlank() || value.type == Value::Type::asked;
}

std::optional<Number> Shares::own(Index at) const {
    const Row& row = submission_.rows[at];
    const Columns columns = Columns::of(*submission_.form, row.element);
    auto number = pointsOf(valueOrBlank(row, columns.weight), points_);
    if (number && number->sign() < 0) number.reset();
    return number;
}

std::vector<Shares::Index> Shares::inside(Index at) const {
    std::vector<Index> out;
    for (const Index child : children_[at]) {
        if (!counts(child)) continue;
        if (submission_.rows[child].kind == RowKind::category && inside(child).empty()) continue;
        out.push_back(child);
    }
    return out;
}

/// Of a category what it states, else what all that stands in it says.
std::optional<Number> Shares::worth(Index at) const {
    auto stated = own(at);
    if (stated || submission_.rows[at].kind != RowKind::category) return stated;
    Number sum;
    for (const Index child : inside(at)) {
        const auto one = worth(child);
        if (!one) return std::nullopt;
        sum += *one;
    }
    return sum;
}

/// What is said inside of a category that does not say all.
Number Shares::said(Index at) const {
    Number sum;
    for (const Index child : inside(at)) {
        const auto one = worth(child);
        sum += one ? *one : said(child);
    }
    return sum;
}

void Shares::silentIn(Index at, std::vector<RowIndex>& into) const {
    if (submission_.rows[at].kind == RowKind::indicator) {
        if (isSilent(at)) into.push_back({at});
        return;
    }
    if (own(at)) return;  // it is divided for itself
    for (const Index child : inside(at))
        silentIn(child, into);
}

void Shares::divide(Index category, Index stating, std::optional<Number> whole) {
    if (auto stated = own(category)) {
        whole = std::move(stated);
        stating = category;
    }
    std::vector<Index> open;
    const std::vector<Index> all = inside(category);
    Number rest = whole.value_or(0);
    for (const Index child : all) {
        const auto one = worth(child);
        if (one) rest = rest - *one;
        if (!one) open.push_back(child);
        const bool deeper = submission_.rows[child].kind == RowKind::category;
        if (deeper && (one || !whole)) divide(child, child, std::nullopt);
    }
    if (!whole || open.empty() || rest.sign() < 0) return;
    if (open.size() == 1) {
        const bool row = submission_.rows[open.front()].kind == RowKind::indicator;
        if (!row) return divide(open.front(), stating, rest);
        if (isSilent(open.front())) left_[open.front()] = {{stating}, rest};
        return;
    }
    Pool pool{{stating}, rest, {}};
    for (const Index child : open) {
        silentIn(child, pool.rows);
        if (submission_.rows[child].kind != RowKind::category) continue;
        pool.points = pool.points - said(child);
        statedIn(child);
    }
    if (pool.points.sign() < 0 || pool.rows.empty()) return;
    for (const RowIndex row : pool.rows)
        pooled_[row.value] = pools_.size();
    pools_.push_back(std::move(pool));
}

/// Categories in a silent one that state what they weigh.
void Shares::statedIn(Index category) {
    for (const Index inner : inside(category)) {
        if (submission_.rows[inner].kind != RowKind::category) continue;
        if (own(inner)) {
            divide(inner, inner, std::nullopt);
        } else {
            statedIn(inner);
        }
    }
}

const Shares::Left* Shares::left(RowIndex row) const {
    const auto found = left_.find(row.value);
    return found == left_.end() ? nullptr : &found->second;
}

const Shares::Pool* Shares::poolOf(RowIndex row) const {
    const auto found = pooled_.find(row.value);
    return found == pooled_.end() ? nullptr : &pools_[found->second];
}

}  // namespace biao::evaluation

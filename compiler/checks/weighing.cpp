#include "checks/weighing.h"

#include <algorithm>

#include "diagnostics/phrases.h"

namespace biao::checks {

using definitions::ElementId;
using model::Cell;
using model::Row;
using model::RowKind;

Weighing::Weighing(const Context& context)
    : context_(context),
      form_(context.form()),
      rows_(context.submission.rows),
      children_(rows_.size()),
      known_(rows_.size()) {
    for (Index i = 0; i < rows_.size(); ++i) {
        if (rows_[i].parent) children_[rows_[i].parent.value].push_back(i);
    }
}

/// The column of weights in force for the row; none where the form has none.
ElementId Weighing::column(Index row) const {
    const auto& columns = form_.columnsOf(rows_[row].element);
    const auto found = std::find_if(columns.rbegin(), columns.rend(), [&](ElementId id) {
        return form_[id].role.role == syntax::Role::weight &&
               form_[id].mode == definitions::Mode::summed;
    });
    return found == columns.rend() ? ElementId() : *found;
}

const Cell* Weighing::cell(Index row) const {
    const ElementId id = column(row);
    return id ? rows_[row].cell({id, {}}) : nullptr;
}

/// As the row itself states it.
Amount Weighing::own(Index row) const {
    if (rows_[row].broken) return Amount::unknown(rows_[row].nameSpan);
    const Cell* found = cell(row);
    if (!found) return {};
    const Amount amount = found->value.number();
    // A word, a list: said to be no weight, and nobody knows which was meant.
    if (amount.isBlank() && !found->value.isBlank()) return Amount::unknown(found->value.span);
    const bool negative = amount.isKnown() && amount.quantity().value.sign() < 0;
    if (negative && nonNegative(form_, found->column.element)) {
        return Amount::unknown(found->value.span);
    }
    return amount;
}

Span Weighing::placeOf(Index row) const {
    const Cell* found = cell(row);
    return found && !found->value.isBlank() ? found->value.span : rows_[row].nameSpan;
}

Localized Weighing::nameOf(Index row) const {
    const Row& r = rows_[row];
    return r.kind == RowKind::category && !form_[r.element].repeatable
               ? form_[r.element].shown()
               : Localized(std::string(r.name));
}

bool Weighing::counts(Index row) const {
    const Row& r = rows_[row];
    if (r.kind == RowKind::category) return true;
    if (r.kind != RowKind::indicator || r.isTotal) return false;
    return r.value().type != model::Value::Type::notApplicable || !own(row).isBlank();
}

std::vector<Weighing::Index> Weighing::inside(Index row) const {
    std::vector<Index> out;
    std::copy_if(children_[row].begin(), children_[row].end(), std::back_inserter(out),
                 [&](Index child) { return counts(child); });
    return out;
}

bool Weighing::holdsRows(Index row) const {
    const auto inner = inside(row);
    return std::any_of(inner.begin(), inner.end(), [&](Index child) {
        return rows_[child].kind == RowKind::indicator || holdsRows(child);
    });
}

Amount Weighing::added(const std::vector<Amount>& terms) const {
    const auto result = sum(context_.units(), terms);
    const Total* total = std::get_if<Total>(&result);
    return total ? total->amount : Amount::unknown(context_.submission.headSpan);
}

Amount Weighing::worth(Index row) {
    if (rows_[row].kind != RowKind::category) return own(row);
    if (known_[row]) return *known_[row];
    const Amount stated = own(row);
    const Amount inner = together(inside(row));
    Amount result = inner.isBlank() || stated.isKnown() ? stated : inner;
    if (stated.state() == State::unknown) result = stated;
    const bool differ = stated.isKnown() && !inner.isBlank() &&
                        compare(context_.units(), stated, Op::eq, inner) != Truth::holds;
    if (differ) result = Amount::unknown(placeOf(row));  // the sum was said not to be right
    known_[row] = result;
    return result;
}

Amount Weighing::together(const std::vector<Index>& rows) {
    std::vector<Amount> amounts;
    for (const Index row : rows)
        amounts.push_back(worth(row));
    const bool weighs = std::any_of(amounts.begin(), amounts.end(),
                                    [](const Amount& one) { return !one.isBlank(); });
    for (std::size_t i = 0; weighs && i < rows.size(); ++i) {
        const bool empty = rows_[rows[i]].kind == RowKind::category && !holdsRows(rows[i]);
        if (!amounts[i].isBlank() || empty) continue;
        amounts[i] = Amount::unknown(rows_[rows[i]].nameSpan);
        if (missing_.insert(rows[i]).second) sayMissing(rows[i]);
    }
    return added(amounts);
}

void Weighing::sayMissing(Index row) {
    const ElementId id = column(row);
    if (!id || form_[id].required) return;  // what is required has been asked for
    if (!context_.submission.doubtful.empty() || !context_.submission.misspelt.empty()) return;
    Finding f = finding(Code::missing, rows_[row].nameSpan,
                        {{"what", phrase(Phrase::columnOfRow,
                                         {{"column", form_[id].shown()}, {"row", nameOf(row)}})}});
    f.group = "column " + form_[id].id;
    context_.findings.add(std::move(f));
}

void Weighing::leaves(const std::vector<Index>& rows, std::vector<Split::Part>& into) const {
    for (const Index row : rows) {
        const Amount amount = own(row);
        const std::size_t before = into.size();
        if (rows_[row].kind == RowKind::category && !amount.isKnown()) {
            leaves(inside(row), into);
            if (into.size() > before) continue;
        }
        into.push_back({nameOf(row), amount, placeOf(row)});
    }
}

}  // namespace biao::checks

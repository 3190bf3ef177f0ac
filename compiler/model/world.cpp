#include "model/world.h"

#include <algorithm>

namespace biao::model {

using expression::RowId;

SubmissionWorld::SubmissionWorld(const Submission& submission, const UnitTable& units)
    : submission_(submission), units_(units), rows_(submission.form->elements.size()) {
    for (std::uint32_t i = 0; i < submission.rows.size(); ++i) {
        const Row& row = submission.rows[i];
        if (row.kind == RowKind::category || row.kind == RowKind::ofWhich ||
            row.kind == RowKind::together || row.added) {
            continue;
        }
        for (ElementId at = row.element; at.value != 0; at = (*submission.form)[at].parent) {
            rows_[at.value].push_back({i});
        }
        if (row.kind == RowKind::indicator) rows_[0].push_back({i});
    }
}

std::vector<RowId> SubmissionWorld::rows(ElementId element) const {
    return rows_[element.value];
}

ElementId SubmissionWorld::element(RowId row) const {
    return submission_.rows[row.value].element;
}

std::string_view SubmissionWorld::name(RowId row) const {
    return submission_.rows[row.value].name;
}

Span SubmissionWorld::span(RowId row) const {
    return submission_.rows[row.value].nameSpan;
}

bool SubmissionWorld::isTotal(RowId row) const {
    return submission_.rows[row.value].isTotal;
}

std::vector<ElementId> SubmissionWorld::categoryPath(RowId row) const {
    return expression::categoriesAt(*submission_.form, element(row));
}

std::string_view SubmissionWorld::categoryTitle(RowId row) const {
    for (RowIndex at = submission_.rows[row.value].parent; at; at = submission_[at].parent) {
        const Row& around = submission_[at];
        const bool category = around.kind == RowKind::category;
        if (category && (*submission_.form)[around.element].repeatable) return around.name;
    }
    return {};
}

const definitions::Promise& SubmissionWorld::promise(RowId row) const {
    if (promising_ != row) promise_ = submission_.form->names.of(name(row), units_);
    promising_ = row;
    return promise_;
}

Amount SubmissionWorld::together(const Row& row, ElementId group) const {
    std::vector<Amount> amounts;
    for (const Cell& cell : row.cells) {
        if (cell.column.element == group) amounts.push_back(cell.value.number());
    }
    const auto result = sum(units_, amounts);
    const Total* total = std::get_if<Total>(&result);
    return total ? total->amount : Amount();
}

expression::Cell SubmissionWorld::cell(RowId index, ElementId column) const {
    const Row& row = submission_.rows[index.value];
    const bool ofYears = column && (*submission_.form)[column].period.each;
    ColumnRef where{column};
    if (ofYears && years_.element) where = {column, years_.year, years_.years};
    const Cell* cell = row.cell(where);
    expression::Cell out;
    out.span = row.nameSpan;
    if (ofYears && !years_.element) {
        out.amount = together(row, column);
        if (out.amount.isKnown()) out.bounds = Bounds::exactly(out.amount.quantity());
        return out;
    }
    return cell ? cellOf(cell->value, row.nameSpan) : out;
}

expression::Cell cellOf(const Value& value, Span row) {
    expression::Cell out;
    out.span = row;
    if (!value.span.empty()) out.span = value.span;
    out.op = value.op;
    out.raw = value.text;
    switch (value.type) {
        case Value::Type::yes:
            out.what = expression::Cell::What::yes;
            break;
        case Value::Type::no:
            out.what = expression::Cell::What::no;
            break;
        case Value::Type::text:
        case Value::Type::word:
        case Value::Type::date:
        case Value::Type::tuple:
        case Value::Type::list:
            out.what = expression::Cell::What::text;
            out.several = value.type == Value::Type::tuple || value.type == Value::Type::list;
            if (value.date) out.date = &*value.date;
            break;
        default:
            out.amount = value.number();
            if (const auto bounds = value.bounds()) out.bounds = *bounds;
            break;
    }
    return out;
}

bool isForeign(const Quantity& quantity, const UnitTable& common) {
    if (quantity.bare()) return false;
    const auto& readings = quantity.unit->readings();
    return std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
        const auto factors = reading.dimension.factors();
        return std::any_of(factors.begin(), factors.end(), [&](const Dimension::Factor& factor) {
            return factor.base.value >= common.baseCount();
        });
    });
}

}  // namespace biao::model

#include "evaluation/columns.h"

#include <algorithm>

namespace biao::evaluation {

using definitions::ElementId;
using model::Value;
using syntax::Role;

Columns Columns::of(const definitions::Form& form, ElementId element) {
    const auto& columns = form.columnsOf(element);
    // The innermost, as rules find them.
    const auto with = [&](Role role) {
        const auto found = std::find_if(columns.rbegin(), columns.rend(), [&](ElementId id) {
            return form[id].role == definitions::RoleRef{role, {}};
        });
        return found == columns.rend() ? ElementId() : *found;
    };
    return {with(Role::target), with(Role::actual), with(Role::weight), with(Role::score),
            with(Role::assessed)};
}

const Value& valueIn(const model::Row& row, ElementId column) {
    static const Value blank;
    const model::Cell* cell = row.cell({column});
    return cell ? cell->value : blank;
}

const Value& valueOrBlank(const model::Row& row, ElementId column) {
    static const Value blank;
    return column ? valueIn(row, column) : blank;
}

std::optional<Number> pointsOf(const Quantity& quantity, const Dimension& points) {
    if (quantity.bare()) return quantity.value;
    for (const Reading& reading : quantity.unit->readings()) {
        if (reading.dimension == points) return toBase(quantity, reading);
    }
    return std::nullopt;
}

std::optional<Number> pointsOf(const Value& value, const Dimension& points) {
    const bool plain = value.type == Value::Type::measure && value.amount.isKnown();
    return plain ? pointsOf(value.amount.quantity(), points) : std::nullopt;
}

Number halfOfLastPlace(std::string_view written) {
    const auto dot = written.find_first_of('.');
    if (dot == std::string_view::npos) return {};
    const auto end = written.find_first_not_of("0123456789", dot + 1);
    const auto places = static_cast<int>(std::min(end, written.size()) - dot - 1);
    if (places == 0) return {};
    return *Number(1).divided(Number(2)) * Number::pow10(-places);
}

model::RowIndex rowWithRole(const model::Submission& submission, Role role) {
    const ElementId element = submission.form->withRole({role, {}});
    if (!element || (*submission.form)[element].kind != definitions::ElementKind::field) return {};
    for (std::uint32_t i = 0; i < submission.rows.size(); ++i) {
        const model::Row& row = submission.rows[i];
        if (row.element == element && row.kind == model::RowKind::field) return {i};
    }
    return {};
}

Localized pathAround(const model::Submission& submission, model::RowIndex row) {
    return submission.form->path(submission[row].element);
}

}  // namespace biao::evaluation

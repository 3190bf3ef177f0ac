#include "scores/item_words.h"

#include "emit/value_cells.h"

namespace biao::scores {

using evaluation::Item;
using model::Submission;
using model::Value;
using syntax::Role;

namespace {

/// Where the cells of the item stand: of a weight that no row carries, where its score belongs.
model::RowIndex rowOf(const Item& item) {
    return item.row ? item.row : item.placeRow;
}

const Value* valueWith(const Submission& submission, const Item& item, Role role) {
    if (!rowOf(item)) return nullptr;
    for (const model::Cell& cell : submission[rowOf(item)].cells) {
        if (!cell.column.element) continue;
        if ((*submission.form)[cell.column.element].role == definitions::RoleRef{role, ""})
            return &cell.value;
    }
    return nullptr;
}

/// Of the budgets of a year the last that is filled in.
const Value* budgetOf(const Submission& submission, const Item& item) {
    const Value* found = nullptr;
    if (!rowOf(item)) return found;
    for (const model::Cell& cell : submission[rowOf(item)].cells) {
        if (!cell.column.element || cell.value.isBlank()) continue;
        if ((*submission.form)[cell.column.element].role.role == Role::budget) found = &cell.value;
    }
    return found;
}

std::string textOf(const Submission& submission, const Item& item, const Value* value) {
    return value ? emit::shortText(*value, submission[rowOf(item)], submission) : std::string();
}

}  // namespace

std::string targetOf(const Submission& submission, const Item& item) {
    if (!item.row) return textOf(submission, item, budgetOf(submission, item));
    const Value* target = valueWith(submission, item, Role::target);
    return textOf(submission, item, target ? target : &submission[item.row].value());
}

const Value* actualValue(const Submission& submission, const Item& item) {
    const Value* actual = valueWith(submission, item, Role::actual);
    return actual ? actual : valueWith(submission, item, Role::executed);
}

std::string actualOf(const Submission& submission, const Item& item) {
    return textOf(submission, item, actualValue(submission, item));
}

std::string_view stateName(const Item& item) {
    if (item.isRating()) return "rating";
    if (item.leftOut) return "leftOut";
    if (item.scheme.empty() && item.weight) return "noScheme";
    if (!item.unscored.zh.empty()) return "unscored";
    return item.least == item.most ? "scored" : "range";
}

std::string pointsText(const Number& least, const Number& most) {
    return least == most ? most.text() : least.text() + "~" + most.text();
}

std::string placeText(const Submission& submission, Span span) {
    const Source& source = submission.sourceOf(span);
    return source.path() + ":" + std::to_string(source.position(span.begin).line);
}

}  // namespace biao::scores

#include "comparison/year_world.h"

#include <algorithm>
#include <utility>

#include "comparison/change_of.h"
#include "comparison/match.h"

namespace biao::comparison {

using expression::RowId;
using model::Row;
using model::RowIndex;
using model::RowKind;

YearWorld::YearWorld(std::shared_ptr<const definitions::Form> form, const std::vector<Year>& years,
                     const definitions::Library& library, const UnitTable& common)
    : form_(std::move(form)), common_(common), library_(library) {
    const definitions::Form& first = *years.front().submission->form;
    std::uint32_t begin = 0;
    for (const Year& year : years) {
        const model::Submission& submission = *year.submission;
        std::optional<ElementMap> elements;
        if (submission.form.get() != &first) elements.emplace(*submission.form, first);
        const std::size_t count = submission.rows.size();
        parts_.push_back({&submission, model::SubmissionWorld(submission, *year.units),
                          std::move(elements), year.units != years.front().units, year.files, begin,
                          std::vector<RowIndex>(count), std::vector<RowIndex>(count)});
        begin += static_cast<std::uint32_t>(count);
    }
    for (std::size_t i = 1; i < parts_.size(); ++i) {
        const auto matches = matchRows(*parts_[i].submission, *parts_[i - 1].submission, library);
        for (const RowPair& pair : matches.pairs) {
            parts_[i - 1].before[pair.after.value] = pair.before;
            parts_[i].after[pair.before.value] = pair.after;
        }
    }
    collect();
}

/// The rows of last year by this year's elements, as SubmissionWorld has those of its own.
void YearWorld::collect() {
    lastYear_.resize(form_->lastYear.value);
    if (parts_.size() < 2) return;
    const Part& part = parts_[1];
    for (std::uint32_t i = 0; i < part.submission->rows.size(); ++i) {
        const Row& row = part.submission->rows[i];
        const bool apart = row.kind == RowKind::category || row.kind == RowKind::ofWhich ||
                           row.kind == RowKind::together || row.added;
        if (apart) continue;
        const RowId id{part.begin + i};
        for (ElementId up = now(part, row.element); up.value != 0; up = (*form_)[up].parent)
            lastYear_[up.value].push_back(id);
        if (row.kind == RowKind::indicator) lastYear_[0].push_back(id);
    }
}

ElementId YearWorld::now(const Part& part, ElementId element) const {
    if (!part.elements) return element;
    const ElementId found = part.elements->after(element);
    return found ? found : ElementId{0};
}

std::size_t YearWorld::at(RowId row) const {
    const auto past =
        std::upper_bound(parts_.begin(), parts_.end(), row.value,
                         [](std::uint32_t value, const Part& part) { return value < part.begin; });
    return static_cast<std::size_t>(past - parts_.begin()) - 1;
}

std::vector<RowId> YearWorld::rows(ElementId element) const {
    const auto behind = form_->lastYear;
    if (element >= behind) return lastYear_[element.value - behind.value];
    return parts_.front().world.rows(element);
}

ElementId YearWorld::element(RowId row) const {
    const std::size_t year = at(row);
    const Part& part = parts_[year];
    const ElementId found = now(part, part.world.element(own(part, row)));
    return year == 0 ? found : ElementId{found.value + form_->lastYear.value};
}

std::string_view YearWorld::name(RowId row) const {
    const Part& part = of(row);
    return part.world.name(own(part, row));
}

Span YearWorld::span(RowId row) const {
    const Part& part = of(row);
    return shown(part, part.world.span(own(part, row)));
}

bool YearWorld::isTotal(RowId row) const {
    const Part& part = of(row);
    return part.world.isTotal(own(part, row));
}

std::vector<ElementId> YearWorld::categoryPath(RowId row) const {
    return expression::categoriesAt(*form_, element(row));
}

std::string_view YearWorld::categoryTitle(RowId row) const {
    const Part& part = of(row);
    return part.world.categoryTitle(own(part, row));
}

const definitions::Promise& YearWorld::promise(RowId row) const {
    const Part& part = of(row);
    return part.world.promise(own(part, row));
}

Span YearWorld::shown(const Part& part, Span span) {
    span.file.value += part.files;
    return span;
}

std::optional<RowId> YearWorld::yearBefore(RowId row) const {
    const std::size_t year = at(row);
    const RowIndex found = parts_[year].before[own(parts_[year], row).value];
    if (!found) return std::nullopt;
    return RowId{parts_[year + 1].begin + found.value};
}

std::optional<RowId> YearWorld::yearAfter(RowId row) const {
    const std::size_t year = at(row);
    const RowIndex found = parts_[year].after[own(parts_[year], row).value];
    if (!found) return std::nullopt;
    return RowId{parts_[year - 1].begin + found.value};
}

namespace {

/// The column that stands for its target, else its own value.
model::ColumnRef targetOf(const definitions::Form& form, const Row& row) {
    for (const ElementId column : form.columnsOf(row.element)) {
        if (form[column].role.role == syntax::Role::target) return {column, {}};
    }
    return {};
}

}  // namespace

std::optional<expression::Since> YearWorld::sinceLastYear(RowId row) const {
    using expression::Since;
    const std::size_t year = at(row);
    const Part& now = parts_[year];
    const RowIndex index{own(now, row).value};
    const RowIndex old = now.before[index.value];
    if (!old) return std::nullopt;
    const Part& past = parts_[year + 1];
    const Row& is = (*now.submission)[index];
    const Row& was = (*past.submission)[old];
    if (is.broken || was.broken) return std::nullopt;
    const auto* after = is.cell(targetOf(*now.submission->form, is));
    const auto* before = was.cell(targetOf(*past.submission->form, was));
    if (!after || !before || after->value.isBlank() || before->value.isBlank()) return std::nullopt;
    for (const Part* part : {&now, &past}) {
        const model::Value& value = part == &now ? after->value : before->value;
        const bool alien = part->foreign && value.amount.isKnown() &&
                           model::isForeign(value.amount.quantity(), common_);
        if (alien || value.type == model::Value::Type::unreadable) return std::nullopt;
    }
    Change change;
    change.part = comparison::Part::value;
    change.valueBefore = &before->value;
    change.valueAfter = &after->value;
    const Setting setting =
        settingOf(*past.submission, was, *now.submission, is, change, library_.units());
    if (!judge(change, setting, library_) || change.what == What::sameAmount) return Since::same;
    if (change.what == What::tightened) return Since::tightened;
    return change.what == What::loosened ? Since::loosened : Since::other;
}

expression::Cell YearWorld::cell(RowId row, ElementId column) const {
    const Part& part = of(row);
    const RowId inside = own(part, row);
    ElementId there = column;
    if (column && column >= form_->lastYear) there.value -= form_->lastYear.value;
    if (there && part.elements) {
        there = part.elements->before(there);
        if (!there) {  // that year's form had no such column
            expression::Cell none;
            none.span = shown(part, part.world.span(inside));
            return none;
        }
    }
    expression::Cell cell = part.world.cell(inside, there);
    const model::Row& written = part.submission->rows[inside.value];
    const bool amount = cell.what == expression::Cell::What::amount;
    const bool lost = written.broken && amount && cell.amount.isBlank();
    const bool alien = part.foreign && amount && cell.amount.isKnown() &&
                       model::isForeign(cell.amount.quantity(), common_);
    cell.span = shown(part, cell.span);
    if (lost || alien) cell.amount = Amount::unknown(cell.span);
    return cell;
}

}  // namespace biao::comparison

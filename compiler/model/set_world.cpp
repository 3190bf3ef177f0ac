#include "model/set_world.h"

#include <algorithm>

namespace biao::model {

using definitions::ElementKind;
using expression::RowId;

SetWorld::SetWorld(const definitions::SetForm& set, const std::vector<Member>& members,
                   const UnitTable& units, const UnitTable& common)
    : set_(set), common_(common), under_(set.form()->elements.size()) {
    for (const Member& member : members) {
        const ElementId subject = set.subject(member.subject);
        const auto* form = subject ? set.part(subject, *member.submission->form) : nullptr;
        if (!form) continue;
        const Submission& submission = *member.submission;
        Part part{&submission,
                  form,
                  subject,
                  SubmissionWorld(submission, *member.units),
                  member.units != &units,
                  submission.year ? std::to_string(*submission.year) : std::string(),
                  std::vector<RowIndex>(submission.form->elements.size())};
        parts_.push_back(std::move(part));
        add(static_cast<std::uint32_t>(parts_.size() - 1));
    }
}

void SetWorld::add(std::uint32_t at) {
    Part& part = parts_[at];
    const auto next = [&] { return RowId{static_cast<std::uint32_t>(rows_.size())}; };
    under_[part.subject.value].push_back(next());
    rows_.push_back({at, {}});
    for (std::uint32_t i = 0; i < part.submission->rows.size(); ++i) {
        const Row& row = part.submission->rows[i];
        const bool counted = row.kind != RowKind::category && row.kind != RowKind::ofWhich &&
                             row.kind != RowKind::together && !row.added;
        if (!counted) continue;
        const ElementId into = part.form->set[row.element.value];
        if (!into) continue;
        const definitions::Form& form = *set_.form();
        if (form[into].kind == ElementKind::column) {
            RowIndex& known = part.row[row.element.value];
            if (!known) known = {i};
            continue;
        }
        for (ElementId each = into; each != part.subject && each.value != 0;
             each = form[each].parent) {
            under_[each.value].push_back(next());
        }
        if (row.kind == RowKind::indicator) under_[0].push_back(next());
        rows_.push_back({at, {i}});
    }
}

std::vector<RowId> SetWorld::rows(ElementId element) const {
    return under_[element.value];
}

ElementId SetWorld::element(RowId id) const {
    const SetRow& row = rows_[id.value];
    const Part& part = parts_[row.part];
    if (!row.row) return part.subject;
    return part.form->set[(*part.submission)[row.row].element.value];
}

std::string_view SetWorld::name(RowId id) const {
    const SetRow& row = rows_[id.value];
    const Submission& submission = *parts_[row.part].submission;
    return row.row ? submission[row.row].name : submission.title;
}

Span SetWorld::span(RowId id) const {
    const SetRow& row = rows_[id.value];
    const Submission& submission = *parts_[row.part].submission;
    return row.row ? submission[row.row].nameSpan : submission.headSpan;
}

bool SetWorld::isTotal(RowId id) const {
    const SetRow& row = rows_[id.value];
    return row.row && (*parts_[row.part].submission)[row.row].isTotal;
}

std::vector<ElementId> SetWorld::categoryPath(RowId row) const {
    return expression::categoriesAt(*set_.form(), element(row));
}

std::string_view SetWorld::formOf(RowId id) const {
    const SetRow& row = rows_[id.value];
    return row.row ? std::string_view() : parts_[row.part].submission->form->name.path;
}

std::string_view SetWorld::categoryTitle(RowId id) const {
    const RowIndex row = rows_[id.value].row;
    return row ? partOf(id).world.categoryTitle({row.value}) : std::string_view();
}

const definitions::Promise& SetWorld::promise(RowId id) const {
    static const definitions::Promise none;
    const RowIndex row = rows_[id.value].row;
    return row ? partOf(id).world.promise({row.value}) : none;
}

expression::Cell SetWorld::cell(RowId id, ElementId column) const {
    const Part& part = partOf(id);
    const RowIndex row = rows_[id.value].row;
    const bool ofItself = column && (*set_.form())[column].parent == part.subject;
    if (ofItself) return ofSubmission(part, column);
    if (!row) {
        expression::Cell none;
        none.span = part.submission->headSpan;
        return none;
    }
    ElementId own;
    if (column) {
        own = part.form->member[column.value];
        if (!own) {  // the form of this submission has no such column
            expression::Cell none;
            none.span = (*part.submission)[row].nameSpan;
            return none;
        }
    }
    return known(part, row, part.world.cell({row.value}, own));
}

/// A field or fund of the submission, or who it is.
expression::Cell SetWorld::ofSubmission(const Part& part, ElementId column) const {
    const Submission& submission = *part.submission;
    const auto& identity = set_.identity(part.subject);
    const ElementId own = part.form->member[column.value];
    const RowIndex row = own ? part.row[own.value] : RowIndex();
    expression::Cell cell;
    cell.span = submission.headSpan;
    if (row) {
        cell = known(part, row, part.world.cell({row.value}, {}));
    } else if (own && inDoubt(part, own)) {
        cell.amount = Amount::unknown(submission.headSpan);
    }
    const bool blank = cell.what == expression::Cell::What::amount && cell.amount.isBlank();
    if (column == identity.year) {
        // 2031 and 2031年 are one year.
        if (part.year.empty()) return cell;
        cell.what = expression::Cell::What::text;
        cell.raw = part.year;
    } else if (column == identity.name && blank && !submission.title.empty()) {
        cell.what = expression::Cell::What::text;
        cell.raw = submission.title;
    }
    return cell;
}

/// What stands in a line that had a mistake, or is measured in what the rule does not know, is
/// unknown.
expression::Cell SetWorld::known(const Part& part, RowIndex index, expression::Cell cell) const {
    const Row& row = (*part.submission)[index];
    const bool amount = cell.what == expression::Cell::What::amount;
    const bool lost = row.broken && amount && cell.amount.isBlank();
    const bool alien = part.foreign && amount && cell.amount.isKnown() &&
                       isForeign(cell.amount.quantity(), common_);
    if (lost || alien) cell.amount = Amount::unknown(cell.span);
    return cell;
}

/// Whether it may be written there in a line that was not understood.
bool SetWorld::inDoubt(const Part& part, ElementId element) const {
    const Submission& submission = *part.submission;
    if (submission.unbalanced || !submission.misspelt.empty()) return true;
    const auto& doubtful = submission.doubtful;
    for (ElementId at = element;; at = (*submission.form)[at].parent) {
        if (std::find(doubtful.begin(), doubtful.end(), at) != doubtful.end()) return true;
        if (at.value == 0) return false;
    }
}

}  // namespace biao::model

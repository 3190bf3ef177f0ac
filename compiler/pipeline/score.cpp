#include "pipeline/score.h"

#include <algorithm>

#include "diagnostics/phrases.h"

namespace biao::pipeline {

using evaluation::Evaluation;
using evaluation::Item;

namespace {

/// The item that a place of a finding belongs to: a cell of its row, or the row's name.
Item* itemAt(Evaluation& evaluation, const model::Submission& submission, Span place) {
    const auto found =
        std::find_if(evaluation.items.begin(), evaluation.items.end(), [&](const Item& item) {
            const model::RowIndex at = item.row ? item.row : item.placeRow;
            if (item.isRating() || !at) return false;
            const model::Row& row = submission[at];
            return place == row.nameSpan ||
                   std::any_of(row.cells.begin(), row.cells.end(), [&](const model::Cell& cell) {
                       return !cell.value.span.empty() && cell.value.span == place;
                   });
        });
    return found == evaluation.items.end() ? nullptr : &*found;
}

}  // namespace

Evaluation score(model::Submission& submission, const FormRules& rules,
                 const definitions::Library& library, Findings& said) {
    auto evaluation = evaluation::evaluate(submission, rules.schemes, rules.weights, library, said);
    if (!evaluation.any()) {
        const bool none = rules.schemes.programs.empty();
        said.add(finding(Code::notScored, submission.headSpan,
                         {{"title", std::string(submission.title)},
                          {"why", phrase(none ? Phrase::noSchemes : Phrase::nothingToScore,
                                         {{"form", evaluation.form}})}}));
    }
    evaluation::compareStated(submission, evaluation, said);
    submission = evaluation::filled(submission, evaluation, library);
    return evaluation;
}

void remark(Evaluation& evaluation, const model::Submission& submission, Findings& findings) {
    for (Finding& finding : findings.list()) {
        if (finding.silenced || !finding.code.starts_with("B5:")) continue;
        Item* item = itemAt(evaluation, submission, finding.span);
        // What points at several rows is about all of them.
        for (const Related& one : finding.related) {
            const Item* other = itemAt(evaluation, submission, one.span);
            if (other && other != item) item = nullptr;
        }
        (item ? item->remarks : evaluation.remarks).push_back(finding.message);
        std::erase_if(finding.fixes, [&](const Fix& fix) {
            return std::any_of(fix.edits.begin(), fix.edits.end(), [&](const Edit& edit) {
                return edit.span == submission.headSpan ||
                       (item && item->row && edit.span == submission[item->row].nameSpan);
            });
        });
    }
}

}  // namespace biao::pipeline

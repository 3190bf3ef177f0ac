#include "evaluation/outcome.h"

#include <algorithm>

namespace biao::evaluation {

namespace {

std::string unitOf(const model::Submission& submission) {
    const auto element = submission.form->withRole({syntax::Role::parent, ""});
    if (!element) return {};
    for (const model::Row& row : submission.rows) {
        if (row.element == element && row.kind == model::RowKind::field)
            return std::string(row.value().text);
    }
    return {};
}

Outcome::Top& topIn(Outcome& out, const std::string& name) {
    const auto known = std::find_if(out.tops.begin(), out.tops.end(),
                                    [&](const Outcome::Top& one) { return one.name == name; });
    return known == out.tops.end() ? out.tops.emplace_back(Outcome::Top{name, {}, {}, {}, false})
                                   : *known;
}

}  // namespace

Outcome outcomeOf(const model::Submission& submission, const Evaluation& evaluation) {
    Outcome out;
    out.path = submission.source->path();
    out.form = evaluation.form;
    out.subject = evaluation.subject;
    out.title = evaluation.title;
    out.year = evaluation.year;
    out.unit = unitOf(submission);
    out.any = evaluation.any();
    out.provisional = evaluation.provisional;
    out.open = evaluation.open;
    out.least = evaluation.least;
    out.most = evaluation.most;
    out.fullMarks = evaluation.fullMarks;
    out.grades = evaluation.grades;
    const auto contradicts = [](const std::optional<Stated>& stated) {
        return stated && stated->contradicted;
    };
    out.contradicted = static_cast<std::size_t>(contradicts(evaluation.statedTotal)) +
                       static_cast<std::size_t>(contradicts(evaluation.statedGrade));
    for (const Item& item : evaluation.items) {
        if (item.isRating()) continue;
        if (!item.unscored.zh.empty()) ++out.unscored;
        if (contradicts(item.stated)) ++out.contradicted;
        const std::string& name = item.topCategory.empty() ? item.name.zh : item.topCategory;
        Outcome::Top& top = topIn(out, name);
        top.weight += item.leftOut ? Number() : item.weight.value_or(0);
        top.least += item.least;
        top.most += item.most;
        top.provisional = top.provisional || (!item.leftOut && !item.isScored());
    }
    for (const SharedWeight& one : evaluation.shared) {
        if (one.topCategory.empty()) continue;
        Outcome::Top& top = topIn(out, one.topCategory);
        top.weight += one.points;
        top.most += one.points;
    }
    return out;
}

}  // namespace biao::evaluation

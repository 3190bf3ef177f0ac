#include "pipeline/split_targets.h"

#include <algorithm>

#include "diagnostics/phrases.h"
#include "model/target_columns.h"
#include "syntax/words.h"

namespace biao::pipeline {
namespace {

struct SplitTarget {
    Span number;
    std::string_view numberText;
    std::string_view unitText;
    Span comparator;  // none where the row states none of its own
};

std::vector<SplitTarget> splitTargets(const model::Submission& submission) {
    std::vector<SplitTarget> out;  // in the order they stand in
    const auto content = [&](const model::Cell& cell) {
        return model::contentOf(cell.value, submission.slice(cell.value.span));
    };
    for (const model::Row& row : submission.rows) {
        if (!row.value().fromColumns) continue;
        const auto columns = model::targetColumns(*submission.form, row.element);
        const model::Cell* number = row.cell({columns.number, {}});
        if (!number) continue;
        SplitTarget one;
        one.number = content(*number);
        one.numberText = submission.slice(one.number);
        const model::Cell* unit = columns.unit ? row.cell({columns.unit, {}}) : nullptr;
        if (unit) one.unitText = unit->value.text;
        const model::Cell* told = columns.comparator ? row.cell({columns.comparator, {}}) : nullptr;
        using What = model::ToldOperator::What;
        if (told && !told->inherited && model::toldOperator(told->value).what == What::comparison)
            one.comparator = content(*told);
        out.push_back(one);
    }
    std::sort(out.begin(), out.end(), [](const SplitTarget& a, const SplitTarget& b) {
        return a.number.begin < b.number.begin;
    });
    return out;
}

/// A fix that changes nothing but the sign goes into the column of signs.
bool signAlone(const SplitTarget& target, Fix& fix) {
    if (fix.edits.size() != 1 || target.comparator.empty()) return false;
    std::string_view text = fix.edits[0].text;
    for (const auto op : {syntax::Operator::ge, syntax::Operator::le, syntax::Operator::gt,
                          syntax::Operator::lt, syntax::Operator::eq}) {
        const std::string sign = syntax::spelling(op).zh;
        if (!text.starts_with(sign)) continue;
        text.remove_prefix(sign.size());
        while (text.starts_with(' '))
            text.remove_prefix(1);
        const bool same = text.starts_with(target.numberText) &&
                          (text.size() == target.numberText.size() ||
                           text.substr(target.numberText.size()) == target.unitText);
        if (!same) return false;
        fix.title = phrase(Phrase::fixWrite, {{"text", sign}});
        fix.edits[0] = {target.comparator, sign};
        return true;
    }
    return false;
}

}  // namespace

void dropFixesOfSplitTargets(const model::Submission& submission, std::size_t first,
                             Findings& findings) {
    const std::vector<SplitTarget> targets = splitTargets(submission);
    if (targets.empty()) return;
    const auto writtenInto = [&](const Edit& edit) -> const SplitTarget* {
        const auto next = std::partition_point(
            targets.begin(), targets.end(),
            [&](const SplitTarget& one) { return one.number.end < edit.span.begin; });
        const bool inside = next != targets.end() && next->number.file == edit.span.file &&
                            next->number.begin <= edit.span.end;
        return inside ? &*next : nullptr;
    };
    for (std::size_t at = first; at < findings.list().size(); ++at) {
        std::vector<Fix> kept;
        for (Fix& fix : findings.list()[at].fixes) {
            const auto into = std::find_if(fix.edits.begin(), fix.edits.end(), writtenInto);
            if (into == fix.edits.end() || signAlone(*writtenInto(*into), fix))
                kept.push_back(std::move(fix));
        }
        findings.list()[at].fixes = std::move(kept);
    }
}

}  // namespace biao::pipeline

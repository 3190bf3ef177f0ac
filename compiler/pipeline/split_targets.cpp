#include "pipeline/split_targets.h"

#include <algorithm>

#include "model/target_columns.h"

namespace biao::pipeline {

void dropFixesOfSplitTargets(const model::Submission& submission, std::size_t first,
                             Findings& findings) {
    std::vector<Span> numbers;  // in the order they stand in
    for (const model::Row& row : submission.rows) {
        if (!row.value().fromColumns) continue;
        const auto columns = model::targetColumns(*submission.form, row.element);
        if (const model::Cell* cell = row.cell({columns.number, {}})) {
            numbers.push_back(model::contentOf(cell->value, submission.slice(cell->value.span)));
        }
    }
    if (numbers.empty()) return;
    std::sort(numbers.begin(), numbers.end(), [](Span a, Span b) { return a.begin < b.begin; });
    const auto writesInto = [&](const Edit& edit) {
        const auto next = std::partition_point(numbers.begin(), numbers.end(), [&](Span number) {
            return number.end < edit.span.begin;
        });
        return next != numbers.end() && next->file == edit.span.file &&
               next->begin <= edit.span.end;
    };
    for (std::size_t at = first; at < findings.list().size(); ++at) {
        std::erase_if(findings.list()[at].fixes, [&](const Fix& fix) {
            return std::any_of(fix.edits.begin(), fix.edits.end(), writesInto);
        });
    }
}

}  // namespace biao::pipeline

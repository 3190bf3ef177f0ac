// An indicator without a target. One whose measures stand in 其中 or 并 rows below it has them
// there.
#include <algorithm>

#include "checks/checks.h"

namespace biao::checks {

using model::Row;
using model::RowKind;

void missingValue(const Context& context) {
    const auto& rows = context.submission.rows;
    std::vector<bool> holds(rows.size(), false);
    for (const Row& row : rows) {
        if (row.parent && (row.kind == RowKind::ofWhich || row.kind == RowKind::together)) {
            holds[row.parent.value] = true;
        }
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row& row = rows[i];
        const bool measured = row.kind == RowKind::indicator || row.kind == RowKind::ofWhich ||
                              row.kind == RowKind::together;
        if (!measured || row.broken || holds[i] || !row.value().isBlank()) continue;
        Finding f = finding(Code::missingValue, row.nameSpan, {{"name", std::string(row.name)}});
        f.group = "target " + context.form()[row.element].id;
        context.findings.add(std::move(f));
    }
}

}  // namespace biao::checks

// Money finer than one 分: six decimals under 万元 still are whole 分, seven are not.
#include "checks/checks.h"
#include "diagnostics/phrases.h"

namespace biao::checks {

void tooPrecise(const Context& context) {
    const UnitRef money = context.form().moneyUnit;
    if (!money) return;
    const Dimension dimension = money->readings().front().dimension;
    for (const model::Row& row : context.submission.rows) {
        for (const model::Cell& cell : row.cells) {
            if (cell.inherited || cell.value.calculated) continue;
            model::eachQuantity(cell.value, [&](const Quantity& q, Span at) {
                if (q.bare()) return;
                const Reading* reading = q.unit->reading(dimension);
                if (!reading || (toBase(q, *reading) * 100).isInteger()) return;
                Finding f =
                    finding(Code::tooPrecise, at, {{"found", std::string(cell.value.text)}});
                f.group = "precision";
                context.findings.add(std::move(f));
            });
        }
    }
}

}  // namespace biao::checks

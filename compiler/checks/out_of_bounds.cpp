// A number outside what its place takes: negative where the form says 非负, beyond 上限 or 下限.
#include "checks/checks.h"
#include "diagnostics/phrases.h"

namespace biao::checks {
using definitions::Element;

bool nonNegative(const definitions::Form& form, definitions::ElementId id) {
    for (auto at = id; at.value != 0; at = form[at].parent) {
        if (form[at].nonNegative) return true;
        if (form[at].atLeast) return false;  // a bound of its own goes before what it stands in
    }
    return false;
}

void outOfBounds(const Context& context) {
    for (const model::Row& row : context.submission.rows) {
        for (const model::Cell& cell : row.cells) {
            if (cell.inherited) continue;
            const auto id = cell.column.element ? cell.column.element : row.element;
            const Element& element = context.form()[id];
            const bool notBelowZero = nonNegative(context.form(), id);
            if (!notBelowZero && !element.atLeast && !element.atMost) continue;
            model::eachQuantity(cell.value, [&](const Quantity& q, Span at) {
                Localized bound;
                if (notBelowZero && q.value.sign() < 0) bound = phrase(Phrase::notNegative);
                const auto beyond = [&](const std::optional<Quantity>& limit, bool upper) {
                    if (!limit) return;
                    const auto order = compare(context.units(), q, *limit);
                    if (!order || (upper ? *order <= 0 : *order >= 0)) return;
                    bound = Localized((upper ? "\u2264" : "\u2265") + text(*limit),
                                      (upper ? "\u2264" : "\u2265") + text(*limit, Language::en));
                };
                beyond(element.atMost, true);
                beyond(element.atLeast, false);
                if (bound.zh.empty()) return;
                Finding f = finding(Code::outOfBounds, at,
                                    {{"found", std::string(cell.value.text)},
                                     {"place", phrase(Phrase::quoted, {{"text", element.shown()}})},
                                     {"bound", bound}});
                f.group = "bounds " + element.id;
                context.findings.add(std::move(f));
            });
        }
    }
}

}  // namespace biao::checks

// A target that is a bare number: what it counts is not guessed. A column or name with a unit of
// its own gave it that unit when it was read.
#include "checks/checks.h"
#include "diagnostics/phrases.h"
#include "model/read_value.h"

namespace biao::checks {
namespace {

using definitions::Kind;
using model::Value;

/// Units the place would take, for the message: 元 where money is wanted, % for a ratio.
Localized likely(const Context& context, const std::vector<Kind>& kinds) {
    for (const Kind& kind : kinds) {
        if (kind.type != Kind::Type::dimension) continue;
        UnitRef unit = context.units().unitFor(kind.dimension);
        const UnitRef& money = context.form().moneyUnit;
        if (money && money->readings().front().dimension == kind.dimension) unit = money;
        if (kind.dimension.empty()) {
            // A ratio is written with the first unit declared for one: %
            for (const UnitRef& each : context.units().units()) {
                if (!each->readings().front().dimension.empty()) continue;
                unit = each;
                break;
            }
        }
        return phrase(Phrase::suchAsUnit,
                      {{"unit", Localized(unit->spelling(), unit->spelling(Language::en))}});
    }
    return {};
}

bool takesBare(const std::vector<Kind>& kinds) {
    for (const Kind& kind : kinds) {
        if (kind.type == Kind::Type::number) return true;
    }
    return false;
}

void check(const Context& context, const Value& value, const std::vector<Kind>& kinds,
           const std::string& group) {
    if (takesBare(kinds)) return;
    bool bare = false;
    model::eachQuantity(value, [&](const Quantity& q, Span) { bare = bare || q.bare(); });
    if (!bare) return;
    Finding f =
        finding(Code::missingUnit, value.span,
                {{"value", std::string(value.text)}, {"suggestion", likely(context, kinds)}});
    f.group = group;
    context.findings.add(std::move(f));
}

}  // namespace

void missingUnit(const Context& context) {
    for (const model::Row& row : context.submission.rows) {
        for (const model::Cell& cell : row.cells) {
            if (cell.inherited) continue;
            const auto place = cell.column.element ? cell.column.element : row.element;
            const definitions::Element& element = context.form()[place];
            if (element.role.role == syntax::Role::target && !element.role.part.empty()) {
                continue;  // its unit stands beside it: the target is asked
            }
            const auto& amount = cell.value.amount;
            const bool zero = amount.isKnown() && amount.quantity().bareZero();
            if (zero && element.formula) continue;  // the formula says of what
            // What takes no quantity at all is not asked for a unit but for something else.
            bool measures = element.kinds.empty();
            for (const Kind& kind : element.kinds)
                measures = measures || kind.measures();
            if (measures) check(context, cell.value, element.kinds, "unit " + element.id);
        }
    }
}

}  // namespace biao::checks

#include "checks/unit_of_budget.h"

#include <algorithm>
#include <string>

#include "diagnostics/phrases.h"

namespace biao::checks {

using definitions::Kind;
using model::Value;

namespace {

std::optional<Quantity> budgetOf(const Context& context) {
    const auto element = context.form().withRole({syntax::Role::budget, ""});
    if (!element) return std::nullopt;
    for (const model::Row& row : context.submission.rows) {
        if (row.element != element || row.kind != model::RowKind::fund) continue;
        const Amount& amount = row.value().amount;
        if (row.value().isMeasure() && amount.isKnown()) return amount.quantity();
    }
    return std::nullopt;
}

}  // namespace

void withUnit(const Context& context, const Value& value, const UnitRef& unit, Finding& f) {
    const std::string_view written = context.submission.slice(value.span);
    const auto digit = written.find_last_of("0123456789");
    if (digit == std::string_view::npos) return;  // full width, or in words
    const std::string word = unit->spelling();
    const std::string text = std::string(written.substr(0, digit + 1)) + word;
    const auto after = value.span.begin + static_cast<std::uint32_t>(digit) + 1;
    f.fixes.push_back({phrase(Phrase::fixWrite, {{"text", text}}),
                       {{{value.span.file, after, value.span.end}, word}},
                       false});
}

void offerUnitOfBudget(const Context& context, const Value& value, const std::vector<Kind>& kinds,
                       Finding& f) {
    const UnitRef& money = context.form().moneyUnit;
    if (!money || value.type != Value::Type::measure || value.calculated || value.quoted) return;
    const Dimension& dimension = money->readings().front().dimension;
    const bool wanted = std::any_of(kinds.begin(), kinds.end(), [&](const Kind& kind) {
        return kind.type == Kind::Type::dimension && kind.dimension == dimension;
    });
    if (!wanted || !value.amount.isKnown()) return;
    const auto budget = budgetOf(context);
    if (!budget || budget->value.isZero()) return;
    if (!compare(context.units(), *budget, {Number(1), money})) return;  // it is no money itself
    for (const UnitRef& unit : {money, budget->unit, context.units().unitFor(dimension)}) {
        if (!unit) continue;
        const auto order = compare(context.units(), {value.amount.quantity().value, unit}, *budget);
        if (!order || *order != 0) continue;
        withUnit(context, value, unit, f);
        return;
    }
}

}  // namespace biao::checks

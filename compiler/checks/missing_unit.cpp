// A target that is a bare number: what it counts is not guessed. A column or name with a unit of
// its own gave it that unit when it was read.
#include <algorithm>
#include <optional>

#include "checks/checks.h"
#include "checks/unit_of_budget.h"
#include "diagnostics/phrases.h"
#include "model/read_value.h"

namespace biao::checks {
namespace {

using definitions::Kind;
using model::Value;

/// The unit the place would probably take: 元 where money is wanted, % for a ratio; null where
/// there is none.
UnitRef likely(const Context& context, const std::vector<Kind>& kinds) {
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
        return unit;
    }
    return nullptr;
}

/// ≥90 of a ratio is ≥90%; 0.9 may be meant for 0.9% as well as for 90%.
void offerPercent(const Context& context, const Value& value, const UnitRef& unit, Finding& f) {
    const bool ratio = unit && unit->readings().front().dimension.empty();
    if (!ratio || value.type != Value::Type::measure || value.calculated || value.quoted) return;
    const Number& number = value.amount.quantity().value;
    if (number > Number(1) && number <= Number(100)) withUnit(context, value, unit, f);
}

/// 0.9 where a ratio is wanted: 90%, or 0.9%?
std::optional<Localized> shareOrPercent(const UnitRef& unit, const std::vector<Kind>& kinds,
                                        const Number& number) {
    const bool ratio = !kinds.empty() && std::all_of(kinds.begin(), kinds.end(), [](const Kind& k) {
        return !k.measures() || (k.type == Kind::Type::dimension && k.dimension.empty());
    });
    if (!ratio || !unit || number.sign() <= 0 || number > Number(1) || !number.terminates()) {
        return {};
    }
    const auto share = number.divided(unit->readings().front().factor);
    if (!share || !share->terminates() || *share == number) return {};
    return phrase(Phrase::shareOrPercent, {{"share", share->text() + unit->spelling()},
                                           {"bare", number.text() + unit->spelling()}});
}

bool takesBare(const std::vector<Kind>& kinds) {
    for (const Kind& kind : kinds) {
        if (kind.type == Kind::Type::number) return true;
    }
    return false;
}

/// "公路技术状况指数" ≥80: by its name the value has no unit.
bool numberByName(const Context& context, const model::Row& row, const model::Cell& cell) {
    if (row.kind != model::RowKind::indicator || !cell.value.isMeasure()) return false;
    if (cell.column.element &&
        context.form()[cell.column.element].role.role != syntax::Role::actual) {
        return false;
    }
    const auto promise = context.form().names.of(row.name, context.units());
    return promise.kind && takesBare(promise.kind->kinds);
}

void check(const Context& context, const model::Row& row, const model::Cell& cell,
           const std::vector<Kind>& kinds, const std::string& group) {
    if (takesBare(kinds)) return;
    const Value& value = cell.value;
    std::optional<Number> bare;  // the first
    model::eachQuantity(value, [&](const Quantity& q, Span) {
        if (q.bare() && !bare) bare = q.value;
    });
    if (!bare || numberByName(context, row, cell)) return;
    const UnitRef unit = likely(context, kinds);
    const auto either = shareOrPercent(unit, kinds, *bare);
    Localized such;
    if (either) {
        such = *either;
    } else if (unit) {
        such = phrase(Phrase::suchAsUnit,
                      {{"unit", Localized(unit->spelling(), unit->spelling(Language::en))}});
    }
    Finding f = finding(Code::missingUnit, value.span,
                        {{"value", std::string(value.text)}, {"suggestion", std::move(such)}});
    if (!either) offerPercent(context, value, unit, f);
    offerUnitOfBudget(context, value, kinds, f);
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
            if (zero) continue;  // nothing of it, whatever it is
            // What takes no quantity at all is not asked for a unit but for something else.
            bool measures = element.kinds.empty();
            for (const Kind& kind : element.kinds)
                measures = measures || kind.measures();
            if (measures) check(context, row, cell, element.kinds, "unit " + element.id);
        }
    }
}

}  // namespace biao::checks

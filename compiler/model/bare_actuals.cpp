#include "model/bare_actuals.h"

#include <optional>

#include "diagnostics/phrases.h"
#include "quantity/quantity.h"
#include "syntax/words.h"

namespace biao::model {

using syntax::Role;

namespace {

bool isBare(const Amount& amount) {
    return amount.isKnown() && amount.quantity().bare();
}

const Value* targetOf(const Submission& submission, const Row& row) {
    const definitions::Form& form = *submission.form;
    for (const Cell& cell : row.cells) {
        if (cell.column.element &&
            form[cell.column.element].role == definitions::RoleRef{Role::target, ""})
            return &cell.value;
    }
    const Cell* own = row.cell({});
    return own ? &own->value : nullptr;
}

/// 0.96 where 95% is wanted: 96%, or less than one?
std::optional<Quantity> asFraction(const Number& bare, const Quantity& target) {
    if (!target.unit->readings().front().dimension.empty()) return std::nullopt;
    if (bare <= Number(0) || bare > Number(1) || target.value < Number(2)) return std::nullopt;
    const Number factor = target.unit->readings().front().factor;
    return Quantity{bare.divided(factor).value_or(bare), target.unit};
}

/// How far two numbers above zero are apart: 3 for 2 and 6, and for 6 and 2.
Number apart(const Number& a, const Number& b) {
    const Number quotient = a.divided(b).value_or(Number(1));
    return quotient < Number(1) ? b.divided(a).value_or(Number(1)) : quotient;
}

/// 2498000 where 260万元 are wanted: a hundred times off or more as it would be read, and within
/// a factor of two in another unit, the nearest of which is given.
std::optional<Quantity> inAnotherUnit(const Number& bare, const Quantity& target,
                                      const UnitTable& units) {
    const Reading& wanted = target.unit->readings().front();
    if (bare <= Number(0) || target.value <= Number(0) || wanted.dimension.empty()) return {};
    if (apart(bare, target.value) < Number(100)) return {};
    std::optional<Quantity> best;
    Number least(2);
    for (const UnitRef& unit : units.units()) {
        const Reading* reading = unit->reading(wanted.dimension);
        if (!reading || reading->factor == wanted.factor) continue;
        const Number off = apart(bare * reading->factor, target.value * wanted.factor);
        if (off > least || (best && off == least)) continue;
        least = off;
        best = Quantity{bare, unit};
    }
    return best;
}

Localized bothTexts(const Quantity& quantity) {
    return {text(quantity, Language::zh), text(quantity, Language::en)};
}

}  // namespace

void giveUnits(Submission& submission, const UnitTable& units, Findings& findings) {
    const definitions::Form& form = *submission.form;
    for (std::uint32_t at = 0; at < submission.rows.size(); ++at) {
        Row& row = submission.rows[at];
        const bool indicator = row.kind == RowKind::indicator || row.kind == RowKind::ofWhich ||
                               row.kind == RowKind::together;
        if (!indicator) continue;
        for (Cell& cell : row.cells) {
            if (!cell.column.element || form[cell.column.element].role.role != Role::actual)
                continue;
            Value& value = cell.value;
            if (!value.isMeasure() || !isBare(value.amount)) continue;
            const Value* target = targetOf(submission, row);
            if (!target || !target->isMeasure() || !target->amount.isKnown() ||
                target->amount.quantity().bare())
                continue;
            const Quantity& wanted = target->amount.quantity();
            const Number bare = value.amount.quantity().value;
            auto meant = asFraction(bare, wanted);
            if (!meant) meant = inAnotherUnit(bare, wanted, units);
            if (meant) {
                findings.add(finding(
                    Code::missingUnit, value.span,
                    {{"value", std::string(value.text)},
                     {"suggestion", phrase(Phrase::didYouMean, {{"name", bothTexts(*meant)}})}}));
                value.type = Value::Type::unreadable;
                value.amount = Amount::unknown(value.span);
                continue;
            }
            value.amount = Quantity{bare, wanted.unit};
            if (value.type == Value::Type::range && isBare(value.upTo))
                value.upTo = Quantity{value.upTo.quantity().value, wanted.unit};
            Finding f = finding(Code::unitOfTarget, value.span,
                                {{"name", rowPath(submission, {at})},
                                 {"found", std::string(value.text)},
                                 {"value", bothTexts(value.amount.quantity())}});
            f.group = "actuals";
            findings.add(std::move(f));
        }
    }
}

}  // namespace biao::model

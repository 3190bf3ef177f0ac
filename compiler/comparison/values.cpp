#include "comparison/values.h"

#include <algorithm>

#include "definitions/pattern.h"
#include "expression/similarity.h"
#include "syntax/calendar_days.h"

namespace biao::comparison {

using model::Value;
using syntax::Operator;

namespace {

/// Words for a comparison count as its mark, and = as nothing.
Operator plainOperator(Operator op) {
    if (op == Operator::reach) return Operator::ge;
    return op == Operator::eq ? Operator::none : op;
}

bool sameAmount(const Amount& a, const Amount& b, const UnitTable& units) {
    if (!a.isKnown() || !b.isKnown()) return a.state() == b.state();
    if (a.quantity() == b.quantity()) return true;
    if (a.quantity().bare() != b.quantity().bare()) return false;
    return compare(units, a.quantity(), b.quantity()) == std::strong_ordering::equal;
}

bool sameParts(const Value& a, const Value& b, const UnitTable& units) {
    return std::equal(
        a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(),
        [&](const Value& one, const Value& other) { return sameValue(one, other, units); });
}

/// The smaller of two numbers over the larger, in per cent.
int ratioOf(const Number& a, const Number& b) {
    if (a == b) return 100;
    if (a.sign() * b.sign() <= 0) return 0;
    const Number one = a.abs();
    const Number other = b.abs();
    const auto ratio = std::min(one, other).divided(std::max(one, other));
    const auto percent =
        ratio ? (*ratio * 100).rounded(0, Rounding::down).toInteger() : std::nullopt;
    return percent ? static_cast<int>(*percent) : 0;
}

std::optional<int> ratioOf(const Quantity& a, const Quantity& b, const UnitTable& units) {
    if (a.bare() || b.bare()) {
        if (a.bare() == b.bare() || a.bareZero() || b.bareZero()) return ratioOf(a.value, b.value);
        return std::nullopt;
    }
    const Meeting meeting = meet(units, *a.unit, *b.unit);
    if (meeting.how == Compatibility::no) return std::nullopt;
    return ratioOf(toBase(a, meeting.left), toBase(b, meeting.right));
}

}  // namespace

std::string proseOf(const Value& value) {
    if (value.parts.empty()) return definitions::plain(value.text);
    std::string out;
    for (const Value& line : value.parts)
        out += definitions::plain(line.text);
    return out;
}

bool sameValue(const Value& a, const Value& b, const UnitTable& units) {
    if (a.type != b.type || plainOperator(a.op) != plainOperator(b.op)) return false;
    switch (a.type) {
        case Value::Type::blank:
        case Value::Type::asked:
        case Value::Type::notApplicable:
        case Value::Type::yes:
        case Value::Type::no:
            return true;
        case Value::Type::measure:
            return sameAmount(a.amount, b.amount, units);
        case Value::Type::range:
            return sameAmount(a.amount, b.amount, units) && sameAmount(a.upTo, b.upTo, units);
        case Value::Type::tuple:
        case Value::Type::list:
            return sameParts(a, b, units);
        case Value::Type::date:
            return canonical(*a.date) == canonical(*b.date);
        case Value::Type::unreadable:
        case Value::Type::word:
        case Value::Type::text:
            break;
    }
    return proseOf(a) == proseOf(b);
}

ValueLikeness likeness(const Value& a, const Value& b, const UnitTable& units) {
    if (a.isBlank() || b.isBlank()) return {};
    if (sameValue(a, b, units)) return {100, false};
    const auto quantityOf = [](const Value& value) -> const Quantity* {
        const Value& first = value.parts.empty() ? value : value.parts.front();
        return first.isMeasure() && first.amount.isKnown() ? &first.amount.quantity() : nullptr;
    };
    const Quantity* const one = quantityOf(a);
    const Quantity* const other = quantityOf(b);
    if (one && other) {
        // A row of two quantities is not a row of one of them.
        if (a.parts.size() != b.parts.size()) return {0, true};
        const auto ratio = ratioOf(*one, *other, units);
        return {ratio.value_or(0), !ratio};
    }
    if (a.type != b.type) return {0, false};
    if (a.type == Value::Type::date) return {50, false};
    const auto alike =
        expression::similarity(expression::bigrams(proseOf(a)), expression::bigrams(proseOf(b)));
    const auto percent = (alike * 100).rounded(0, Rounding::down).toInteger();
    return {static_cast<int>(percent.value_or(0)), false};
}

}  // namespace biao::comparison

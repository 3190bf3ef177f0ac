#include "quantity/quantity.h"

#include <algorithm>
#include <string_view>

namespace biao {

Meeting meet(const UnitTable& table, const Unit& a, const Unit& b) {
    Meeting best;
    for (const Reading& left : a.readings()) {
        for (const Reading& right : b.readings()) {
            const Compatibility how = table.compatible(left.dimension, right.dimension);
            if (how < best.how) best = {how, left, right};
        }
    }
    return best;
}

std::optional<Quantity> convert(const UnitTable& table, const Quantity& quantity,
                                const UnitRef& unit) {
    if (quantity.unit == unit) return quantity;
    if (quantity.bareZero()) return Quantity{quantity.value, unit};
    if (quantity.bare() || !unit) return std::nullopt;
    const Meeting meeting = meet(table, *quantity.unit, *unit);
    if (!comparable(meeting.how)) return std::nullopt;
    return Quantity{*toBase(quantity, meeting.left).divided(meeting.right.factor), unit};
}

Quantity product(const UnitTable& table, const Quantity& a, const Quantity& b) {
    if (a.bare() || b.bare()) return {a.value * b.value, a.bare() ? b.unit : a.unit};
    ScaledUnit scaled = table.product(a.unit, b.unit);
    return {a.value * b.value * scaled.scale, std::move(scaled.unit)};
}

std::optional<Quantity> quotient(const UnitTable& table, const Quantity& a, const Quantity& b) {
    const std::optional<Number> value = a.value.divided(b.value);
    if (!value) return std::nullopt;
    if (b.bare()) return Quantity{*value, a.unit};
    ScaledUnit scaled = table.quotient(a.bare() ? table.unitFor(Dimension()) : a.unit, b.unit);
    return Quantity{*value * scaled.scale, std::move(scaled.unit)};
}

std::optional<Sum> sum(const UnitTable& table, const Quantity& a, const Quantity& b) {
    if (a.unit == b.unit) return Sum{{a.value + b.value, a.unit}, Compatibility::same};
    if (b.bareZero()) return Sum{a, Compatibility::same};
    if (a.bareZero()) return Sum{b, Compatibility::same};
    if (a.bare() || b.bare()) return std::nullopt;

    const Meeting meeting = meet(table, *a.unit, *b.unit);
    if (!summable(meeting.how)) return std::nullopt;
    const Dimension join = *table.join(meeting.left.dimension, meeting.right.dimension);
    Sum result;
    result.how = meeting.how;
    Number factor = 1;
    if (join == meeting.left.dimension) {
        result.quantity.unit = narrowed(a.unit, join);
        factor = meeting.left.factor;
    } else if (join == meeting.right.dimension) {
        result.quantity.unit = narrowed(b.unit, join);
        factor = meeting.right.factor;
    } else {
        result.quantity.unit = table.unitFor(join);
    }
    const Number base = toBase(a, meeting.left) + toBase(b, meeting.right);
    result.quantity.value = *base.divided(factor);
    return result;
}

std::optional<std::strong_ordering> compare(const UnitTable& table, const Quantity& a,
                                            const Quantity& b) {
    if (a.unit == b.unit || a.bareZero() || b.bareZero()) return a.value <=> b.value;
    if (a.bare() || b.bare()) return std::nullopt;
    const Meeting meeting = meet(table, *a.unit, *b.unit);
    if (!comparable(meeting.how)) return std::nullopt;
    return toBase(a, meeting.left) <=> toBase(b, meeting.right);
}

namespace {

/// %, ‰: neither Latin letters nor Han characters (U+3000 to U+9FFF), the same in every language.
bool isSign(std::string_view unit) {
    return !unit.empty() && std::none_of(unit.begin(), unit.end(), [](char byte) {
        const auto lead = static_cast<unsigned char>(byte);
        return (lead >= 'a' && lead <= 'z') || (lead >= 'A' && lead <= 'Z') ||
               (lead >= 0xE3 && lead <= 0xE9);
    });
}

std::string withUnit(std::string written, const UnitRef& spelled, Language language) {
    if (!spelled) return written;
    const std::string& sign = spelled->spelling(Language::zh);
    const std::string& unit = isSign(sign) ? sign : spelled->spelling(language);
    // A Latin word stands apart from the number; a Han word or a sign does not.
    const char first = unit.empty() ? '%' : unit.front();
    const bool latin = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
    return written + (latin ? " " : "") + unit;
}

}  // namespace

std::string text(const Quantity& quantity, Language language) {
    return withUnit(quantity.value.text(), quantity.unit, language);
}

std::string exactText(const Quantity& quantity, Language language) {
    return withUnit(quantity.value.exactText(), quantity.unit, language);
}

}  // namespace biao

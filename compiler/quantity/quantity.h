// A number with its unit: `29` and ten thousand yuan. Values are kept as written and converted only
// when two of them meet. What meets is decided by a UnitTable.
#pragma once

#include <compare>
#include <optional>
#include <string>

#include "quantity/number.h"
#include "quantity/unit.h"
#include "quantity/unit_table.h"

namespace biao {

/// `unit` null: a bare number, which is not the same as a ratio.
struct Quantity {
    Number value;
    UnitRef unit;

    bool bare() const { return unit == nullptr; }
    /// A bare 0 goes with everything.
    bool bareZero() const { return bare() && value.isZero(); }
    /// Same number in the same spelling; use compare() for the same amount.
    bool operator==(const Quantity&) const = default;
};

/// Read as `reading` of its unit, in base units.
inline Number toBase(const Quantity& quantity, const Reading& reading) {
    return quantity.value * reading.factor;
}
/// The reading a quantity has without anyone asking for another; null when bare.
inline const Reading* firstReading(const Quantity& quantity) {
    return quantity.bare() ? nullptr : &quantity.unit->readings().front();
}

/// The readings two units meet in: the best match, the first readings of both before later ones.
struct Meeting {
    Compatibility how = Compatibility::no;
    Reading left;
    Reading right;
};
Meeting meet(const UnitTable& table, const Unit& a, const Unit& b);

/// The same amount in that unit, when they are comparable. Bare numbers only become bare numbers,
/// except for 0.
std::optional<Quantity> convert(const UnitTable& table, const Quantity& quantity,
                                const UnitRef& unit);

Quantity product(const UnitTable& table, const Quantity& a, const Quantity& b);
/// Nothing when `b` is zero.
std::optional<Quantity> quotient(const UnitTable& table, const Quantity& a, const Quantity& b);

/// In the unit of `a` when the two measure the same; else in the specific one of the two, or in the
/// parent's. `how` is what may have to be said about it.
struct Sum {
    Quantity quantity;
    Compatibility how = Compatibility::same;
};
std::optional<Sum> sum(const UnitTable& table, const Quantity& a, const Quantity& b);

/// Nothing when they are not comparable, or only one of them has a unit.
std::optional<std::strong_ordering> compare(const UnitTable& table, const Quantity& a,
                                            const Quantity& b);

/// The number, rounded only if it has no end, then the unit as it is spelt in that language.
std::string text(const Quantity& quantity, Language language = Language::zh);
/// The same with nothing rounded: 2000/3 where decimals have no end.
std::string exactText(const Quantity& quantity, Language language = Language::zh);

}  // namespace biao

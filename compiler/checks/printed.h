// Numbers as they are printed: how far a written number may be from the exact one, and how an exact
// one is written.
#pragma once

#include <optional>
#include <string_view>

#include "base/language.h"
#include "quantity/quantity.h"

namespace biao::checks {

/// The word ratios are written with: %.
UnitRef ratioUnit(const UnitTable& units);

/// The number `quantity` is in that unit. A ratio and a bare number are read as each other: the
/// form says which of them its place takes.
std::optional<Number> numberIn(const UnitTable& units, const Quantity& quantity,
                               const UnitRef& unit);

/// Digits after the point; none where there is no point. Full-width digits count as others do.
int placesOf(std::string_view written);

/// `number` to the nearest multiple of `step`, halves away from zero.
Number toStep(const Number& number, const Number& step);

/// An exact number as it would be written: itself where it ends within so many places (two at
/// least), else rounded to `step`.
struct Printed {
    Quantity quantity;
    bool exact = true;
};
Printed printed(const Quantity& exact, int places, const Number& step);

Localized shown(const Quantity& quantity);

}  // namespace biao::checks

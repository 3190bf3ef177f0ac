#include "checks/printed.h"

#include <algorithm>

#include "base/utf8.h"

namespace biao::checks {

UnitRef ratioUnit(const UnitTable& units) {
    const auto& all = units.units();
    const auto found = std::find_if(all.begin(), all.end(), [](const UnitRef& unit) {
        return unit->readings().front().dimension.empty();
    });
    return found == all.end() ? nullptr : *found;
}

std::optional<Number> numberIn(const UnitTable& units, const Quantity& quantity,
                               const UnitRef& unit) {
    if (quantity.unit == unit || quantity.bareZero()) return quantity.value;
    const auto ratio = [](const UnitRef& one) -> const Reading* {
        return one ? one->reading(Dimension()) : nullptr;
    };
    if (!quantity.bare() && unit) {
        const auto made = convert(units, quantity, unit);
        return made ? std::optional(made->value) : std::nullopt;
    }
    if (quantity.bare()) {
        const Reading* reading = ratio(unit);
        return reading ? quantity.value.divided(reading->factor) : std::nullopt;
    }
    const Reading* reading = ratio(quantity.unit);
    return reading ? std::optional(toBase(quantity, *reading)) : std::nullopt;
}

int placesOf(std::string_view written) {
    constexpr char32_t kFullWidthPoint = 0xFF0E;
    constexpr char32_t kFullWidthZero = 0xFF10;
    int places = 0;
    bool after = false;
    for (std::size_t at = 0; at < written.size();) {
        const auto decoded = decodeAt(written, at);
        const char32_t point = decoded.point;
        const bool digit = (point >= U'0' && point <= U'9') ||
                           (point >= kFullWidthZero && point < kFullWidthZero + 10);
        if (after && !digit) break;
        if (after) ++places;
        after = after || point == U'.' || point == kFullWidthPoint;
        at += decoded.length;
    }
    return places;
}

Number toStep(const Number& number, const Number& step) {
    return number.divided(step).value_or(number).rounded(0, Rounding::halfUp) * step;
}

Printed printed(const Quantity& exact, int places, const Number& step) {
    const int kept = std::max(places, 2);
    if (exact.value.rounded(kept, Rounding::halfUp) == exact.value) return {exact, true};
    return {{toStep(exact.value, step), exact.unit}, false};
}

Localized shown(const Quantity& quantity) {
    return {text(quantity), text(quantity, Language::en)};
}

}  // namespace biao::checks

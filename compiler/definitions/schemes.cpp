#include "definitions/schemes.h"

#include <algorithm>

namespace biao::definitions {

bool Bands::knownAs(std::string_view spelling) const {
    return std::find(spellings.begin(), spellings.end(), spelling) != spellings.end();
}

const Bands::Result* Bands::of(const UnitTable& units, const Quantity& argument) const {
    const Quantity value = rounding ? roundedTo(units, argument, *rounding) : argument;
    for (const Line& line : lines) {
        const auto order = compare(units, value, line.threshold);
        if (!order) return nullptr;
        if (satisfies(*order, line.op)) return &line.result;
    }
    return &otherwise;
}

Quantity roundedTo(const UnitTable& units, const Quantity& value, const Quantity& step) {
    const auto same = convert(units, step, value.unit);
    const auto steps = same ? value.value.divided(same->value) : std::nullopt;
    if (!steps) return value;
    return {steps->rounded(0, Rounding::halfUp) * same->value, value.unit};
}

}  // namespace biao::definitions

// Two amounts that should agree and do not: does one look like the other mistyped?
#pragma once

#include <cstdint>
#include <optional>

#include "quantity/number.h"

namespace biao {

struct Slip {
    enum class Kind : std::uint8_t { powerOfTen, digitReplaced, digitDropped, digitAdded, swapped };
    Kind kind = Kind::powerOfTen;
    int power = 0;  // for powerOfTen: found = wanted x 10^power
};

/// Whether there is so much in common that it can hardly be chance, by the digits that count in
/// both: four for a power of ten (two where the steps are those from a unit to its ten
/// thousandfold), five where one digit is another, three of at least four for the rest.
bool convincing(const Slip& slip, const Number& found, const Number& wanted);

/// How `found` may have come from `wanted` by one slip of the hand. Nothing when they are equal,
/// when either has no end, or when they are too short (under three digits) for it to be evidence.
std::optional<Slip> slip(const Number& found, const Number& wanted);

}  // namespace biao

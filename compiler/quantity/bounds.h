// What is known of an amount that was said with an operator or as a range: an interval.
// Made from a target; added up and compared by rules about "at most" and "at least".
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "quantity/quantity.h"

namespace biao {

enum class Op : std::uint8_t { ge, le, gt, lt, eq, ne };

/// The answer of a comparison; what is not known is not known, and reported by nobody.
enum class Truth : std::uint8_t { holds, fails, undetermined };
inline Truth truthOf(bool value) {
    return value ? Truth::holds : Truth::fails;
}
/// The other way round; what is undetermined stays so.
Truth negated(Truth truth);
/// The operator that says the same with its sides exchanged: a <= b is b >= a.
Op mirrored(Op op);
/// Whether `order` (left against right) is what the operator asks for.
bool satisfies(std::strong_ordering order, Op op);

/// In base units. An end that is missing is not known to be anywhere; an open end is not in it.
struct Bounds {
    std::optional<Number> lower;
    std::optional<Number> upper;
    bool lowerOpen = false;
    bool upperOpen = false;
    /// Nothing for bare numbers.
    std::optional<Dimension> dimension;

    /// Of what is said to stand in that relation to the quantity, in the first reading of its unit
    /// (narrow it before); `ne` says nothing.
    static Bounds of(Op op, const Quantity& quantity);
    static Bounds exactly(const Quantity& quantity) { return of(Op::eq, quantity); }
    /// Both ends included, whichever of them is the larger.
    static Bounds between(const Quantity& one, const Quantity& other);

    bool isPoint() const { return lower && upper && *lower == *upper; }
    bool operator==(const Bounds&) const = default;
};

/// Ends are added to ends; a missing end stays missing. Nothing when dimensions clash, or for no
/// terms. A bare 0 goes with everything.
std::optional<Bounds> sum(const UnitTable& table, std::span<const Bounds> terms);

/// Whether every (holds) or no (fails) pair of a value from each satisfies the operator.
Truth compare(const UnitTable& table, const Bounds& a, Op op, const Bounds& b);
/// Whether all of `inner` (holds) or nothing of it (fails) lies in `outer`.
Truth within(const UnitTable& table, const Bounds& inner, const Bounds& outer);

}  // namespace biao

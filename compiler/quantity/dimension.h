// What a quantity measures, apart from how much: a product of base dimensions with small whole
// exponents (money per person per month). Made by UnitTable, which hands out the bases.
// A plain value without allocation. A product of too many factors becomes `beyond`, which stays so
// and is compatible with nothing.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>

namespace biao {

/// A base dimension of one UnitTable: money, area, months, people, households, ...
struct BaseId {
    std::uint16_t value = 0;
    auto operator<=>(const BaseId&) const = default;
};

class Dimension {
public:
    struct Factor {
        BaseId base;
        std::int16_t exponent = 0;
        auto operator<=>(const Factor&) const = default;
    };
    static constexpr std::size_t kMaxFactors = 6;
    static constexpr int kMaxExponent = 12;

    Dimension() = default;  // dimensionless: a ratio
    explicit Dimension(BaseId base, int exponent = 1) { multiplyBy(base, exponent); }

    /// Dimensionless. A bare number is something else: it has no unit and so no dimension at all.
    bool empty() const { return count_ == 0; }
    bool beyond() const { return count_ == kBeyond; }
    /// Ordered by base, no exponent zero; nothing when beyond.
    std::span<const Factor> factors() const {
        return {factors_.data(), beyond() ? std::size_t{0} : count_};
    }
    int exponentOf(BaseId base) const;
    /// How many factors it takes to write it: the sum of the exponents without their signs.
    int complexity() const;

    Dimension times(const Dimension& other) const;
    Dimension over(const Dimension& other) const { return times(other.power(-1)); }
    Dimension power(int exponent) const;

    auto operator<=>(const Dimension&) const = default;
    std::size_t hash() const;

private:
    static constexpr std::uint8_t kBeyond = 255;

    void multiplyBy(BaseId base, int exponent);

    std::array<Factor, kMaxFactors> factors_{};  // what is not in use is zero
    std::uint8_t count_ = 0;
};

}  // namespace biao

template <>
struct std::hash<biao::Dimension> {
    std::size_t operator()(const biao::Dimension& dimension) const { return dimension.hash(); }
};

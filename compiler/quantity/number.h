// An exact rational number: what every amount, factor and score is made of.
// Made from digits by the reader of values, from whole numbers by anyone. It never rounds unless
// told to, and never overflows: what does not fit 64 bits over 64 bits goes to arbitrary precision
// and comes back when it fits again, so equal numbers are always stored alike.
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace biao {

/// Ties of `halfUp` go away from zero, ties of `halfEven` to the even neighbour; `down` is towards
/// zero, `up` away from it.
enum class Rounding { halfUp, halfEven, down, up };

class Number {
public:
    Number() = default;  // zero
    template <std::integral T>
    Number(T whole) {  // NOLINT: a whole number is a number
        if (std::in_range<std::int64_t>(whole) && static_cast<std::int64_t>(whole) != kLeast) {
            numerator_ = static_cast<std::int64_t>(whole);
        } else {
            *this = fromParts(whole < 0, whole < 0 ? 0 - static_cast<std::uint64_t>(whole)
                                                   : static_cast<std::uint64_t>(whole));
        }
    }

    /// Digits, at most one dot with digits on both sides; no sign, no grouping, no exponent.
    static std::optional<Number> parse(std::string_view digits);
    static Number pow10(int exponent);

    friend Number operator+(const Number& a, const Number& b) {
        std::int64_t sum;
        if (a.denominator_ == 1 && b.denominator_ == 1 &&
            !__builtin_add_overflow(a.numerator_, b.numerator_, &sum) && sum != kLeast) {
            return small(sum, 1);
        }
        return add(a, b, false);
    }
    friend Number operator-(const Number& a, const Number& b) { return add(a, b, true); }
    friend Number operator*(const Number& a, const Number& b) {
        std::int64_t product;
        if (a.denominator_ == 1 && b.denominator_ == 1 &&
            !__builtin_mul_overflow(a.numerator_, b.numerator_, &product) && product != kLeast) {
            return small(product, 1);
        }
        return multiply(a, b);
    }
    /// Nothing when `divisor` is zero.
    std::optional<Number> divided(const Number& divisor) const;
    Number operator-() const { return big_ ? negatedBig() : small(-numerator_, denominator_); }
    Number& operator+=(const Number& other) { return *this = *this + other; }
    Number& operator*=(const Number& other) { return *this = *this * other; }
    Number abs() const { return sign() < 0 ? -*this : *this; }
    /// `exponent` may be negative unless the number is zero.
    Number power(int exponent) const;

    friend bool operator==(const Number& a, const Number& b) {
        return a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_ &&
               (!a.big_ || a.big_ == b.big_ || compare(a, b) == 0);
    }
    friend std::strong_ordering operator<=>(const Number& a, const Number& b) {
        if (a.denominator_ == b.denominator_ && !a.big_) return a.numerator_ <=> b.numerator_;
        return compare(a, b) <=> 0;
    }

    bool isZero() const { return numerator_ == 0 && !big_; }
    bool isInteger() const { return denominator_ == 1 || (big_ && isIntegerBig()); }
    /// -1, 0 or 1.
    int sign() const { return big_ ? signBig() : (numerator_ > 0) - (numerator_ < 0); }
    /// The whole number, when it is one and fits.
    std::optional<std::int64_t> toInteger() const {
        return denominator_ == 1 ? std::optional(numerator_) : std::nullopt;
    }

    /// `places` after the point; negative places round to tens, hundreds, ...
    Number rounded(int places, Rounding rounding) const;

    /// At least so many digits, above or below the line of its fraction.
    bool isLong(std::size_t digits) const { return big_ && isLongBig(digits); }

    /// True when it can be written out in decimals without rounding.
    bool terminates() const;
    /// The shortest exact decimal: no trailing zeros, no exponent, no grouping. A number that does
    /// not terminate is rounded to kSignificant digits, or to two places if that shows more, and
    /// marked with U+2248.
    std::string text() const;
    /// Exact, whatever it takes: decimals where they end, else 2000/3.
    std::string exactText() const;
    /// Rounded half up, with exactly that many places, zeros and all; `places` is not negative.
    std::string text(int places) const;
    static constexpr int kSignificant = 6;

    std::size_t hash() const;

    /// The arbitrary-precision side; defined in number_big.h for this folder only.
    struct Big;

private:
    static constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();

    static Number small(std::int64_t numerator, std::int64_t denominator) {
        Number number;
        number.numerator_ = numerator;
        number.denominator_ = denominator;
        return number;
    }
    static Number fromParts(bool negative, std::uint64_t magnitude);
    static Number add(const Number& a, const Number& b, bool subtract);
    static Number multiply(const Number& a, const Number& b);
    static int compare(const Number& a, const Number& b);
    Number negatedBig() const;
    bool isIntegerBig() const;
    bool isLongBig(std::size_t digits) const;
    int signBig() const;

    friend struct Big;

    // Lowest terms, denominator positive, numerator never the least int64: negation cannot
    // overflow. Both are 0 exactly when the value lives in big_.
    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;
    std::shared_ptr<const Big> big_;
};

}  // namespace biao

template <>
struct std::hash<biao::Number> {
    std::size_t operator()(const biao::Number& number) const { return number.hash(); }
};

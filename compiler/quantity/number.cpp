#include "quantity/number.h"

#include <cassert>
#include <numeric>

#include "quantity/number_big.h"

namespace biao {
namespace {

UnsignedWide magnitude(Wide value) {
    return value < 0 ? -static_cast<UnsignedWide>(value) : static_cast<UnsignedWide>(value);
}

UnsignedWide greatestCommonDivisor(UnsignedWide a, UnsignedWide b) {
    constexpr UnsignedWide narrow = std::numeric_limits<std::uint64_t>::max();
    while (b != 0) {
        if (a <= narrow && b <= narrow) {
            return std::gcd(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b));
        }
        const UnsignedWide rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

mpz_class toMpz(UnsignedWide value) {
    mpz_class high(static_cast<unsigned long>(value >> 64));
    return (high << 64) + mpz_class(static_cast<unsigned long>(value));
}

}  // namespace

Number Number::Big::make(mpq_class value) {
    const mpz_class& numerator = value.get_num();
    const mpz_class& denominator = value.get_den();
    if (numerator.fits_slong_p() && numerator.get_si() != kLeast && denominator.fits_slong_p()) {
        return small(numerator.get_si(), denominator.get_si());
    }
    Number number = small(0, 0);
    number.big_ = std::make_shared<const Big>(Big{std::move(value)});
    return number;
}

Number Number::Big::make(Wide numerator, Wide denominator) {
    const bool negative = numerator < 0;
    UnsignedWide top = magnitude(numerator);
    UnsignedWide bottom = static_cast<UnsignedWide>(denominator);
    if (bottom != 1) {
        const UnsignedWide common = greatestCommonDivisor(top, bottom);
        top /= common;
        bottom /= common;
    }
    constexpr UnsignedWide most = std::numeric_limits<std::int64_t>::max();
    if (top <= most && bottom <= most) {
        const auto whole = static_cast<std::int64_t>(top);
        return small(negative ? -whole : whole, static_cast<std::int64_t>(bottom));
    }
    mpz_class exact = toMpz(top);
    if (negative) exact = -exact;
    return make(mpq_class(exact, toMpz(bottom)));
}

Number Number::fromParts(bool negative, std::uint64_t magnitude) {
    const Wide wide = magnitude;
    return Big::make(negative ? -wide : wide, 1);
}

// Numerators and denominators are below 2^63, so two cross products still add up within 128 bits.
Number Number::add(const Number& a, const Number& b, bool subtract) {
    if (a.big_ || b.big_) {
        mpq_class result = Big::of(a);
        if (subtract) {
            result -= Big::of(b);
        } else {
            result += Big::of(b);
        }
        return Big::make(std::move(result));
    }
    const Wide right = subtract ? -static_cast<Wide>(b.numerator_) : b.numerator_;
    if (a.denominator_ == b.denominator_) return Big::make(a.numerator_ + right, a.denominator_);
    return Big::make(static_cast<Wide>(a.numerator_) * b.denominator_ + right * a.denominator_,
                     static_cast<Wide>(a.denominator_) * b.denominator_);
}

Number Number::multiply(const Number& a, const Number& b) {
    if (a.big_ || b.big_) return Big::make(mpq_class(Big::of(a) * Big::of(b)));
    return Big::make(static_cast<Wide>(a.numerator_) * b.numerator_,
                     static_cast<Wide>(a.denominator_) * b.denominator_);
}

std::optional<Number> Number::divided(const Number& divisor) const {
    if (divisor.isZero()) return std::nullopt;
    if (big_ || divisor.big_) return Big::make(mpq_class(Big::of(*this) / Big::of(divisor)));
    Wide top = static_cast<Wide>(numerator_) * divisor.denominator_;
    Wide bottom = static_cast<Wide>(denominator_) * divisor.numerator_;
    if (bottom < 0) {
        top = -top;
        bottom = -bottom;
    }
    return Big::make(top, bottom);
}

Number Number::power(int exponent) const {
    Number base = *this;
    if (exponent < 0) {
        assert(!isZero());
        base = *Number(1).divided(*this);
        exponent = -exponent;
    }
    Number result = 1;
    for (; exponent > 0; exponent >>= 1) {
        if (exponent & 1) result *= base;
        if (exponent > 1) base *= base;
    }
    return result;
}

Number Number::pow10(int exponent) {
    return Number(10).power(exponent);
}

int Number::compare(const Number& a, const Number& b) {
    if (a.big_ || b.big_) return cmp(Big::of(a), Big::of(b));
    const Wide left = static_cast<Wide>(a.numerator_) * b.denominator_;
    const Wide right = static_cast<Wide>(b.numerator_) * a.denominator_;
    return (left > right) - (left < right);
}

Number Number::negatedBig() const {
    return Big::make(mpq_class(-big_->value));
}

bool Number::isIntegerBig() const {
    return big_->value.get_den() == 1;
}

bool Number::isLongBig(std::size_t digits) const {
    return mpz_sizeinbase(big_->value.get_num_mpz_t(), 10) >= digits ||
           mpz_sizeinbase(big_->value.get_den_mpz_t(), 10) >= digits;
}

int Number::signBig() const {
    return sgn(big_->value);
}

std::size_t Number::hash() const {
    std::uint64_t top = static_cast<std::uint64_t>(numerator_);
    std::uint64_t bottom = static_cast<std::uint64_t>(denominator_);
    if (big_) {  // the lowest limbs tell most numbers apart
        top = big_->value.get_num().get_ui();
        bottom = big_->value.get_den().get_ui() + 1;
    }
    std::uint64_t mixed = (top ^ (bottom << 32 | bottom >> 32)) * 0x9E3779B97F4A7C15ull;
    return mixed ^ mixed >> 29;
}

}  // namespace biao

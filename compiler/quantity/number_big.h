// Behind Number: 128-bit intermediates and GMP. Included by number*.cpp only, so that no other file
// of the program sees GMP.
#pragma once

#include <gmpxx.h>

#include "quantity/number.h"

namespace biao {

__extension__ using Wide = __int128;
__extension__ using UnsignedWide = unsigned __int128;

struct Number::Big {
    mpq_class value;

    static mpq_class of(const Number& number) {
        static_assert(sizeof(long) == sizeof(std::int64_t), "GMP takes longs");
        if (number.big_) return number.big_->value;
        return mpq_class(mpz_class(static_cast<long>(number.numerator_)),
                         mpz_class(static_cast<long>(number.denominator_)));
    }
    /// `value` is canonical; it is stored small when it fits.
    static Number make(mpq_class value);
    /// `denominator` > 0; brings to lowest terms.
    static Number make(Wide numerator, Wide denominator);

    static bool isBig(const Number& number) { return number.big_ != nullptr; }
    static Wide numerator(const Number& number) { return number.numerator_; }
    static Wide denominator(const Number& number) { return number.denominator_; }
};

/// `exponent` in 0..18.
inline std::int64_t smallPow10(int exponent) {
    std::int64_t power = 1;
    for (; exponent > 0; --exponent)
        power *= 10;
    return power;
}

}  // namespace biao

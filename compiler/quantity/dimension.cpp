#include "quantity/dimension.h"

#include <algorithm>
#include <cstdlib>

namespace biao {

int Dimension::exponentOf(BaseId base) const {
    for (const Factor& factor : factors()) {
        if (factor.base == base) return factor.exponent;
    }
    return 0;
}

int Dimension::complexity() const {
    if (beyond()) return kMaxExponent * static_cast<int>(kMaxFactors) + 1;
    int sum = 0;
    for (const Factor& factor : factors())
        sum += std::abs(factor.exponent);
    return sum;
}

Dimension Dimension::times(const Dimension& other) const {
    if (other.beyond()) return other;
    Dimension result = *this;
    for (const Factor& factor : other.factors())
        result.multiplyBy(factor.base, factor.exponent);
    return result;
}

Dimension Dimension::power(int exponent) const {
    if (beyond()) return *this;
    Dimension result;
    for (const Factor& factor : factors()) {
        result.multiplyBy(factor.base, factor.exponent * exponent);
    }
    return result;
}

void Dimension::multiplyBy(BaseId base, int exponent) {
    if (beyond() || exponent == 0) return;
    Factor* const end = factors_.data() + count_;
    Factor* const place = std::lower_bound(
        factors_.data(), end, base, [](const Factor& f, BaseId wanted) { return f.base < wanted; });
    const bool present = place != end && place->base == base;
    const int sum = exponent + (present ? place->exponent : 0);
    if (std::abs(sum) > kMaxExponent || (!present && count_ == kMaxFactors)) {
        factors_ = {};
        count_ = kBeyond;
    } else if (sum == 0) {
        std::move(place + 1, end, place);
        factors_[--count_] = {};
    } else if (present) {
        place->exponent = static_cast<std::int16_t>(sum);
    } else {
        std::move_backward(place, end, end + 1);
        *place = {base, static_cast<std::int16_t>(sum)};
        ++count_;
    }
}

std::size_t Dimension::hash() const {
    std::uint64_t mixed = count_;
    for (const Factor& factor : factors()) {
        const auto exponent = static_cast<std::uint16_t>(factor.exponent);
        mixed =
            (mixed ^ (std::uint64_t{factor.base.value} << 16 | exponent)) * 0x9E3779B97F4A7C15ull;
    }
    return mixed ^ mixed >> 29;
}

}  // namespace biao

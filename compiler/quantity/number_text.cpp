// Number and its decimals: reading, rounding, printing.
#include <algorithm>
#include <cassert>

#include "quantity/number.h"
#include "quantity/number_big.h"

namespace biao {
namespace {

constexpr std::string_view kAbout = "\u2248";
constexpr int kFastPlaces = 18;  // 10^18 fits 64 bits, and times a numerator fits 128

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

mpz_class bigPow10(int exponent) {
    mpz_class power;
    mpz_ui_pow_ui(power.get_mpz_t(), 10, static_cast<unsigned long>(exponent));
    return power;
}

// Whether to step away from zero, given what was cut off: `twice` the rest against the divisor.
bool stepsAway(Rounding rounding, bool anyRest, int twiceAgainstDivisor, bool odd) {
    switch (rounding) {
        case Rounding::down:
            return false;
        case Rounding::up:
            return anyRest;
        case Rounding::halfUp:
            return twiceAgainstDivisor >= 0;
        case Rounding::halfEven:
            return twiceAgainstDivisor > 0 || (twiceAgainstDivisor == 0 && odd);
    }
    return false;
}

Wide dividedAndRounded(Wide top, Wide bottom, Rounding rounding) {
    const bool negative = top < 0;
    if (negative) top = -top;
    Wide whole = top / bottom;
    const Wide rest = top % bottom;
    const Wide other = bottom - rest;  // comparing with it cannot overflow, doubling could
    if (stepsAway(rounding, rest != 0, (rest > other) - (rest < other), whole % 2 != 0)) ++whole;
    return negative ? -whole : whole;
}

mpz_class dividedAndRounded(const mpz_class& top, const mpz_class& bottom, Rounding rounding) {
    mpz_class magnitude = ::abs(top);
    mpz_class whole = magnitude / bottom;
    const mpz_class rest = magnitude % bottom;
    const mpz_class twice = rest * 2;
    if (stepsAway(rounding, rest != 0, cmp(twice, bottom), mpz_odd_p(whole.get_mpz_t()) != 0)) {
        ++whole;
    }
    return sgn(top) < 0 ? mpz_class(-whole) : whole;
}

std::string digitsOf(UnsignedWide value) {
    std::string digits;
    do {
        digits += static_cast<char>('0' + static_cast<int>(value % 10));
        value /= 10;
    } while (value != 0);
    std::reverse(digits.begin(), digits.end());
    return digits;
}

std::string withPoint(bool negative, std::string digits, int places) {
    const auto after = static_cast<std::size_t>(places);
    if (digits.size() <= after) digits.insert(0, after + 1 - digits.size(), '0');
    if (after > 0) digits.insert(digits.size() - after, 1, '.');
    return negative ? "-" + digits : digits;
}

// How often `factor` divides `value`, taking it out.
template <typename Whole>
int takeOut(Whole& value, int factor) {
    int times = 0;
    while (value % factor == 0) {
        value /= factor;
        ++times;
    }
    return times;
}

int takeOut(mpz_class& value, int factor) {
    const mpz_class divisor(factor);
    return static_cast<int>(mpz_remove(value.get_mpz_t(), value.get_mpz_t(), divisor.get_mpz_t()));
}

// Places after the point that write it exactly; nothing when no number of places does.
template <typename Whole>
std::optional<int> exactPlaces(Whole denominator) {
    const int twos = takeOut(denominator, 2);
    const int fives = takeOut(denominator, 5);
    if (denominator != 1) return std::nullopt;
    return std::max(twos, fives);
}

std::optional<int> exactPlacesOf(const Number& number) {
    if (Number::Big::isBig(number)) return exactPlaces(Number::Big::of(number).get_den());
    return exactPlaces(static_cast<std::int64_t>(Number::Big::denominator(number)));
}

}  // namespace

std::optional<Number> Number::parse(std::string_view digits) {
    const std::size_t dot = digits.find('.');
    const std::string_view whole = digits.substr(0, dot);
    const std::string_view part =
        dot == std::string_view::npos ? std::string_view() : digits.substr(dot + 1);
    if (whole.empty() || (dot != std::string_view::npos && part.empty())) return std::nullopt;
    if (!std::all_of(whole.begin(), whole.end(), isDigit)) return std::nullopt;
    if (!std::all_of(part.begin(), part.end(), isDigit)) return std::nullopt;

    if (whole.size() + part.size() <= kFastPlaces) {
        std::int64_t value = 0;
        for (char c : whole)
            value = value * 10 + (c - '0');
        for (char c : part)
            value = value * 10 + (c - '0');
        if (part.empty()) return small(value, 1);
        return Big::make(value, smallPow10(static_cast<int>(part.size())));
    }
    std::string all(whole);
    all += part;
    mpq_class value(mpz_class(all, 10), bigPow10(static_cast<int>(part.size())));
    value.canonicalize();
    return Big::make(std::move(value));
}

Number Number::rounded(int places, Rounding rounding) const {
    if (!big_ && places >= 0 && places <= kFastPlaces) {
        if (denominator_ == 1) return *this;
        const std::int64_t scale = smallPow10(places);
        return Big::make(dividedAndRounded(Wide(numerator_) * scale, denominator_, rounding),
                         scale);
    }
    const mpz_class scale = bigPow10(places < 0 ? -places : places);
    mpq_class value = Big::of(*this);
    if (places < 0) {
        const mpz_class tens =
            dividedAndRounded(value.get_num(), mpz_class(value.get_den() * scale), rounding);
        return Big::make(mpq_class(tens * scale));
    }
    value = mpq_class(
        dividedAndRounded(mpz_class(value.get_num() * scale), value.get_den(), rounding), scale);
    value.canonicalize();
    return Big::make(std::move(value));
}

bool Number::terminates() const {
    return exactPlacesOf(*this).has_value();
}

std::string Number::text() const {
    if (denominator_ == 1) return std::to_string(numerator_);
    if (const std::optional<int> places = exactPlacesOf(*this)) return text(*places);
    // Digits before the point; none or fewer than none for a small fraction.
    const Number whole = abs().rounded(0, Rounding::down);
    int before = 0;
    if (!whole.isZero()) {
        before = static_cast<int>(whole.text().size());
    } else {
        const mpq_class value = Big::of(*this);
        before = static_cast<int>(mpz_sizeinbase(value.get_num_mpz_t(), 10)) -
                 static_cast<int>(mpz_sizeinbase(value.get_den_mpz_t(), 10));
    }
    const int places = std::max(2, kSignificant - before);
    return std::string(kAbout) + rounded(places, Rounding::halfUp).text();
}

std::string Number::exactText() const {
    return terminates() ? text() : Big::of(*this).get_str();
}

std::string Number::text(int places) const {
    assert(places >= 0);
    if (!big_ && places <= kFastPlaces) {
        const Wide scaled = dividedAndRounded(Wide(numerator_) * smallPow10(places), denominator_,
                                              Rounding::halfUp);
        const UnsignedWide magnitude =
            scaled < 0 ? -static_cast<UnsignedWide>(scaled) : static_cast<UnsignedWide>(scaled);
        return withPoint(scaled < 0, digitsOf(magnitude), places);
    }
    const mpq_class value = Big::of(*this);
    const mpz_class scaled = dividedAndRounded(mpz_class(value.get_num() * bigPow10(places)),
                                               value.get_den(), Rounding::halfUp);
    return withPoint(sgn(scaled) < 0, mpz_class(::abs(scaled)).get_str(), places);
}

}  // namespace biao

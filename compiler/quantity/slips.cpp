#include "quantity/slips.h"

#include <algorithm>
#include <string>

namespace biao {
namespace {

constexpr int kMaxPower = 12;
constexpr std::size_t kEvidence = 3;  // digits

std::size_t digitCount(const std::string& text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return c != '.'; }));
}

std::optional<int> powerOfTen(const Number& found, const Number& wanted) {
    const std::optional<Number> ratio = found.divided(wanted);
    if (!ratio) return std::nullopt;
    for (int power = -kMaxPower; power <= kMaxPower; ++power) {
        if (power != 0 && *ratio == Number::pow10(power)) return power;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Slip> slip(const Number& found, const Number& wanted) {
    using Kind = Slip::Kind;
    if (found == wanted || found.isZero() || found.sign() != wanted.sign()) return std::nullopt;
    if (const auto power = powerOfTen(found, wanted)) return Slip{Kind::powerOfTen, *power};
    if (!found.terminates() || !wanted.terminates()) return std::nullopt;

    const std::string a = found.abs().text();
    const std::string b = wanted.abs().text();
    if (std::max(digitCount(a), digitCount(b)) < kEvidence) return std::nullopt;
    // The digits that differ lie between what both begin with and what both end with.
    const std::size_t shorter = std::min(a.size(), b.size());
    std::size_t head = 0;
    while (head < shorter && a[head] == b[head])
        ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    const std::string inA = a.substr(head, a.size() - head - tail);
    const std::string inB = b.substr(head, b.size() - head - tail);
    if ((inA + inB).find('.') != std::string::npos) return std::nullopt;
    if (inA.size() == 1 && inB.size() == 1) return Slip{Kind::digitReplaced};
    if (inA.empty() && inB.size() == 1) return Slip{Kind::digitDropped};
    if (inA.size() == 1 && inB.empty()) return Slip{Kind::digitAdded};
    if (inA.size() == 2 && inB.size() == 2 && inA[0] == inB[1] && inA[1] == inB[0]) {
        return Slip{Kind::swapped};
    }
    return std::nullopt;
}

bool convincing(const Slip& slip, const Number& found, const Number& wanted) {
    const auto significant = [](const Number& number) {
        std::string digits;
        for (const char c : number.abs().text()) {
            if (c != '.') digits += c;
        }
        const auto first = digits.find_first_not_of('0');
        const auto last = digits.find_last_not_of('0');
        return first == std::string::npos ? 0 : last - first + 1;
    };
    const std::size_t digits = std::min(significant(found), significant(wanted));
    switch (slip.kind) {
        case Slip::Kind::powerOfTen:
            return digits >= (slip.power % 4 == 0 ? 2 : 4);
        case Slip::Kind::digitReplaced:
            return digits >= 5;
        default:
            return digits >= 3 && std::max(significant(found), significant(wanted)) >= 4;
    }
}

}  // namespace biao

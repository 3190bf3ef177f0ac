// Which dimensions go together: equal ones, generic counts, parent classes.
#include <algorithm>

#include "quantity/unit_table.h"

namespace biao {

bool UnitTable::isWithin(BaseId child, BaseId ancestor) const {
    for (std::optional<BaseId> at = child; at; at = bases_[at->value].declaration.parent) {
        if (*at == ancestor) return true;
    }
    return false;
}

std::optional<BaseId> UnitTable::commonParent(BaseId a, BaseId b) const {
    for (std::optional<BaseId> at = a; at; at = bases_[at->value].declaration.parent) {
        if (isWithin(b, *at)) return at;
    }
    return std::nullopt;
}

Compatibility UnitTable::relation(BaseId a, BaseId b) const {
    if (a == b) return Compatibility::same;
    const BaseKind left = base(a).kind;
    const BaseKind right = base(b).kind;
    const bool counted = left != BaseKind::measured && right != BaseKind::measured;
    if (counted && (left == BaseKind::generic || right == BaseKind::generic)) {
        return Compatibility::generic;
    }
    if (isWithin(a, b) || isWithin(b, a)) return Compatibility::parent;
    return commonParent(a, b) ? Compatibility::siblings : Compatibility::no;
}

BaseId UnitTable::joined(BaseId a, BaseId b) const {
    if (relation(a, b) == Compatibility::generic) {
        return base(a).kind == BaseKind::generic ? b : a;
    }
    return commonParent(a, b).value_or(a);
}

UnitTable::Pairing UnitTable::pair(const Dimension& a, const Dimension& b) const {
    if (a.beyond() || b.beyond()) return {};
    if (a == b) return {Compatibility::same, a};
    // What the two have in common falls away; the rest must pair up, one factor with one factor.
    const auto rest = [](const Dimension& of, const Dimension& without) {
        std::vector<Dimension::Factor> factors;
        for (Dimension::Factor factor : of.factors()) {
            const int other = without.exponentOf(factor.base);
            const int shared = factor.exponent > 0 ? std::clamp(other, 0, int{factor.exponent})
                                                   : std::clamp(other, int{factor.exponent}, 0);
            factor.exponent = static_cast<std::int16_t>(factor.exponent - shared);
            if (factor.exponent != 0) factors.push_back(factor);
        }
        return factors;
    };
    std::vector<Dimension::Factor> right = rest(b, a);
    Pairing pairing{Compatibility::same, a};
    for (const Dimension::Factor& left : rest(a, b)) {
        const auto how = [&](const Dimension::Factor& other) {
            return other.exponent == left.exponent ? relation(left.base, other.base)
                                                   : Compatibility::no;
        };
        const auto partner = std::min_element(
            right.begin(), right.end(),
            [&](const auto& one, const auto& other) { return how(one) < how(other); });
        if (partner == right.end() || how(*partner) == Compatibility::no) return {};
        pairing.how = std::max(pairing.how, how(*partner));
        pairing.join = pairing.join.over(Dimension(left.base, left.exponent))
                           .times(Dimension(joined(left.base, partner->base), left.exponent));
        right.erase(partner);
    }
    return right.empty() ? pairing : Pairing{};
}

Compatibility UnitTable::compatible(const Dimension& a, const Dimension& b) const {
    return a == b && !a.beyond() ? Compatibility::same : pair(a, b).how;
}

std::optional<Dimension> UnitTable::join(const Dimension& a, const Dimension& b) const {
    Pairing pairing = pair(a, b);
    return summable(pairing.how) ? std::optional(pairing.join) : std::nullopt;
}

Dimension UnitTable::simplified(const Dimension& dimension) const {
    for (const Dimension::Factor& over : dimension.factors()) {
        for (const Dimension::Factor& under : dimension.factors()) {
            if (over.exponent < 0 || under.exponent > 0) continue;
            if (!comparable(relation(over.base, under.base))) continue;
            const int both = std::min<int>(over.exponent, -under.exponent);
            return simplified(
                dimension.over(Dimension(over.base, both)).times(Dimension(under.base, both)));
        }
    }
    return dimension;
}

Dimension UnitTable::product(const Dimension& a, const Dimension& b) const {
    return simplified(a.times(b));
}

bool UnitTable::isCount(const Dimension& dimension) const {
    if (dimension.complexity() != 1) return false;
    const Dimension::Factor factor = dimension.factors().front();
    return factor.exponent == 1 && base(factor.base).kind != BaseKind::measured;
}

bool UnitTable::isRateOf(const Dimension& dimension, BaseId base) const {
    if (dimension.exponentOf(base) != 1) return false;
    return std::any_of(dimension.factors().begin(), dimension.factors().end(),
                       [](const Dimension::Factor& factor) { return factor.exponent < 0; });
}

}  // namespace biao

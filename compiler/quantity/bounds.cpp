#include "quantity/bounds.h"

#include <utility>

namespace biao {
namespace {

bool isBareZero(const Bounds& bounds) {
    return !bounds.dimension && bounds.isPoint() && bounds.lower->isZero();
}

bool meet(const UnitTable& table, const Bounds& a, const Bounds& b) {
    if (isBareZero(a) || isBareZero(b)) return true;
    if (!a.dimension || !b.dimension) return !a.dimension && !b.dimension;
    return comparable(table.compatible(*a.dimension, *b.dimension));
}

// Every value of `a` is at most (strictly: below) every value of `b`.
bool allBelow(const Bounds& a, const Bounds& b, bool strictly) {
    if (!a.upper || !b.lower) return false;
    if (strictly && !a.upperOpen && !b.lowerOpen) return *a.upper < *b.lower;
    return *a.upper <= *b.lower;
}

bool disjoint(const Bounds& a, const Bounds& b) {
    return allBelow(a, b, true) || allBelow(b, a, true);
}

std::optional<Number> added(const std::optional<Number>& a, const std::optional<Number>& b) {
    if (!a || !b) return std::nullopt;
    return *a + *b;
}

}  // namespace

Truth negated(Truth truth) {
    if (truth == Truth::undetermined) return truth;
    return truth == Truth::holds ? Truth::fails : Truth::holds;
}

Op mirrored(Op op) {
    switch (op) {
        case Op::ge:
            return Op::le;
        case Op::le:
            return Op::ge;
        case Op::gt:
            return Op::lt;
        case Op::lt:
            return Op::gt;
        case Op::eq:
        case Op::ne:
            break;
    }
    return op;
}

bool satisfies(std::strong_ordering order, Op op) {
    switch (op) {
        case Op::ge:
            return order >= 0;
        case Op::le:
            return order <= 0;
        case Op::gt:
            return order > 0;
        case Op::lt:
            return order < 0;
        case Op::eq:
            return order == 0;
        case Op::ne:
            return order != 0;
    }
    return false;
}

Bounds Bounds::of(Op op, const Quantity& quantity) {
    Bounds bounds;
    Number value = quantity.value;
    if (const Reading* reading = firstReading(quantity)) {
        value = toBase(quantity, *reading);
        bounds.dimension = reading->dimension;
    }
    if (op == Op::ge || op == Op::gt || op == Op::eq) bounds.lower = value;
    if (op == Op::le || op == Op::lt || op == Op::eq) bounds.upper = value;
    bounds.lowerOpen = op == Op::gt;
    bounds.upperOpen = op == Op::lt;
    return bounds;
}

Bounds Bounds::between(const Quantity& one, const Quantity& other) {
    Bounds bounds = exactly(one);
    const Bounds end = exactly(other);
    (*end.upper < *bounds.upper ? bounds.lower : bounds.upper) = end.upper;
    if (!bounds.dimension) bounds.dimension = end.dimension;
    return bounds;
}

std::optional<Bounds> sum(const UnitTable& table, std::span<const Bounds> terms) {
    std::optional<Bounds> total;
    for (const Bounds& term : terms) {
        if (!total || isBareZero(*total)) {
            total = term;
            continue;
        }
        if (isBareZero(term)) continue;
        if (term.dimension.has_value() != total->dimension.has_value()) return std::nullopt;
        if (term.dimension) {
            total->dimension = table.join(*total->dimension, *term.dimension);
            if (!total->dimension) return std::nullopt;
        }
        total->lower = added(total->lower, term.lower);
        total->upper = added(total->upper, term.upper);
        total->lowerOpen = total->lower && (total->lowerOpen || term.lowerOpen);
        total->upperOpen = total->upper && (total->upperOpen || term.upperOpen);
    }
    return total;
}

Truth compare(const UnitTable& table, const Bounds& a, Op op, const Bounds& b) {
    if (!meet(table, a, b)) return Truth::undetermined;
    switch (op) {
        case Op::ge:
        case Op::gt:
            return compare(table, b, mirrored(op), a);
        case Op::le:
            if (allBelow(a, b, false)) return Truth::holds;
            return allBelow(b, a, true) ? Truth::fails : Truth::undetermined;
        case Op::lt:
            if (allBelow(a, b, true)) return Truth::holds;
            return allBelow(b, a, false) ? Truth::fails : Truth::undetermined;
        case Op::eq:
            if (disjoint(a, b)) return Truth::fails;
            return a.isPoint() && b.isPoint() ? Truth::holds : Truth::undetermined;
        case Op::ne:
            return negated(compare(table, a, Op::eq, b));
    }
    return Truth::undetermined;
}

Truth within(const UnitTable& table, const Bounds& inner, const Bounds& outer) {
    if (!meet(table, inner, outer)) return Truth::undetermined;
    if (disjoint(inner, outer)) return Truth::fails;
    const bool above =
        !outer.lower ||
        (inner.lower && (*inner.lower > *outer.lower ||
                         (*inner.lower == *outer.lower && (inner.lowerOpen || !outer.lowerOpen))));
    const bool below =
        !outer.upper ||
        (inner.upper && (*inner.upper < *outer.upper ||
                         (*inner.upper == *outer.upper && (inner.upperOpen || !outer.upperOpen))));
    return above && below ? Truth::holds : Truth::undetermined;
}

}  // namespace biao

#include "quantity/amount.h"

#include <algorithm>

namespace biao {
namespace {

// What two sides give when not both are known.
std::optional<Amount> withoutCalculating(const Amount& a, const Amount& b) {
    if (a.isOpen() || b.isOpen()) return Amount::unknown(a.isOpen() ? a.cause() : b.cause());
    for (const State state : {State::notApplicable, State::blank}) {
        if (a.state() == state || b.state() == state) {
            return state == State::blank ? Amount() : Amount::notApplicable();
        }
    }
    return std::nullopt;
}

}  // namespace

std::variant<Total, Clash> sum(const UnitTable& table, std::span<const Amount> terms) {
    const Amount* open = nullptr;
    std::optional<Sum> known;
    Compatibility how = Compatibility::same;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const Amount& term = terms[i];
        if (term.isOpen() && !open) open = &term;
        if (!term.isKnown()) continue;
        if (!known) {
            known = Sum{term.quantity(), Compatibility::same};
            continue;
        }
        known = sum(table, known->quantity, term.quantity());
        if (!known) return Clash{i};
        how = std::max(how, known->how);
    }
    if (open) return Total{Amount::unknown(open->cause()), how};
    return known ? Total{Amount(std::move(known->quantity)), how} : Total{};
}

std::optional<Amount> difference(const UnitTable& table, const Amount& a, const Amount& b) {
    if (const std::optional<Amount> rest = withoutCalculating(a, b)) return rest;
    const Quantity negative{-b.quantity().value, b.quantity().unit};
    const std::optional<Sum> result = sum(table, a.quantity(), negative);
    return result ? std::optional<Amount>(result->quantity) : std::nullopt;
}

Amount product(const UnitTable& table, const Amount& a, const Amount& b) {
    if (std::optional<Amount> rest = withoutCalculating(a, b)) return *std::move(rest);
    return product(table, a.quantity(), b.quantity());
}

std::optional<Amount> quotient(const UnitTable& table, const Amount& a, const Amount& b) {
    if (const std::optional<Amount> rest = withoutCalculating(a, b)) return rest;
    const std::optional<Quantity> result = quotient(table, a.quantity(), b.quantity());
    return result ? std::optional<Amount>(*result) : std::nullopt;
}

Truth compare(const UnitTable& table, const Amount& a, Op op, const Amount& b) {
    if (!a.isKnown() || !b.isKnown()) return Truth::undetermined;
    const auto order = compare(table, a.quantity(), b.quantity());
    return order ? truthOf(satisfies(*order, op)) : Truth::undetermined;
}

}  // namespace biao

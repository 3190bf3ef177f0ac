// What a cell holds, as rules calculate with it: a quantity, or one of the ways not to have one.
// Blank, zero, unknown, asked for and not applicable all differ, everywhere; here is the one table
// of how they combine. Unknown carries where it came from, so that one cause gives one finding:
// whoever could not understand a cell has already said so, and what is built on it stays silent.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <variant>

#include "base/span.h"
#include "quantity/bounds.h"
#include "quantity/quantity.h"

namespace biao {

enum class State : std::uint8_t {
    blank,          // nothing written: adds nothing, is never solved for
    known,          // a quantity
    asked,          // written `?`: to be worked out
    notApplicable,  // written `/`: takes part in no calculation
    unknown,        // not understood, or built on what is unknown or asked for
};

class Amount {
public:
    Amount() = default;        // blank
    Amount(Quantity quantity)  // NOLINT: a quantity is an amount
        : quantity_(std::move(quantity)), state_(State::known) {}
    static Amount asked(Span where) { return Amount(State::asked, where); }
    static Amount unknown(Span cause) { return Amount(State::unknown, cause); }
    static Amount notApplicable() { return Amount(State::notApplicable, {}); }

    State state() const { return state_; }
    bool isBlank() const { return state_ == State::blank; }
    bool isKnown() const { return state_ == State::known; }
    /// Asked for or unknown: what is built on it is unknown.
    bool isOpen() const { return state_ == State::asked || state_ == State::unknown; }
    /// Only when known.
    const Quantity& quantity() const {
        assert(isKnown());
        return quantity_;
    }
    /// Only when asked or unknown: the cell to blame.
    Span cause() const {
        assert(isOpen());
        return cause_;
    }

private:
    Amount(State state, Span cause) : cause_(cause), state_(state) {}

    Quantity quantity_;
    Span cause_;
    State state_ = State::blank;
};

/// The term at `index` cannot be added to what stands before it.
struct Clash {
    std::size_t index = 0;
};
/// `how` is the loosest match among the terms, which may have to be said.
struct Total {
    Amount amount;
    Compatibility how = Compatibility::same;
};
/// Blank and not applicable are not counted, and nothing counted is blank; with an unknown term the
/// total is unknown, by the first cause in order. A clash is said even beside unknown terms.
std::variant<Total, Clash> sum(const UnitTable& table, std::span<const Amount> terms);
/// An unknown side makes the result unknown (the left cause first), else one not applicable makes
/// it so, else a blank one makes it blank. Difference: nothing when the dimensions clash.
std::optional<Amount> difference(const UnitTable& table, const Amount& a, const Amount& b);
Amount product(const UnitTable& table, const Amount& a, const Amount& b);
/// Nothing when both are known and `b` is zero.
std::optional<Amount> quotient(const UnitTable& table, const Amount& a, const Amount& b);

/// Undetermined unless both are known and comparable.
Truth compare(const UnitTable& table, const Amount& a, Op op, const Amount& b);

}  // namespace biao

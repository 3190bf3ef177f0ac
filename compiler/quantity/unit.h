// A unit as someone writes it: one declared word (with or without a magnitude before it), or a
// product of words such as money per person per month. Made by UnitTable, shared and never changed.
// A word may be read in several ways (a homonym); each way is a Reading, and what the quantity
// stands in for decides between them: see narrowed().
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/language.h"
#include "quantity/dimension.h"
#include "quantity/number.h"

namespace biao {

/// One meaning of a unit: what it measures, and how many base units it is (exact, above zero).
struct Reading {
    Dimension dimension;
    Number factor = 1;
    bool operator==(const Reading&) const = default;
};

class Unit;
using UnitRef = std::shared_ptr<const Unit>;

class Unit {
public:
    /// A word of a compound unit; the exponent is not zero.
    struct Atom {
        UnitRef word;
        int exponent = 1;
    };
    static constexpr int kMaxWords = 12;             // of a compound, counting exponents
    static constexpr std::size_t kMaxReadings = 16;  // homonyms multiply; the rest is cut off

    /// A word. `readings` is not empty.
    Unit(Localized spelling, std::vector<Reading> readings);
    /// A compound, spelt from its atoms; none at all makes the pure ratio, which is spelt "".
    explicit Unit(std::vector<Atom> atoms);
    /// A compound whose meaning someone worked out. `readings` is not empty.
    Unit(std::vector<Atom> atoms, std::vector<Reading> readings);

    /// Canonical: an alias is spelt as the word it stands for.
    const std::string& spelling(Language language = Language::zh) const {
        return spelling_.in(language);
    }
    const std::vector<Reading>& readings() const { return readings_; }
    bool ambiguous() const { return readings_.size() > 1; }
    /// The reading of exactly that dimension, if there is one.
    const Reading* reading(const Dimension& dimension) const;
    /// Empty for a word.
    const std::vector<Atom>& atoms() const { return atoms_; }

private:
    Localized spelling_;
    std::vector<Reading> readings_;
    std::vector<Atom> atoms_;
};

/// The words of `unit`: its atoms, or itself.
std::vector<Unit::Atom> atomsOf(const UnitRef& unit);

/// Every way to read the atoms together, in declared order, at most kMaxReadings.
struct Combination {
    Reading reading;
    std::vector<std::size_t> choice;  // for each atom, which of its word's readings
};
std::vector<Combination> combinations(const std::vector<Unit::Atom>& atoms);
/// The same atoms with that choice made.
std::vector<Unit::Atom> narrowed(std::vector<Unit::Atom> atoms, const Combination& combination);

/// The same unit with only the reading of that dimension left; null when it has none.
UnitRef narrowed(const UnitRef& unit, const Dimension& dimension);

}  // namespace biao

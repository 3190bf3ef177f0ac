// What is to be known about units: the table of all of them, and the page of one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "definitions/library.h"

namespace biao::reference {

/// Words that say the same: one factor of one dimension.
struct SameUnits {
    Quantity worth;  // one of them, in the unit its dimension is counted in
    std::vector<UnitRef> words;
};

/// A dimension or counting class with its words.
struct UnitGroup {
    Localized name;
    bool counted = false;  // a class of things: people, households
    bool generic = false;  // goes with any class
    Localized parent;      // the class that holds this one; empty without one
    std::vector<SameUnits> units;
};

/// One way to read a unit.
struct UnitMeaning {
    Localized measures;  // money/people/duration
    bool counted = false;
    bool generic = false;
    Quantity worth;
    std::vector<Localized> kinds;  // what a form calls it: 金额, 单价
    std::vector<UnitRef> same;     // other words for it
};

struct UnitPage {
    UnitRef unit;
    std::vector<std::string> spellings;  // empty for a compound
    std::vector<std::string> misspellings;
    std::vector<UnitMeaning> meanings;
    std::vector<UnitRef> parts;  // of a compound
};

/// In order of declaration: dimensions, classes, then what is made of several, then ratios.
std::vector<UnitGroup> unitGroups(const definitions::Library& library);

/// A word that multiplies the unit after it.
struct UnitPrefix {
    std::string word;
    Number factor;
};

/// What someone means by a word: a unit, a whole dimension or class, a prefix; else what to say.
using UnitAnswer = std::variant<UnitPage, UnitGroup, UnitPrefix, Localized>;
UnitAnswer findUnit(std::string_view spelled, const definitions::Library& library);

std::string renderUnits(const definitions::Library& library, Language language);
std::string renderUnit(const UnitPage& page, const UnitTable& table, Language language);
std::string renderUnit(const UnitGroup& group, const UnitTable& table, Language language);
std::string renderUnit(const UnitPrefix& prefix, const UnitTable& table, Language language);

/// {"version": 1, "groups": […], "prefixes": […]}; of one, "unit", "group" or "prefix".
std::string renderUnitsJson(const definitions::Library& library);
std::string renderUnitJson(const UnitPage& page, const UnitTable& table);
std::string renderUnitJson(const UnitGroup& group, const UnitTable& table);
std::string renderUnitJson(const UnitPrefix& prefix, const UnitTable& table);

}  // namespace biao::reference

#include "quantity/unit.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>

namespace biao {
namespace {

constexpr std::string_view kTimes = "\u00B7";

// Numerator words joined by a dot, then each denominator after a slash of its own.
std::string spell(const std::vector<Unit::Atom>& atoms, Language language) {
    std::string over;
    std::string under;
    for (const Unit::Atom& atom : atoms) {
        for (int i = 0; i < std::abs(atom.exponent); ++i) {
            if (atom.exponent < 0) {
                under += '/';
                under += atom.word->spelling(language);
            } else {
                if (!over.empty()) over += kTimes;
                over += atom.word->spelling(language);
            }
        }
    }
    return over + under;
}

std::vector<Reading> readingsOf(const std::vector<Unit::Atom>& atoms) {
    std::vector<Reading> readings;
    for (Combination& way : combinations(atoms)) {
        if (std::find(readings.begin(), readings.end(), way.reading) == readings.end()) {
            readings.push_back(std::move(way.reading));
        }
    }
    return readings;
}

}  // namespace

Unit::Unit(Localized spelling, std::vector<Reading> readings)
    : spelling_(std::move(spelling)), readings_(std::move(readings)) {
    assert(!readings_.empty());
}

Unit::Unit(std::vector<Atom> atoms) : Unit(atoms, readingsOf(atoms)) {}

Unit::Unit(std::vector<Atom> atoms, std::vector<Reading> readings)
    : Unit(Localized(spell(atoms, Language::zh), spell(atoms, Language::en)), std::move(readings)) {
    atoms_ = std::move(atoms);
}

const Reading* Unit::reading(const Dimension& dimension) const {
    for (const Reading& reading : readings_) {
        if (reading.dimension == dimension) return &reading;
    }
    return nullptr;
}

std::vector<Unit::Atom> atomsOf(const UnitRef& unit) {
    // The pure ratio is made of no words; as a factor of another unit it adds none.
    if (!unit->atoms().empty() || unit->spelling().empty()) return unit->atoms();
    return {Unit::Atom{unit, 1}};
}

std::vector<Combination> combinations(const std::vector<Unit::Atom>& atoms) {
    std::vector<Combination> ways;
    std::vector<std::size_t> choice(atoms.size(), 0);
    while (ways.size() < Unit::kMaxReadings) {
        Reading reading;
        for (std::size_t i = 0; i < atoms.size(); ++i) {
            const Reading& word = atoms[i].word->readings()[choice[i]];
            reading.dimension = reading.dimension.times(word.dimension.power(atoms[i].exponent));
            reading.factor *= word.factor.power(atoms[i].exponent);
        }
        ways.push_back({std::move(reading), choice});
        // The next choice, the last word turning fastest.
        std::size_t place = atoms.size();
        while (place > 0 && ++choice[place - 1] == atoms[place - 1].word->readings().size()) {
            choice[--place] = 0;
        }
        if (place == 0) break;
    }
    return ways;
}

std::vector<Unit::Atom> narrowed(std::vector<Unit::Atom> atoms, const Combination& combination) {
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        const Unit& word = *atoms[i].word;
        if (!word.ambiguous()) continue;
        atoms[i].word = std::make_shared<const Unit>(
            Localized(word.spelling(Language::zh), word.spelling(Language::en)),
            std::vector<Reading>{word.readings()[combination.choice[i]]});
    }
    return atoms;
}

UnitRef narrowed(const UnitRef& unit, const Dimension& dimension) {
    const Reading* const wanted = unit->reading(dimension);
    if (!wanted || !unit->ambiguous()) return wanted ? unit : nullptr;
    const std::vector<Unit::Atom> atoms = atomsOf(unit);
    for (const Combination& way : combinations(atoms)) {
        if (way.reading != *wanted) continue;
        std::vector<Unit::Atom> chosen = narrowed(atoms, way);
        if (unit->atoms().empty()) return chosen.front().word;
        return std::make_shared<const Unit>(std::move(chosen));
    }
    // Worked out by cancelling classes, which no choice of words shows.
    return std::make_shared<const Unit>(atoms, std::vector<Reading>{*wanted});
}

}  // namespace biao

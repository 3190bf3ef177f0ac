// Units multiplied and divided: what cancels, and what the number is multiplied by for it.
#include <algorithm>
#include <cstdlib>

#include "quantity/unit_table.h"

namespace biao {
namespace {

using Atoms = std::vector<Unit::Atom>;

bool sameWord(const UnitRef& a, const UnitRef& b) {
    return a == b || (a->spelling() == b->spelling() && a->readings() == b->readings());
}

void dropCancelled(Atoms& atoms) {
    std::erase_if(atoms, [](const Unit::Atom& atom) { return atom.exponent == 0; });
}

void cancelSameWords(Atoms& atoms) {
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        for (std::size_t j = i + 1; j < atoms.size(); ++j) {
            if (!sameWord(atoms[i].word, atoms[j].word)) continue;
            atoms[i].exponent += std::exchange(atoms[j].exponent, 0);
        }
    }
    dropCancelled(atoms);
}

int wordCount(const Atoms& atoms) {
    int count = 0;
    for (const Unit::Atom& atom : atoms)
        count += std::abs(atom.exponent);
    return count;
}

// What it would measure if nothing had cancelled.
int writtenComplexity(const Atoms& atoms) {
    int sum = 0;
    for (const Unit::Atom& atom : atoms) {
        sum += std::abs(atom.exponent) * atom.word->readings().front().dimension.complexity();
    }
    return sum;
}

bool isPlainWord(const Unit& unit) {
    return !unit.ambiguous() && unit.readings().front().dimension.complexity() == 1;
}

bool isRatio(const Unit& unit) {
    return !unit.ambiguous() && unit.readings().front().dimension.empty();
}

}  // namespace

std::vector<Combination> UnitTable::simplestWays(const Atoms& atoms) const {
    std::vector<Combination> ways = combinations(atoms);
    int least = ways.front().reading.dimension.complexity();
    for (Combination& way : ways) {
        way.reading.dimension = simplified(way.reading.dimension);
        least = std::min(least, way.reading.dimension.complexity());
    }
    std::erase_if(
        ways, [&](const Combination& way) { return way.reading.dimension.complexity() > least; });
    return ways;
}

// Words with one meaning and one dimension become one word, ratios become part of the number.
Number UnitTable::mergeAtoms(Atoms& atoms) const {
    Number scale = 1;
    // Exact matches first, so that a generic word does not take another word's partner.
    for (const Compatibility loosest : {Compatibility::same, Compatibility::parent}) {
        for (Unit::Atom& left : atoms) {
            for (Unit::Atom& right : atoms) {
                if (&left >= &right || !isPlainWord(*left.word) || !isPlainWord(*right.word)) {
                    continue;
                }
                if (left.exponent == 0 || right.exponent == 0) continue;
                const Reading& kept = left.word->readings().front();
                const Reading& other = right.word->readings().front();
                const Compatibility how = compatible(kept.dimension, other.dimension);
                if (how > loosest) continue;
                const bool opposite = (left.exponent > 0) != (right.exponent > 0);
                if (how != Compatibility::same && !opposite) continue;
                int moved = right.exponent;
                if (how != Compatibility::same && std::abs(moved) > std::abs(left.exponent)) {
                    moved = -left.exponent;
                }
                scale *= other.factor.divided(kept.factor)->power(moved);
                left.exponent += moved;
                right.exponent -= moved;
            }
        }
    }
    dropCancelled(atoms);
    const bool oneRatio = atoms.size() == 1 && atoms.front().exponent == 1;
    for (Unit::Atom& atom : atoms) {
        if (oneRatio || !isRatio(*atom.word)) continue;
        scale *= atom.word->readings().front().factor.power(atom.exponent);
        atom.exponent = 0;
    }
    dropCancelled(atoms);
    return scale;
}

ScaledUnit UnitTable::multiplied(const UnitRef& a, const UnitRef& b, int sign) const {
    Atoms atoms = atomsOf(a);
    for (Unit::Atom atom : atomsOf(b)) {
        atom.exponent *= sign;
        atoms.push_back(std::move(atom));
    }
    cancelSameWords(atoms);
    std::vector<Combination> ways = simplestWays(atoms);
    if (ways.size() == 1) {
        atoms = narrowed(std::move(atoms), ways.front());
        cancelSameWords(atoms);
    }
    Number scale = mergeAtoms(atoms);
    if (atoms.empty()) return {ratio_, scale};
    if (atoms.size() == 1 && atoms.front().exponent == 1) return {atoms.front().word, scale};

    ways = simplestWays(atoms);
    const Reading& first = ways.front().reading;
    // Words whose meanings cancelled in part: no spelling of theirs would show what is left.
    const bool hidden = first.dimension.complexity() < writtenComplexity(atoms);
    if (first.dimension.beyond() || wordCount(atoms) > Unit::kMaxWords ||
        (ways.size() == 1 && hidden)) {
        return {unitFor(first.dimension), scale * first.factor};
    }
    std::vector<Reading> readings;
    for (const Combination& way : ways) {
        if (std::find(readings.begin(), readings.end(), way.reading) == readings.end()) {
            readings.push_back(way.reading);
        }
    }
    return {std::make_shared<const Unit>(std::move(atoms), std::move(readings)), scale};
}

ScaledUnit UnitTable::product(const UnitRef& a, const UnitRef& b) const {
    return multiplied(a, b, 1);
}

ScaledUnit UnitTable::quotient(const UnitRef& a, const UnitRef& b) const {
    return multiplied(a, b, -1);
}

}  // namespace biao

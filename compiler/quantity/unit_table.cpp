// The declarations, and what is looked up without reading anything.
#include "quantity/unit_table.h"

#include <algorithm>
#include <limits>

#include "base/utf8.h"

namespace biao {

UnitTable::UnitTable() : ratio_(std::make_shared<const Unit>(std::vector<Unit::Atom>())) {}

std::optional<BaseId> UnitTable::defineBase(BaseDeclaration declaration) {
    if (bases_.size() > std::numeric_limits<std::uint16_t>::max()) return std::nullopt;
    if (declaration.parent && declaration.parent->value >= bases_.size()) return std::nullopt;
    const BaseId id{static_cast<std::uint16_t>(bases_.size())};
    Base base;
    base.unit = std::make_shared<const Unit>(declaration.name,
                                             std::vector<Reading>{{Dimension(id), Number(1)}});
    base.declaration = std::move(declaration);
    bases_.push_back(std::move(base));
    return id;
}

bool UnitTable::setParent(BaseId child, BaseId parent) {
    if (child.value >= bases_.size() || parent.value >= bases_.size()) return false;
    std::optional<BaseId>& slot = bases_[child.value].declaration.parent;
    if (slot) return *slot == parent;
    if (isWithin(parent, child)) return false;
    slot = parent;
    return true;
}

bool UnitTable::defineUnit(const Localized& name, std::vector<Reading> readings) {
    memory_.forget();
    if (readings.empty() || !free(name.zh) || !free(name.en)) return false;
    for (const Reading& reading : readings) {
        if (reading.factor.sign() <= 0) return false;
        for (const Dimension::Factor& factor : reading.dimension.factors()) {
            if (factor.base.value >= bases_.size()) return false;
        }
    }
    const UnitRef unit = std::make_shared<const Unit>(name, std::move(readings));
    for (const Reading& reading : unit->readings()) {
        if (reading.dimension.complexity() != 1 || reading.factor != 1) continue;
        const Dimension::Factor factor = reading.dimension.factors().front();
        Base& base = bases_[factor.base.value];
        if (factor.exponent != 1 || base.named) continue;
        base.unit = narrowed(unit, reading.dimension);
        base.named = true;
    }
    units_.push_back(unit);
    addWord(name.zh, unit);
    if (name.en != name.zh) addWord(name.en, unit);
    return true;
}

bool UnitTable::defineAlias(const std::string& alias, std::string_view of) {
    memory_.forget();
    const UnitRef unit = word(of);
    if (!unit || !free(alias)) return false;
    addWord(alias, unit);
    return true;
}

bool UnitTable::defineMisspelling(const std::string& wrong, std::string right) {
    memory_.forget();
    if (!free(wrong)) return false;
    misspellings_.emplace(wrong, std::move(right));
    return true;
}

bool UnitTable::defineOutcome(const std::string& word) {
    memory_.forget();
    return free(word) && outcomes_.insert(word).second;
}

bool UnitTable::defineMagnitude(const std::string& word, Number factor) {
    memory_.forget();
    if (!free(word) || factor.sign() <= 0) return false;
    const auto place = std::find_if(magnitudes_.begin(), magnitudes_.end(), [&](const auto& other) {
        return other.first.size() < word.size();
    });
    magnitudes_.insert(place, {word, std::move(factor)});
    return true;
}

bool UnitTable::definePerWord(const std::string& word) {
    memory_.forget();
    if (!free(word)) return false;
    perWords_.push_back(word);
    return true;
}

bool UnitTable::free(std::string_view word) const {
    return !word.empty() && words_.find(word) == words_.end() &&
           misspellings_.find(word) == misspellings_.end() &&
           std::none_of(magnitudes_.begin(), magnitudes_.end(),
                        [&](const auto& magnitude) { return magnitude.first == word; }) &&
           std::find(perWords_.begin(), perWords_.end(), word) == perWords_.end();
}

void UnitTable::addWord(const std::string& word, const UnitRef& unit) {
    words_.emplace(word, unit);
    names_.push_back(nameOf(word));
}

UnitRef UnitTable::word(std::string_view spelling) const {
    auto found = words_.find(spelling);
    // The lead byte of every full-width twin; spares all other words the conversion.
    if (found == words_.end() && spelling.find('\xEF') != std::string_view::npos) {
        found = words_.find(halfWidth(spelling));
    }
    return found == words_.end() ? nullptr : found->second;
}

std::vector<std::string> UnitTable::spellingsOf(const UnitRef& unit) const {
    std::vector<std::string> out;
    for (const Name& name : names_) {
        if (word(name.text) == unit) out.push_back(name.text);
    }
    return out;
}

std::vector<std::string> UnitTable::misspellingsOf(const UnitRef& unit) const {
    std::vector<std::string> out;
    for (const auto& [wrong, right] : misspellings_) {
        if (word(right) == unit) out.push_back(wrong);
    }
    std::sort(out.begin(), out.end());
    return out;
}

UnitRef UnitTable::unitFor(const Dimension& dimension) const {
    if (dimension.empty()) return ratio_;
    std::vector<Unit::Atom> atoms;
    for (const bool numerator : {true, false}) {
        for (const Dimension::Factor& factor : dimension.factors()) {
            if ((factor.exponent > 0) != numerator) continue;
            atoms.push_back({bases_[factor.base.value].unit, factor.exponent});
        }
    }
    if (atoms.empty()) {  // beyond: no word says it
        return std::make_shared<const Unit>("\u2026", std::vector<Reading>{{dimension, Number(1)}});
    }
    if (atoms.size() == 1 && atoms.front().exponent == 1) return atoms.front().word;
    return std::make_shared<const Unit>(std::move(atoms));
}

std::string UnitTable::describe(const Dimension& dimension, Language language,
                                std::string_view dimensionless) const {
    if (dimension.empty()) return std::string(dimensionless);
    std::string over;
    std::string under;
    for (const Dimension::Factor& factor : dimension.factors()) {
        const std::string& name = base(factor.base).name.in(language);
        for (int i = 0; i < factor.exponent; ++i)
            over += (over.empty() ? "" : "\u00B7") + name;
        for (int i = 0; i > factor.exponent; --i)
            under += "/" + name;
    }
    return over + under;
}

UnitRef UnitTable::yearly(const Dimension& dimension) const {
    for (const UnitRef& unit : yearly_) {
        if (unit->reading(dimension)) return unit;
    }
    return nullptr;
}

}  // namespace biao

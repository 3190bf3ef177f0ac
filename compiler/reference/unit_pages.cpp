#include <algorithm>
#include <cstdlib>

#include "definitions/reading.h"
#include "diagnostics/phrases.h"
#include "reference/units.h"

namespace biao::reference {

namespace {

using definitions::Kind;

struct Words {
    const definitions::Library& library;
    std::vector<Kind> kinds = library.kinds();

    const UnitTable& table() const { return library.units(); }

    /// Empty for a compound without a name of its own.
    const Kind* kindOf(const Dimension& dimension) const {
        const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) {
            return kind.type != Kind::Type::rate && kind.dimension == dimension;
        });
        return found == kinds.end() ? nullptr : &*found;
    }

    Localized nameOf(const Dimension& dimension) const {
        if (const Kind* kind = kindOf(dimension)) return kind->name;
        return {table().describe(dimension, Language::zh, ""),
                table().describe(dimension, Language::en, "")};
    }

    const BaseDeclaration* baseOf(const Dimension& dimension) const {
        if (dimension.factors().size() != 1 || dimension.complexity() != 1) return nullptr;
        return &table().base(dimension.factors().front().base);
    }

    Quantity worth(const Reading& reading) const {
        if (!reading.dimension.empty()) return {reading.factor, table().unitFor(reading.dimension)};
        return {reading.factor, nullptr};
    }
};

/// Where a dimension stands in the list: bases in order, then compounds, then ratios.
std::size_t rankOf(const Dimension& dimension, const Words& words) {
    const auto bases = words.table().baseCount();
    if (dimension.empty()) return bases + 1;
    return words.baseOf(dimension) ? dimension.factors().front().base.value : bases;
}

std::vector<Localized> kindsOf(const Dimension& dimension, const Words& words) {
    std::vector<Localized> out;
    for (const Kind& kind : words.kinds) {
        const bool rate = kind.type == Kind::Type::rate;
        if (rate ? words.table().isRateOf(dimension, kind.base) : kind.dimension == dimension)
            out.push_back(kind.name);
    }
    return out;
}

UnitMeaning meaning(const Reading& reading, const UnitRef& unit, const Words& words) {
    UnitMeaning out;
    out.measures = words.nameOf(reading.dimension);
    if (const auto* base = words.baseOf(reading.dimension)) {
        out.counted = base->kind != BaseKind::measured;
        out.generic = base->kind == BaseKind::generic;
    }
    out.worth = words.worth(reading);
    out.kinds = kindsOf(reading.dimension, words);
    for (const UnitRef& other : words.table().units()) {
        const Reading* one = other->reading(reading.dimension);
        if (one && *one == reading && other != unit) out.same.push_back(other);
    }
    return out;
}

/// Says it in the order it is written: money per person per month, not per month per person.
void inOrder(UnitMeaning& meaning, std::vector<Unit::Atom> atoms, const Words& words) {
    Localized names;
    for (Unit::Atom& atom : atoms) {
        const Dimension& dimension = atom.word->readings().front().dimension;
        if (dimension.empty()) return;  // a ratio is no factor
        const std::string mark = names.zh.empty() ? "" : atom.exponent < 0 ? "/" : "\u00B7";
        const Localized name = words.nameOf(dimension);
        for (int i = 0; i < std::abs(atom.exponent); ++i)
            names = {names.zh + mark + name.zh, names.en + mark + name.en};
        atom.word = words.table().unitFor(dimension);
    }
    meaning.measures = names;
    meaning.worth.unit = std::make_shared<const Unit>(std::move(atoms));
}

UnitPage pageOf(const UnitRef& unit, const Words& words) {
    UnitPage page;
    page.unit = unit;
    page.spellings = words.table().spellingsOf(page.unit);
    page.misspellings = words.table().misspellingsOf(page.unit);
    const auto& atoms = page.unit->atoms();
    for (const Unit::Atom& atom : atoms)
        page.parts.push_back(atom.word);
    if (atoms.empty()) {
        for (const Reading& reading : page.unit->readings())
            page.meanings.push_back(meaning(reading, page.unit, words));
        return page;
    }
    for (const Combination& one : combinations(atoms)) {
        page.meanings.push_back(meaning(one.reading, page.unit, words));
        inOrder(page.meanings.back(), narrowed(atoms, one), words);
    }
    return page;
}

}  // namespace

std::vector<UnitGroup> unitGroups(const definitions::Library& library) {
    const Words words{library};
    std::vector<std::pair<Dimension, UnitGroup>> groups;
    for (const UnitRef& unit : words.table().units()) {
        for (const Reading& reading : unit->readings()) {
            auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& one) {
                return one.first == reading.dimension;
            });
            if (group == groups.end()) {
                UnitGroup fresh;
                fresh.name = words.nameOf(reading.dimension);
                if (const auto* base = words.baseOf(reading.dimension)) {
                    fresh.counted = base->kind != BaseKind::measured;
                    fresh.generic = base->kind == BaseKind::generic;
                    if (base->parent) fresh.parent = words.table().base(*base->parent).name;
                }
                group = groups.insert(groups.end(), {reading.dimension, std::move(fresh)});
            }
            auto& lines = group->second.units;
            const auto worth = words.worth(reading);
            auto line = std::find_if(lines.begin(), lines.end(), [&](const SameUnits& one) {
                return one.worth.value == worth.value;
            });
            if (line == lines.end()) line = lines.insert(lines.end(), {worth, {}});
            line->words.push_back(unit);
        }
    }
    std::stable_sort(groups.begin(), groups.end(), [&](const auto& a, const auto& b) {
        return rankOf(a.first, words) < rankOf(b.first, words);
    });
    std::vector<UnitGroup> out;
    for (auto& [dimension, group] : groups)
        out.push_back(std::move(group));
    return out;
}

UnitAnswer findUnit(std::string_view spelled, const definitions::Library& library) {
    const Words words{library};
    const auto read = words.table().read(spelled);
    if (const auto* unit = std::get_if<UnitRef>(&read)) return pageOf(*unit, words);
    if (const auto* lone = std::get_if<LoneMagnitude>(&read))
        return UnitPrefix{std::string(spelled), lone->factor};
    std::vector<std::string> names;
    for (UnitGroup& group : unitGroups(library)) {
        if (group.name.zh == spelled || group.name.en == spelled) return std::move(group);
        names.insert(names.end(), {group.name.zh, group.name.en});
    }
    const auto none = [&](const Localized& suggestion) {
        return phrase(Phrase::noSuchUnit,
                      {{"name", std::string(spelled)}, {"suggestion", suggestion}});
    };
    const auto meant = [](const std::string& text) {
        return phrase(Phrase::didYouMean, {{"name", text}});
    };
    if (const auto* malformed = std::get_if<MalformedRate>(&read))
        return none(meant(malformed->suggestion));
    const auto& unknown = std::get<UnknownWord>(read);
    if (!unknown.suggestion) return none(definitions::didYouMean(spelled, names));
    std::string whole(spelled);
    whole.replace(unknown.part.offset, unknown.part.length, *unknown.suggestion);
    return none(meant(whole));
}

}  // namespace biao::reference

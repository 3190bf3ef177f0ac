// Units for programs.
#include "reference/json.h"
#include "reference/units.h"

namespace biao::reference {

namespace {

Localized spellingOf(const UnitRef& unit) {
    return {unit->spelling(Language::zh), unit->spelling(Language::en)};
}

Json worthOf(const Quantity& worth) {
    Json out;
    out["number"] = worth.value.exactText();
    out["unit"] = worth.unit ? both(spellingOf(worth.unit)) : Json(nullptr);
    return out;
}

Json names(const std::vector<UnitRef>& units) {
    Json out = Json::array();
    for (const UnitRef& unit : units)
        out.push_back(both(spellingOf(unit)));
    return out;
}

}  // namespace

std::string renderUnitsJson(const definitions::Library& library) {
    const UnitTable& table = library.units();
    Json out;
    out["version"] = 1;
    out["groups"] = Json::array();
    for (const UnitGroup& group : unitGroups(library)) {
        Json one;
        one["name"] = both(group.name);
        one["counted"] = group.counted;
        one["generic"] = group.generic;
        one["parent"] = both(group.parent);
        one["units"] = Json::array();
        for (const SameUnits& line : group.units) {
            for (const UnitRef& unit : line.words) {
                Json row;
                row["name"] = both(spellingOf(unit));
                row["spellings"] = table.spellingsOf(unit);
                row["misspellings"] = table.misspellingsOf(unit);
                row["worth"] = worthOf(line.worth);
                one["units"].push_back(std::move(row));
            }
        }
        out["groups"].push_back(std::move(one));
    }
    out["prefixes"] = Json::array();
    for (const auto& [word, factor] : table.magnitudes())
        out["prefixes"].push_back({{"word", word}, {"number", factor.exactText()}});
    return document(out);
}

std::string renderUnitJson(const UnitPage& page) {
    Json unit;
    unit["name"] = both(spellingOf(page.unit));
    unit["spellings"] = page.spellings;
    unit["misspellings"] = page.misspellings;
    unit["meanings"] = Json::array();
    for (const UnitMeaning& meaning : page.meanings) {
        Json one;
        one["measures"] = both(meaning.measures);
        one["counted"] = meaning.counted;
        one["generic"] = meaning.generic;
        one["worth"] = worthOf(meaning.worth);
        one["kinds"] = Json::array();
        for (const auto& kind : meaning.kinds)
            one["kinds"].push_back(both(kind));
        one["same"] = names(meaning.same);
        unit["meanings"].push_back(std::move(one));
    }
    unit["parts"] = names(page.parts);
    Json out;
    out["version"] = 1;
    out["unit"] = std::move(unit);
    return document(out);
}

}  // namespace biao::reference

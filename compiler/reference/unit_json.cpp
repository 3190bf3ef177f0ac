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

Json jsonOf(const UnitGroup& group, const UnitTable& table) {
    Json out;
    out["name"] = both(group.name);
    out["counted"] = group.counted;
    out["generic"] = group.generic;
    out["parent"] = both(group.parent);
    out["units"] = Json::array();
    for (const SameUnits& line : group.units) {
        for (const UnitRef& unit : line.words) {
            Json row;
            row["name"] = both(spellingOf(unit));
            row["spellings"] = table.spellingsOf(unit);
            row["misspellings"] = table.misspellingsOf(unit);
            row["worth"] = worthOf(line.worth);
            out["units"].push_back(std::move(row));
        }
    }
    return out;
}

Json jsonOf(const UnitPrefix& prefix) {
    return {{"word", prefix.word}, {"number", prefix.factor.exactText()}};
}

std::string alone(const char* name, Json what) {
    Json out;
    out["version"] = 1;
    out[name] = std::move(what);
    return document(out);
}

}  // namespace

std::string renderUnitsJson(const definitions::Library& library) {
    const UnitTable& table = library.units();
    Json out;
    out["version"] = 1;
    out["groups"] = Json::array();
    for (const UnitGroup& group : unitGroups(library))
        out["groups"].push_back(jsonOf(group, table));
    out["prefixes"] = Json::array();
    for (const auto& [word, factor] : table.magnitudes())
        out["prefixes"].push_back(jsonOf(UnitPrefix{word, factor}));
    return document(out);
}

std::string renderUnitJson(const UnitGroup& group, const UnitTable& table) {
    return alone("group", jsonOf(group, table));
}

std::string renderUnitJson(const UnitPrefix& prefix, const UnitTable&) {
    return alone("prefix", jsonOf(prefix));
}

std::string renderUnitJson(const UnitPage& page, const UnitTable&) {
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
    return alone("unit", std::move(unit));
}

}  // namespace biao::reference

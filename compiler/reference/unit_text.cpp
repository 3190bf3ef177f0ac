// Units for people.
#include "base/columns.h"
#include "diagnostics/phrases.h"
#include "reference/units.h"
#include "reference/words.h"

namespace biao::reference {

namespace {

std::string spelt(const UnitRef& unit, const UnitTable& table, Language language) {
    return withAliases({unit->spelling(Language::zh), unit->spelling(Language::en)},
                       table.spellingsOf(unit), language);
}

std::string labelled(Phrase label, const std::string& text, Language language) {
    return phrase(Phrase::labelAndText, {{"label", phrase(label)}, {"text", text}}).in(language);
}

Localized heading(const UnitGroup& group) {
    if (group.generic) return phrase(Phrase::unitsGeneric, {{"name", group.name}});
    if (!group.counted) return group.name;
    if (group.parent.zh.empty()) return phrase(Phrase::unitsCounted, {{"name", group.name}});
    return phrase(Phrase::unitsCountedIn, {{"name", group.name}, {"parent", group.parent}});
}

std::string names(const std::vector<Localized>& list, Language language) {
    std::vector<std::string> words;
    for (const auto& one : list)
        words.push_back(one.in(language));
    return listed(words, language);
}

}  // namespace

std::string renderUnit(const UnitGroup& group, const UnitTable& table, Language language) {
    Columns columns(2);
    for (const SameUnits& line : group.units) {
        std::vector<std::string> words;
        std::vector<std::string> wrong;
        for (const UnitRef& unit : line.words) {
            words.push_back(spelt(unit, table, language));
            for (auto& one : table.misspellingsOf(unit))
                wrong.push_back(std::move(one));
        }
        std::vector<std::string> row{listed(words, language)};
        if (!group.counted) row.push_back("= " + exactText(line.worth, language));
        if (!wrong.empty())
            row.push_back(labelled(Phrase::unitMisspelt, listed(wrong, language), language));
        columns.add(std::move(row));
    }
    return heading(group).in(language) + "\n" + columns.text();
}

std::string renderUnit(const UnitPrefix& prefix, const UnitTable&, Language language) {
    return phrase(Phrase::unitIsPrefix,
                  {{"name", prefix.word}, {"number", prefix.factor.exactText()}})
               .in(language) +
           "\n";
}

std::string renderUnits(const definitions::Library& library, Language language) {
    const UnitTable& table = library.units();
    std::string out;
    for (const UnitGroup& group : unitGroups(library))
        out += renderUnit(group, table, language) + "\n";
    Columns prefixes(2);
    for (const auto& [word, factor] : table.magnitudes())
        prefixes.add({word, "= " + factor.exactText()});
    return out + phrase(Phrase::unitsPrefixes).in(language) + "\n" + prefixes.text();
}

std::string renderUnit(const UnitPage& page, const UnitTable& table, Language language) {
    std::string out =
        page.spellings.empty() ? page.unit->spelling(language) : spelt(page.unit, table, language);
    out += "\n";
    for (const UnitMeaning& meaning : page.meanings) {
        Columns columns(2);
        const auto row = [&](Phrase label, const std::string& text) {
            if (!text.empty()) columns.add({phrase(label).in(language), text});
        };
        row(meaning.counted ? Phrase::unitCounts : Phrase::unitMeasures,
            meaning.generic ? phrase(Phrase::unitCountsAnything).in(language)
                            : meaning.measures.in(language));
        const bool itself = meaning.counted && meaning.worth.value == 1;
        if (!itself) row(Phrase::unitEquals, exactText(meaning.worth, language));
        if (page.spellings.empty()) row(Phrase::unitKind, names(meaning.kinds, language));
        std::vector<std::string> same;
        for (const UnitRef& unit : meaning.same)
            same.push_back(spelt(unit, table, language));
        row(itself ? Phrase::unitSameClass : Phrase::unitSame, listed(same, language));
        if (page.meanings.size() > 1) out += "\n";
        out += columns.text();
    }
    Columns columns(2);
    for (const UnitRef& part : page.parts)
        columns.add({spelt(part, table, language)});
    if (!page.parts.empty())
        out += "\n" + phrase(Phrase::unitParts).in(language) + "\n" + columns.text();
    if (page.misspellings.empty()) return out;
    const auto wrong = listed(page.misspellings, language);
    return out + "\n" + labelled(Phrase::unitMisspelt, wrong, language) + "\n";
}

}  // namespace biao::reference

// Attributes of a rule: 跨 部门、项目, 需 全集 make it a rule over a set of submissions.
#include <algorithm>

#include "definitions/form_builder.h"

namespace biao::definitions {

using namespace syntax;

void FormBuilder::ruleAttributes(Rule& rule, const Declaration& d) {
    for (const Attribute& a : file_.of(d.attributes)) {
        switch (wordFrom<Property>(a.name.text)) {
            case Property::across:
                across(rule, a);
                break;
            case Property::needs: {
                const auto words = wordsOf(file_, a.value);
                rule.needsWhole =
                    words.size() == 1 && wordFrom<Property>(words[0].text) == Property::whole;
                if (!rule.needsWhole) bad(a.span, phrase(Phrase::needsWhat));
                break;
            }
            case Property::validFrom:
                findings_.add(finding(
                    Code::notSupported, a.span,
                    {{"what", phrase(Phrase::quoted, {{"text", std::string(a.name.text)}})}}));
                break;
            default: {
                std::vector<std::string> known;
                for (const Property one : {Property::across, Property::needs}) {
                    known.push_back(spelling(one).zh);
                    known.push_back(spelling(one).en);
                }
                unknown(a.name, phrase(Phrase::attributesOf, {{"name", rule.local}}), known);
            }
        }
    }
    if (rule.acrossYears && !rule.across.empty()) bad(d.name.span, phrase(Phrase::acrossBoth));
    if (rule.needsWhole && rule.across.empty()) bad(d.name.span, phrase(Phrase::wholeOfWhat));
}

void FormBuilder::across(Rule& rule, const Attribute& a) {
    const auto words = wordsOf(file_, a.value);
    if (words.empty()) bad(a.span, phrase(Phrase::acrossWhat));
    for (const Word& word : words) {
        const bool subject = vocabulary_.subjects.contains(word.text);
        if (!subject && wordFrom<Property>(word.text) == Property::acrossYears) {
            rule.acrossYears = true;
            continue;
        }
        const auto known = vocabulary_.subjects.find(word.text);
        if (known == vocabulary_.subjects.end()) {
            std::vector<std::string> candidates;
            for (const auto& [spelled, name] : vocabulary_.subjects)
                candidates.push_back(spelled);
            unknown(word, phrase(Phrase::subjects), candidates);
            continue;
        }
        const std::string& name = known->second.zh;
        const auto& named = rule.across;
        if (std::find(named.begin(), named.end(), name) == named.end()) rule.across.push_back(name);
    }
}

}  // namespace biao::definitions

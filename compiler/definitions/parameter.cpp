#include "definitions/parameter.h"

#include <algorithm>

#include "diagnostics/phrases.h"

namespace biao::definitions {

bool Parameter::knownAs(std::string_view spelling) const {
    const auto among = [&](const std::vector<std::string>& names) {
        return std::find(names.begin(), names.end(), spelling) != names.end();
    };
    return among(spellings) || among(formerNames);
}

Localized shownValue(const Parameter& parameter) {
    switch (parameter.type) {
        case Parameter::Type::amount:
            if (!parameter.text.empty()) return parameter.text;
            return {exactText(parameter.quantity, Language::zh),
                    exactText(parameter.quantity, Language::en)};
        case Parameter::Type::yesNo:
            return phrase(parameter.yes ? Phrase::printYes : Phrase::printNo);
        case Parameter::Type::words:
        case Parameter::Type::date:
            break;
    }
    return parameter.text;
}

const Parameter* find(const std::vector<Parameter>& parameters, std::string_view name) {
    const auto known =
        std::find_if(parameters.begin(), parameters.end(),
                     [&](const Parameter& one) { return !one.dropped && one.knownAs(name); });
    return known == parameters.end() ? nullptr : &*known;
}

}  // namespace biao::definitions

#include "draft/remarks.h"

#include <algorithm>

#include "diagnostics/phrases.h"
#include "draft/words.h"

namespace biao::draft {

using definitions::Element;
using definitions::ElementKind;
using definitions::Form;
using definitions::Kind;

namespace {

std::string joined(const std::vector<std::string>& words, Phrase between, Language language) {
    std::string out;
    for (const std::string& one : words)
        out += (out.empty() ? "" : phrase(between).in(language)) + one;
    return out;
}

/// The words of a scale or of choices, unless there are too many to be read behind a line.
std::string wordsOf(const Kind& kind, Language language) {
    constexpr std::size_t most = 8;
    if (kind.words.empty() || kind.words.size() > most) return {};
    return joined(kind.words, Phrase::listSeparatorInside, language);
}

bool takesMoney(const Form& form, const Element& element) {
    if (!form.moneyUnit) return false;
    const Dimension& money = form.moneyUnit->readings().front().dimension;
    return std::any_of(element.kinds.begin(), element.kinds.end(), [&](const Kind& kind) {
        return kind.type == Kind::Type::dimension && kind.dimension == money;
    });
}

/// 金额单位 reaches funds, and the columns of tables.
UnitRef bareUnit(const Form& form, const Element& element) {
    if (element.unit) return element.unit;
    const bool table =
        element.kind == ElementKind::column && form[element.parent].kind == ElementKind::table;
    const bool reached = element.kind == ElementKind::fund || table;
    return reached && takesMoney(form, element) ? form.moneyUnit : nullptr;
}

}  // namespace

std::string kindsOf(const Form& form, const Element& element, Language language) {
    std::vector<std::string> inside;
    for (const Kind& kind : element.kinds) {
        if (const auto words = wordsOf(kind, language); !words.empty()) inside.push_back(words);
    }
    if (const UnitRef unit = bareUnit(form, element)) inside.push_back(unit->spelling(language));
    const Localized kinds = element.kinds.empty() ? syntax::spelling(syntax::ValueKind::any)
                                                  : definitions::describe(element.kinds);
    if (inside.empty()) return kinds.in(language);
    const auto more = joined(inside, Phrase::listSeparator, language);
    if (kinds.in(language).find(more) != std::string::npos) return kinds.in(language);
    return phrase(Phrase::underLabel, {{"name", kinds}, {"label", more}}).in(language);
}

std::string demandOf(const Form& form, const Element& element, Language language) {
    const auto flag = element.required ? syntax::Flag::required : syntax::Flag::optional;
    const std::string kinds = kindsOf(form, element, language);
    std::vector<std::string> out = {
        phrase(Phrase::labelAndText, {{"label", syntax::spelling(flag)}, {"text", kinds}})
            .in(language)};
    if (element.formula) out.push_back(phrase(Phrase::draftWorkedOut).in(language));
    const Localized& label = element.label;
    if (!label.zh.empty() && label.in(language) != spelt(element, language))
        out.push_back(phrase(Phrase::draftLabel, {{"label", label}}).in(language));
    return joined(out, Phrase::draftSeparator, language);
}

std::string lastYear(std::optional<int> year, const std::string& text, Language language) {
    const Localized when = year ? phrase(Phrase::yearColumn, {{"year", std::to_string(*year)}})
                                : phrase(Phrase::draftLastYear);
    return phrase(Phrase::labelAndText, {{"label", when}, {"text", text}}).in(language);
}

std::string behind(const std::vector<std::string>& remarks, Language language) {
    const std::string text = joined(remarks, Phrase::draftSeparator, language);
    return text.empty() ? text : "  // " + text;
}

}  // namespace biao::draft

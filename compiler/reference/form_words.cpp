#include "reference/form_words.h"

#include <algorithm>

#include "diagnostics/phrases.h"
#include "expression/arithmetic.h"

namespace biao::reference {

using namespace definitions;
using syntax::Flag;
using syntax::Keyword;
using syntax::Property;

namespace {

Localized plus(const Localized& a, const std::string& between, const Localized& b) {
    return {a.zh + between + b.zh, a.en + between + b.en};
}

Localized spelt(Property property) {
    return syntax::spelling(property);
}

Localized bound(Property property, const Quantity& quantity) {
    return plus(spelt(property), " ",
                {exactText(quantity, Language::zh), exactText(quantity, Language::en)});
}

Localized sumOf(const Form& form, const Decomposition& sum) {
    Localized out = sum.ofWhich ? syntax::spelling(syntax::LineWord::ofWhich) : Localized("=");
    if (!sum.label.empty()) out = plus(out, " ", "[" + sum.label + "]");
    if (sum.allRows) {
        const auto all = syntax::spelling(syntax::Function::sum);
        const auto rows = syntax::spelling(syntax::Member::rows);
        return plus(out, " ", {all.zh + "(" + rows.zh + ")", all.en + "(" + rows.en + ")"});
    }
    bool first = true;
    for (const auto& part : sum.parts) {
        const std::string sign = part.minus ? " - " : first ? " " : " + ";
        out = plus(out, sign, form[part.element].name);
        first = false;
    }
    return sum.open ? plus(out, " + ", "\u2026") : out;
}

}  // namespace

Localized keywordOf(const Form& form, ElementId id) {
    const Element& element = form[id];
    const auto parent = form[element.parent].kind;
    if (element.kind == ElementKind::column && parent == ElementKind::group) {
        return syntax::spelling(Keyword::field);
    }
    switch (element.kind) {
        case ElementKind::field:
            return syntax::spelling(Keyword::field);
        case ElementKind::fund:
            return parent == ElementKind::fund ? Localized() : syntax::spelling(Keyword::fund);
        case ElementKind::table:
            return syntax::spelling(Keyword::table);
        case ElementKind::line:
            return syntax::spelling(Keyword::line);
        case ElementKind::column:
            return syntax::spelling(Keyword::column);
        case ElementKind::tree:
            return syntax::spelling(Keyword::tree);
        case ElementKind::group:
            return syntax::spelling(Keyword::group);
        case ElementKind::list:
            return syntax::spelling(Keyword::list);
        case ElementKind::root:
        case ElementKind::category:
            break;
    }
    return {};
}

std::string conditionOf(const Element& element) {
    if (!element.demand) return {};
    return expression::spelled(*element.demand->file, element.demand->condition);
}

std::vector<Localized> demandsOf(const Element& element) {
    std::vector<Localized> out;
    if (element.required) out.push_back(syntax::spelling(Flag::required));
    if (element.demand) {
        const auto when = syntax::spelling(syntax::ClauseKind::when);
        const std::string text = conditionOf(element);
        out.push_back(plus(plus(syntax::spelling(Flag::required), " ", when), " ", text));
    }
    if (element.hard) out.push_back(syntax::spelling(Flag::hard));
    return out;
}

std::vector<Localized> sumsOf(const Form& form, const Element& element) {
    std::vector<Localized> out;
    for (const auto& sum : element.decompositions)
        out.push_back(sumOf(form, sum));
    if (!element.onlyColumns.empty()) {
        Localized columns = spelt(Property::onlyColumns);
        for (const ElementId id : element.onlyColumns)
            columns = plus(columns, " ", form[id].name);
        out.push_back(std::move(columns));
    }
    return out;
}

std::vector<Localized> notesOf(const Element& element) {
    std::vector<Localized> out;
    const auto& spellings = element.spellings;
    if (!element.label.zh.empty() &&
        std::find(spellings.begin(), spellings.end(), element.label.zh) == spellings.end()) {
        out.push_back(phrase(Phrase::quoted, {{"text", element.label}}));
    }
    if (element.isKey) out.push_back(spelt(Property::key));
    if (element.role.role == syntax::Role::target && !element.role.part.empty()) {
        const auto part = syntax::spelling(syntax::wordFrom<syntax::Member>(element.role.part));
        const auto role = plus(spelt(Property::role), " ", syntax::spelling(element.role.role));
        out.push_back(plus(role, ".", part));
    }
    if (element.nonNegative) out.push_back(spelt(Property::nonNegative));
    if (element.atLeast) out.push_back(bound(Property::lower, *element.atLeast));
    if (element.atMost) out.push_back(bound(Property::upper, *element.atMost));
    if (element.unit) {
        const Localized unit{element.unit->spelling(Language::zh),
                             element.unit->spelling(Language::en)};
        out.push_back(plus(spelt(Property::unit), " ", unit));
    }
    if (element.freeRows) out.push_back(spelt(Property::free));
    for (const auto& text : element.templateTexts)
        out.push_back(plus(spelt(Property::templated), " ", text));
    if (element.repeatable) out.push_back(spelt(Property::repeatable));
    if (element.minRows)
        out.push_back(plus(spelt(Property::atLeast), " ", std::to_string(*element.minRows)));
    if (element.maxRows)
        out.push_back(plus(spelt(Property::atMost), " ", std::to_string(*element.maxRows)));
    if (element.mode == Mode::inherited) out.push_back(spelt(Property::inherited));
    if (element.mode == Mode::summed) out.push_back(spelt(Property::summed));
    if (element.period.each) out.push_back(spelt(Property::years));
    if (element.period.offset) {
        const int offset = *element.period.offset;
        const std::string years =
            offset == 0 ? "" : (offset > 0 ? "+" : "") + std::to_string(offset);
        out.push_back(plus(syntax::spelling(syntax::LineWord::year), years, ""));
    }
    return out;
}

std::vector<Localized> headingOf(const Form& form, const Weights& weights) {
    std::vector<Localized> out;
    if (weights.scope.value != 0) out.push_back(form[weights.scope].name);
    if (weights.total.demands()) {
        out.push_back(plus(spelt(Property::summed), " ", shownDemand(weights.total)));
    }
    const Localized condition = conditionOf(weights);
    if (!condition.zh.empty()) {
        out.push_back(plus(syntax::spelling(syntax::ClauseKind::when), " ", condition));
    }
    for (Localized& word : originOf(weights.source, weights.unconfirmed))
        out.push_back(std::move(word));
    return out;
}

std::vector<Localized> linesOf(const definitions::Bands& bands) {
    using syntax::Operator;
    static constexpr Operator ops[] = {Operator::ge, Operator::le, Operator::gt, Operator::lt};
    const auto shown = [](const definitions::Bands::Result& result) -> Localized {
        if (!result.quantity) return result.word;
        return {text(*result.quantity), text(*result.quantity, Language::en)};
    };
    std::vector<Localized> out;
    for (const auto& line : bands.lines) {
        const Localized sign = spelling(ops[static_cast<std::size_t>(line.op)]);
        const Localized threshold{text(line.threshold), text(line.threshold, Language::en)};
        out.push_back(plus(plus(sign, "", threshold), " ⇒ ", shown(line.result)));
    }
    out.push_back(plus(spelling(syntax::ClauseKind::otherwise), " ⇒ ", shown(bands.otherwise)));
    return out;
}

Localized conditionOf(const Weights& weights) {
    return weights.when ? Localized(expression::spelled(*weights.file, weights.when)) : Localized();
}

std::vector<Localized> originOf(const Localized& source, bool unconfirmed) {
    std::vector<Localized> out;
    if (!source.zh.empty()) out.push_back(plus(spelt(Property::source), " ", source));
    if (unconfirmed) out.push_back(spelt(Property::unconfirmed));
    return out;
}

}  // namespace biao::reference

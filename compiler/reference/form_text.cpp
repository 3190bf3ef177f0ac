// One form for people.
#include "base/columns.h"
#include "diagnostics/phrases.h"
#include "reference/form_words.h"
#include "reference/forms.h"
#include "reference/words.h"

namespace biao::reference {

using namespace definitions;

namespace {

class FormText {
public:
    FormText(const Form& form, Language language) : form_(form), language_(language) {}

    std::string text() {
        below({0}, 0);
        for (const OneOf& one : form_.oneOf) {
            const auto keyword = syntax::spelling(syntax::Keyword::oneOf).in(language_);
            std::string names;
            for (const ElementId id : one.elements)
                names += " " + form_.path(id).in(language_);
            lines_.add({keyword + names});
        }
        return lines_.text();
    }

private:
    void below(ElementId parent, std::size_t depth) {
        const Element& element = form_[parent];
        const bool root = parent.value == 0;
        if (root) each(element.children, depth);
        each(element.columns, depth);
        if (!root) each(element.children, depth);
    }

    void each(const std::vector<ElementId>& ids, std::size_t depth) {
        for (const ElementId id : ids) {
            if (form_[id].dropped) continue;
            line(id, depth);
            below(id, depth + 1);
        }
    }

    void line(ElementId id, std::size_t depth) {
        const Element& element = form_[id];
        const auto keyword = keywordOf(form_, id).in(language_);
        std::string name(depth * 2, ' ');
        name += keyword + (keyword.empty() ? "" : " ") +
                withAliases(element.name, element.spellings, language_);
        auto notes = sumsOf(form_, element);
        for (auto& note : notesOf(element))
            notes.push_back(std::move(note));
        lines_.add({std::move(name), joined(demandsOf(element), " "),
                    describe(element.kinds).in(language_),
                    joined(notes, phrase(Phrase::listSeparator).in(language_))});
    }

    std::string joined(const std::vector<Localized>& words, const std::string& between) const {
        std::string out;
        for (const auto& word : words)
            out += (out.empty() ? "" : between) + word.in(language_);
        return out;
    }

    const Form& form_;
    const Language language_;
    Columns lines_{2};
};

std::string heading(const Form& form, const Library& library, Language language) {
    const auto english = englishName(form);
    const std::string names =
        form.name.text() + (english.empty() ? "" : " (" + english + ")") + "\n";
    Columns columns(2);
    const auto row = [&](const Localized& label, const std::string& text) {
        if (!text.empty()) columns.add({label.in(language), text});
    };
    const auto subject = library.subject(form.subject);
    row(phrase(Phrase::formSubject), subject ? subject->in(language) : "");
    row(phrase(Phrase::formBase), form.base.text());
    row(phrase(Phrase::formSource), form.source.in(language));
    row(phrase(Phrase::formMoneyUnit), form.moneyUnit ? form.moneyUnit->spelling(language) : "");
    if (form.isAbstract) row(phrase(Phrase::formAbstract), phrase(Phrase::printYes).in(language));
    return names + columns.text();
}

std::string series(const std::vector<Localized>& words, Language language) {
    std::string out;
    for (const Localized& word : words)
        out += (out.empty() ? "" : phrase(Phrase::listSeparator).in(language)) + word.in(language);
    return out;
}

std::string parameters(const Form& form, Language language) {
    Columns columns;
    for (const Parameter& one : form.parameters) {
        if (one.dropped) continue;
        columns.add({withAliases(one.name, one.spellings, language), shownValue(one).in(language),
                     series(originOf(one.source, one.unconfirmed), language)});
    }
    return columns.text();
}

void weightLines(const std::vector<Weight>& weights, std::size_t depth, Language language,
                 Columns& into) {
    for (const Weight& one : weights) {
        const std::string amount = shownDemand(one).in(language);
        const std::string mark = one.rest && amount != "?" ? "? = " : one.element ? "" : "= ";
        into.add({std::string(depth * 2, ' ') + one.name.in(language), mark + amount});
        weightLines(one.parts, depth + 1, language, into);
    }
}

/// Those of one scope in the order they are tried.
std::string weights(const Form& form, Language language) {
    std::string out;
    for (const Weights& one : form.weights) {
        const std::string line = series(headingOf(form, one), language);
        Columns lines(line.empty() ? 0 : 2);
        weightLines(one.total.parts, 0, language, lines);
        out += (line.empty() ? "" : line + "\n") + lines.text();
    }
    return out;
}

/// "≥90分 优，≥80分 良，其余 差"
std::string bands(const Form& form, Language language) {
    Columns columns;
    for (const definitions::Bands& one : form.bands) {
        if (one.dropped) continue;
        columns.add({withAliases(one.name, one.spellings, language), series(linesOf(one), language),
                     series(originOf(one.source, one.unconfirmed), language)});
    }
    return columns.text();
}

std::string schemes(const Form& form, Language language) {
    Columns columns;
    for (const definitions::Scheme& one : form.schemes) {
        if (one.dropped) continue;
        columns.add({withAliases(one.name, one.spellings, language),
                     firstSentence(one.note).in(language),
                     series(originOf(one.source, one.unconfirmed), language)});
    }
    return columns.text();
}

std::string rules(const Form& form, Language language) {
    Columns columns;
    for (const Rule& rule : form.rules) {
        if (rule.dropped) continue;
        columns.add({rule.code, severityWord(rule.severity).in(language),
                     firstSentence(rule.note).in(language)});
    }
    // Of the compiler's codes, those that the form weighs otherwise.
    for (const SeverityChange& change : form.severities.changes())
        columns.add({change.named, severityWord(*change.severity).in(language)});
    return columns.text();
}

}  // namespace

std::string renderForm(const Form& form, const Library& library, Language language) {
    return heading(form, library, language) + "\n" + FormText(form, language).text() +
           section(phrase(Phrase::formParameters), parameters(form, language), language, 2) +
           section(phrase(Phrase::formWeights), weights(form, language), language, 2) +
           section(phrase(Phrase::formBands), bands(form, language), language, 2) +
           section(phrase(Phrase::formSchemes), schemes(form, language), language, 2) +
           section(phrase(Phrase::formRules), rules(form, language), language, 2);
}

}  // namespace biao::reference

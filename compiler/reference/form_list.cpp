// All forms, and finding one of them.
#include <algorithm>

#include "base/columns.h"
#include "base/utf8.h"
#include "definitions/reading.h"
#include "diagnostics/phrases.h"
#include "reference/forms.h"

namespace biao::reference {

using definitions::Form;
using definitions::FormName;
using definitions::Library;

Forms allForms(Library& library) {
    Findings unsaid;
    Forms out;
    for (const FormName& name : library.forms()) {
        if (auto form = library.form(name, unsaid)) out.push_back(std::move(form));
    }
    return out;
}

std::shared_ptr<const Form> formNamed(std::string_view name, Library& library) {
    const std::string folded = halfWidth(name);
    const auto at = folded.find('@');
    FormName wanted{folded.substr(0, at), ""};
    if (at != std::string::npos) wanted.version = folded.substr(at + 1);
    Findings unsaid;
    auto form = library.form(wanted, unsaid);
    const auto all = library.forms();  // fragments are no forms
    return form && std::find(all.begin(), all.end(), form->name) != all.end() ? form : nullptr;
}

Forms formsWith(std::string_view word, const Forms& forms) {
    Forms out;
    for (const auto& form : forms) {
        const bool holds = form->name.text().find(word) != std::string::npos ||
                           form->english.find(word) != std::string::npos;
        if (holds) out.push_back(form);
    }
    return out;
}

Localized formSuggestion(std::string_view name, const Forms& forms) {
    std::vector<std::string> candidates;
    for (const auto& form : forms) {
        candidates.push_back(form->name.text());
        candidates.push_back(form->name.path);
        if (!form->english.empty()) candidates.push_back(form->english);
    }
    return definitions::didYouMean(name, candidates);
}

std::string englishName(const Form& form) {
    return form.english.empty() ? "" : FormName{form.english, form.name.version}.text();
}

std::string renderFormList(const Forms& forms, const Library& library, Language language) {
    Columns columns;
    const auto word = [&](Phrase which) { return phrase(which).in(language); };
    columns.add({word(Phrase::formTitle), word(Phrase::formEnglish), word(Phrase::formSubject),
                 word(Phrase::formBase), word(Phrase::formSource)});
    for (const auto& form : forms) {
        const auto subject = library.subject(form->subject);
        columns.add({form->name.text(), englishName(*form), subject ? subject->in(language) : "",
                     form->base.text(), form->source.in(language)});
    }
    return columns.text();
}

}  // namespace biao::reference

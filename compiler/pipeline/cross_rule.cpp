#include "pipeline/cross_rule.h"

#include <algorithm>

namespace biao::pipeline {

using definitions::FormName;
using Members = std::vector<model::SetWorld::Member>;

CrossRule::Forms formsFor(const std::vector<std::string>& subjects, definitions::Library& library,
                          Findings& findings) {
    CrossRule::Forms forms;
    for (const FormName& name : library.forms()) {
        auto form = library.form(name, findings);
        if (!form || form->broken || form->isAbstract) continue;
        const bool any = form->subject.empty();
        if (any || std::find(subjects.begin(), subjects.end(), form->subject) != subjects.end()) {
            forms.push_back(std::move(form));
        }
    }
    return forms;
}

CrossRule::CrossRule(const definitions::Rule& rule, definitions::Library& library,
                     const Forms& more, Findings& findings)
    : library_(library) {
    Forms forms = formsFor(rule.across, library, findings);
    for (const auto& form : more) {
        if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(form);
    }
    std::vector<Localized> subjects;
    for (const std::string& name : rule.across)
        subjects.push_back(library.subject(name).value_or(name));
    set_.emplace(subjects, forms);
    rule_ = expression::compile(rule, *set_->form(), library, findings);
}

bool CrossRule::judges(const Members& members, const UnitTable& common) const {
    const model::SetWorld world(*set_, members, library_.units(), common);
    return expression::judges(*rule_, world, library_);
}

void CrossRule::run(const Members& members, const UnitTable& common, Findings& findings) const {
    const model::SetWorld world(*set_, members, library_.units(), common);
    expression::run(*rule_, world, library_, findings);
}

}  // namespace biao::pipeline

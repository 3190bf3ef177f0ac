#include "pipeline/rule_book.h"

#include <algorithm>

#include "diagnostics/phrases.h"
#include "model/world.h"

namespace biao::pipeline {

namespace {

/// A rule yields to a code by its whole spelling, or to a rule of data without the family.
bool means(const std::string& yielded, const std::string& code) {
    if (yielded == code) return true;
    const auto colon = code.find(':');
    return colon != std::string::npos && code.compare(colon + 1, code.npos, yielded) == 0;
}

/// A fault that shows in a form of another file says which.
Finding tellingForm(Finding fault, const definitions::Form& form) {
    if (fault.span.file != form.span.file) {
        fault.related.push_back(
            {form.span, phrase(Phrase::formNamed, {{"name", form.name.text()}})});
    }
    return fault;
}

}  // namespace

const std::vector<RuleBook::Compiled>& RuleBook::of(
    const std::shared_ptr<const definitions::Form>& form, Findings& findings) {
    const auto known = forms_.find(form.get());
    if (known != forms_.end()) return known->second.rules;
    Entry entry{form, {}};
    for (const auto& rule : form->rules) {
        Compiled compiled;
        if (!rule.dropped && rule.declaration) {
            Findings faults;
            compiled = expression::compile(rule, *form, library_, faults);
            if (!faults.empty() && faulty_.insert(rule.span).second) {
                for (const auto& fault : faults.list())
                    findings.add(tellingForm(fault, *form));
            }
        }
        entry.rules.push_back(std::move(compiled));
    }
    return forms_.emplace(form.get(), std::move(entry)).first->second.rules;
}

void RuleBook::run(const model::Submission& submission, const std::vector<const Finding*>& said,
                   Findings& findings) {
    const auto& rules = of(submission.form, findings);
    const model::SubmissionWorld world(submission, library_.units());
    std::vector<Findings> results(rules.size());
    for (std::size_t at = 0; at < rules.size(); ++at) {
        if (rules[at]) expression::run(*rules[at], world, library_, results[at]);
    }
    const auto hasSpoken = [&](const std::string& yielded) {
        const auto one = [&](const Finding* f) { return means(yielded, f->code); };
        if (std::any_of(said.begin(), said.end(), one)) return true;
        for (std::size_t at = 0; at < rules.size(); ++at) {
            if (!results[at].empty() && means(yielded, submission.form->rules[at].code)) {
                return true;
            }
        }
        return false;
    };
    std::vector<bool> quiet(rules.size());
    for (std::size_t at = 0; at < rules.size(); ++at) {
        const auto& yields = submission.form->rules[at].yields;
        quiet[at] = std::any_of(yields.begin(), yields.end(), hasSpoken);
    }
    for (std::size_t at = 0; at < rules.size(); ++at) {
        if (!quiet[at]) findings.take(std::move(results[at]));
    }
}

}  // namespace biao::pipeline

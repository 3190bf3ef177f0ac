#include "pipeline/rule_book.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "definitions/year_form.h"
#include "diagnostics/code_names.h"
#include "diagnostics/phrases.h"
#include "model/world.h"
#include "pipeline/spoken_places.h"

namespace biao::pipeline {

namespace {

/// A fault that shows in a form of another file says which, and of what rule: `rule` is empty where
/// it is none.
Finding tellingForm(Finding fault, const definitions::Form& form, const std::string& rule) {
    if (fault.span.file == form.span.file) return fault;
    const bool missing = !rule.empty() && fault.code == info(Code::unknownElement).id;
    fault.related.push_back(
        {form.span, missing
                        ? phrase(Phrase::ruleInForm, {{"name", form.name.text()}, {"rule", rule}})
                        : phrase(Phrase::formNamed, {{"name", form.name.text()}})});
    return fault;
}

std::vector<const Finding*> ofCode(const std::vector<Finding*>& all, const std::string& code) {
    std::vector<const Finding*> found;
    for (const Finding* one : all) {
        if (meansCode(code, one->code)) found.push_back(one);
    }
    return found;
}

}  // namespace

void RuleBook::tell(Findings faults, Span where, const definitions::Form& form, Findings& findings,
                    const std::string& rule) {
    if (faults.empty() || !faulty_.insert(where).second) return;
    std::set<std::string> said;  // a name that a rule uses three times is missing once
    for (auto& fault : faults.list()) {
        if (!rule.empty() && !said.insert(fault.message.en).second) continue;
        findings.add(tellingForm(std::move(fault), form, rule));
    }
}

const FormRules& RuleBook::of(const std::shared_ptr<const definitions::Form>& form,
                              Findings& findings) {
    const auto known = forms_.find(form.get());
    if (known != forms_.end()) return known->second;
    FormRules entry;
    entry.form = form;
    for (const auto& rule : form->rules) {
        FormRules::Compiled compiled;
        // Rules over sets are compiled with all the forms they look at (cross_rule.h), those across
        // years with last year beside this one (year_rules.h).
        if (!rule.dropped && rule.declaration && rule.ofOne()) {
            Findings faults;
            compiled = expression::compile(rule, *form, library_, faults);
            tell(std::move(faults), rule.span, *form, findings, rule.code);
        }
        entry.rules.push_back(std::move(compiled));
        entry.years.push_back(acrossYears(rule, entry, findings));
    }
    for (std::uint32_t at = 0; at < form->elements.size(); ++at) {
        const auto& element = form->elements[at];
        if (element.dropped) continue;
        if (element.formula) {
            Findings faults;
            for (auto& one : expression::compileFormula(*form, {at}, library_, faults))
                entry.formulas.formulas.push_back(std::move(one));
            tell(std::move(faults), element.formula->span, *form, findings);
        }
        if (element.demand) {
            Findings faults;
            auto one = expression::compileDemand(*form, {at}, library_, faults);
            if (one.program) entry.formulas.demands.push_back(std::move(one));
            tell(std::move(faults), element.demand->span, *form, findings);
        }
    }
    for (const auto& scheme : form->schemes) {
        Findings faults;
        entry.schemes.programs.push_back(
            expression::compileScheme(scheme, *form, library_, faults));
        tell(std::move(faults), scheme.span, *form, findings);
    }
    Findings faults;
    entry.weights = expression::compileWeights(*form, library_, faults);
    if (!faults.empty()) tell(std::move(faults), form->weights.front().span, *form, findings);
    return forms_.emplace(form.get(), std::move(entry)).first->second;
}

FormRules::Compiled RuleBook::acrossYears(const definitions::Rule& rule, FormRules& entry,
                                          Findings& findings) {
    if (!rule.acrossYears || rule.dropped || !rule.declaration) return {};
    if (!entry.yearForm) entry.yearForm = definitions::yearForm(*entry.form);
    Findings faults;
    auto compiled = expression::compile(rule, *entry.yearForm, library_, faults);
    tell(std::move(faults), rule.span, *entry.form, findings, rule.code);
    return compiled;
}

void giveWay(const std::vector<definitions::Rule>& declared, const std::vector<Finding*>& said,
             std::vector<Findings>& results) {
    // Everything that has been said, by whom it was said; a finding that gives way still counts
    // for others: its cause is there.
    std::vector<Finding*> all = said;
    for (Findings& result : results) {
        for (Finding& finding : result.list())
            all.push_back(&finding);
    }
    for (std::size_t at = 0; at < results.size(); ++at) {
        if (results[at].empty()) continue;
        for (const std::string& code : declared[at].yields) {
            const SpokenPlaces spoken(ofCode(all, code));
            for (Finding& finding : results[at].list()) {
                if (spoken.meet(finding)) finding.silenced = true;
            }
        }
        if (declared[at].overrides.empty()) continue;
        const SpokenPlaces spoken(ofCode(all, declared[at].code));
        for (const std::string& code : declared[at].overrides) {
            for (Finding* finding : all) {
                if (meansCode(code, finding->code) && spoken.meet(*finding))
                    finding->silenced = true;
            }
        }
    }
}

void hold(const model::Submission& submission, const FormRules& compiled,
          const definitions::Library& library, const Severities& severities,
          const std::vector<Finding*>& said, Findings& findings) {
    const auto& rules = compiled.rules;
    const auto& declared = submission.form->rules;
    const model::SubmissionWorld world(submission, library.units());
    std::vector<Findings> results(rules.size());
    std::vector<const expression::CompiledRule*> inForce(rules.size());
    for (std::size_t at = 0; at < rules.size(); ++at) {
        const bool dropped = severities.drop(declared[at].code, declared[at].name);
        if (!dropped) inForce[at] = rules[at].get();
    }
    expression::run(inForce, world, library, results);
    giveWay(declared, said, results);
    for (Findings& result : results)
        findings.take(std::move(result));
}

}  // namespace biao::pipeline

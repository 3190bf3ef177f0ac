#include "pipeline/form_check.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "diagnostics/phrases.h"
#include "model/read.h"
#include "model/world.h"
#include "pipeline/cross_examples.h"
#include "pipeline/years.h"

namespace biao::pipeline {

using definitions::Form;
using definitions::FormName;
using definitions::Rule;
using syntax::Clause;
using syntax::ClauseKind;

namespace {

/// An example is written in the names of its rule, whatever the form it is tried in calls them.
std::shared_ptr<const Form> inNamesOfRules(const Form& form) {
    auto out = std::make_shared<Form>(form);
    for (definitions::Element& element : out->elements) {
        for (const std::string& name : element.formerNames) {
            const bool taken =
                form.child(element.parent, name) || form.column(element.parent, name);
            if (!taken) element.spellings.push_back(name);
        }
    }
    return out;
}

class FormCheck {
public:
    FormCheck(const LoadedFile& file, const Source& source, definitions::Library& library,
              RuleBook& rules, const Limits& limits, Findings& findings)
        : file_(file),
          source_(source),
          library_(library),
          rules_(rules),
          limits_(limits),
          findings_(findings) {}

    void run() {
        bool hasRules = false;
        std::vector<FormName> names = library_.declaredIn(file_.tree);
        for (const FormName& name : names) {
            const auto form = library_.form(name, findings_);
            hasRules = hasRules || (form && holdsOurs(*form));
        }
        // The file's own forms in their order; those of others matter where they hold its rules.
        const auto forms = library_.forms();
        names.erase(std::remove_if(names.begin(), names.end(),
                                   [&](const FormName& name) { return !holds(forms, name); }),
                    names.end());
        if (hasRules) {
            std::copy_if(forms.begin(), forms.end(), std::back_inserter(names),
                         [&, own = names](const FormName& name) { return !holds(own, name); });
        }
        for (const FormName& name : names) {
            const auto form = library_.form(name, findings_);
            if (form && !form->broken && !form->isAbstract) checkRules(form);
        }
        for (auto& [at, faults] : unfit_)
            findings_.take(std::move(faults));
    }

private:
    static bool holds(const std::vector<FormName>& names, const FormName& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    }

    bool isOurs(const Rule& rule) const { return rule.file == &file_.tree; }

    bool holdsOurs(const Form& form) const {
        const auto any = [](const auto& list, const auto& ours) {
            return std::any_of(list.begin(), list.end(), ours);
        };
        return any(form.rules, [&](const Rule& rule) { return isOurs(rule); }) ||
               any(form.elements,
                   [&](const auto& element) {
                       return (element.formula && element.formula->file == &file_.tree) ||
                              (element.demand && element.demand->file == &file_.tree);
                   }) ||
               any(form.weights,
                   [&](const auto& weights) { return weights.file == &file_.tree; }) ||
               any(form.schemes, [&](const auto& scheme) { return scheme.file == &file_.tree; });
    }

    void checkRules(const std::shared_ptr<const Form>& form) {
        const FormRules& rules = rules_.of(form, findings_);
        const auto& compiled = rules.rules;
        const auto named = inNamesOfRules(*form);
        for (std::size_t at = 0; at < compiled.size(); ++at) {
            const Rule& rule = form->rules[at];
            const bool cross = !rule.across.empty() && !rule.dropped;
            if ((!compiled[at] && !rules.years[at] && !cross) || !isOurs(rule)) continue;
            if (cross) {
                if (!crossed_.insert(rule.declaration).second) continue;
                tryCross(rule, file_, source_, library_, limits_, findings_);
                continue;
            }
            if (rules.years[at]) {
                if (!crossed_.insert(rule.declaration).second) continue;
                tryYears(rule, rules, file_.tree, source_, library_, limits_, findings_);
                continue;
            }
            for (const Clause& clause : rule.declaration->clauses) {
                const bool example =
                    clause.kind == ClauseKind::wrong || clause.kind == ClauseKind::right;
                if (example && !clause.broken) tryExample(clause, *compiled[at], named);
            }
        }
    }

    /// Forms differ in what they have, so an example is tried in the first that it can be read in.
    void tryExample(const Clause& clause, const expression::CompiledRule& rule,
                    const std::shared_ptr<const Form>& form) {
        const auto at = clause.span.begin;
        if (read_.count(at) > 0) return;
        Findings faults;
        const auto example =
            model::readLines(clause.items, file_.tree, source_, form, library_, limits_, faults);
        if (!faults.empty()) {
            unfit_.emplace(at, std::move(faults));
            return;
        }
        read_.insert(at);
        unfit_.erase(at);
        Findings said;
        expression::run(rule, model::SubmissionWorld(example, library_.units()), library_, said);
        judge(clause, said, findings_);
    }

    const LoadedFile& file_;
    const Source& source_;
    definitions::Library& library_;
    RuleBook& rules_;
    const Limits& limits_;
    Findings& findings_;
    std::set<const syntax::Declaration*> crossed_;
    std::set<std::uint32_t> read_;             // examples that a form had the names for, by place
    std::map<std::uint32_t, Findings> unfit_;  // what the first form says of the others
};

}  // namespace

void checkForms(const LoadedFile& file, const Source& source, definitions::Library& library,
                RuleBook& rules, const Limits& limits, Findings& findings) {
    FormCheck(file, source, library, rules, limits, findings).run();
}

}  // namespace biao::pipeline

// The rules and formulas of a library's forms, each compiled once for each form that holds it.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <vector>

#include "checks/checks.h"
#include "definitions/library.h"
#include "expression/formula.h"
#include "expression/rule.h"
#include "expression/schemes.h"
#include "model/submission.h"

namespace biao::pipeline {

/// Where the rules and formulas stand whose faults have been said, whatever forms include them.
using FaultyRules = std::set<Span>;

/// The rules and formulas of one form, ready to run.
struct FormRules {
    using Compiled = std::shared_ptr<const expression::CompiledRule>;
    std::shared_ptr<const definitions::Form> form;
    std::vector<Compiled> rules;  // in the form's order; null for one dropped or with a fault
    /// Rules across years, as `rules`: null for every other; and what they are compiled against.
    std::vector<Compiled> years;
    std::shared_ptr<const definitions::Form> yearForm;  // none where there is no such rule
    checks::Formulas formulas;                          // those without faults
    expression::CompiledWeights weights;
    expression::CompiledSchemes schemes;
};

class RuleBook {
public:
    /// `library` and `faulty` outlive the book.
    RuleBook(const definitions::Library& library, FaultyRules& faulty)
        : library_(library), faulty_(faulty) {}

    /// Compiled the first time, faults said then, of a rule that several forms include for the
    /// first of them only. Stays where it is.
    const FormRules& of(const std::shared_ptr<const definitions::Form>& form, Findings& findings);

private:
    FormRules::Compiled acrossYears(const definitions::Rule& rule, FormRules& entry,
                                    Findings& findings);
    /// `rule`: the code of the rule that has them; empty where it is none.
    void tell(Findings faults, Span where, const definitions::Form& form, Findings& findings,
              const std::string& rule = {});

    const definitions::Library& library_;
    FaultyRules& faulty_;
    std::map<const definitions::Form*, FormRules> forms_;
};

/// Findings that give way are silenced: those of `results` (by rule of `declared`) where a code
/// their rule yields to speaks of the same place, and those of all, `said` too, where a rule that
/// overrides their code does.
void giveWay(const std::vector<definitions::Rule>& declared, const std::vector<Finding*>& said,
             std::vector<Findings>& results);

/// Holds a submission against every rule of its form; `said` are the findings of before, which give
/// way like those of rules. A rule that `severities` drop is not there.
void hold(const model::Submission& submission, const FormRules& rules,
          const definitions::Library& library, const Severities& severities,
          const std::vector<Finding*>& said, Findings& findings);

}  // namespace biao::pipeline

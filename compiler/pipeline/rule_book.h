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
#include "model/submission.h"

namespace biao::pipeline {

/// Where the rules and formulas stand whose faults have been said, whatever forms include them.
using FaultyRules = std::set<Span>;

class RuleBook {
public:
    using Compiled = std::shared_ptr<const expression::CompiledRule>;

    /// `library` and `faulty` outlive the book.
    RuleBook(const definitions::Library& library, FaultyRules& faulty)
        : library_(library), faulty_(faulty) {}

    /// In the order of the form's rules; null for a rule that is dropped or has a fault. Faults are
    /// said the first time, of a rule that several forms include for the first of them only.
    const std::vector<Compiled>& of(const std::shared_ptr<const definitions::Form>& form,
                                    Findings& findings);

    /// What elements of the form are worked out by, those with faults left out; faults are said as
    /// those of rules are.
    const checks::Formulas& formulas(const std::shared_ptr<const definitions::Form>& form,
                                     Findings& findings);

    /// Holds a submission against every rule of its form. A finding gives way (is silenced) where a
    /// code its rule yields to speaks of the same place, and where a rule that overrides its code
    /// does; `said` are the findings of before, which give way like those of rules.
    void run(const model::Submission& submission, const std::vector<Finding*>& said,
             Findings& findings);

private:
    struct Entry {
        std::shared_ptr<const definitions::Form> form;  // kept, so that its address stays its own
        std::vector<Compiled> rules;
        checks::Formulas formulas;
    };
    const Entry& entry(const std::shared_ptr<const definitions::Form>& form, Findings& findings);
    void tell(Findings faults, Span where, const definitions::Form& form, Findings& findings);

    const definitions::Library& library_;
    FaultyRules& faulty_;
    std::map<const definitions::Form*, Entry> forms_;
};

}  // namespace biao::pipeline

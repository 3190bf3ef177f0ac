// What the authors of submissions answer for, held against the findings of a whole run.
#pragma once

#include <string>
#include <vector>

#include "base/source.h"
#include "diagnostics/finding.h"
#include "diagnostics/severities.h"
#include "model/submission.h"
#include "pipeline/rule_book.h"

namespace biao::pipeline {

/// An acceptance of one name, which may stand for several rules.
struct Answered {
    model::Acceptance::Named named;
    std::string reason;
    Span where;
    Span region;
    bool alone = false;    // nothing else is accepted in the same place: it may be left out whole
    bool ownLine = false;  // with no comma before it
    bool quiet = false;    // nothing was judged that it could be of: say nothing if it is idle
};

/// The acceptances of a submission. Of a rule that did not run, or that a check of one file does
/// not judge, nothing is known.
std::vector<Answered> answeredIn(const model::Submission& submission, const FormRules& rules,
                                 const Severities& severities);

class Acceptances {
public:
    void add(std::vector<Answered> some);
    /// Marks the findings that are accepted: by the innermost of those that name them. Then says
    /// which acceptances are idle, and which name what a form does not negotiate.
    void apply(std::vector<Finding>& findings, const SourceSet& sources, Findings& said) const;

private:
    std::vector<Answered> all_;
};

}  // namespace biao::pipeline

// One submission scored on its way through a run.
#pragma once

#include <string>
#include <vector>

#include "diagnostics/finding.h"
#include "evaluation/outcome.h"
#include "pipeline/check.h"
#include "pipeline/rule_book.h"

namespace biao::pipeline {

struct Scored {
    evaluation::Outcome outcome;
    std::vector<std::string> texts;
};

/// Blank scores of the submission are filled in, for checks and rules to look at. What is stated
/// and not so, and that nothing could be scored, is said.
Scored score(model::Submission& submission, const FormRules& rules,
             const definitions::Library& library, const Scorer& scorer, Findings& said);

}  // namespace biao::pipeline

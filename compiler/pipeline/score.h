// One submission scored on its way through a run.
#pragma once

#include "diagnostics/finding.h"
#include "evaluation/evaluation.h"
#include "pipeline/rule_book.h"

namespace biao::pipeline {

/// Blank scores of the submission are filled in, for checks and rules to look at. What is stated
/// and not so, and that nothing could be scored, is said.
evaluation::Evaluation score(model::Submission& submission, const FormRules& rules,
                             const definitions::Library& library, Findings& said);

/// What rules on scoring (B5) say, beside the row it is about, or on the whole. A fix that would
/// replace what scoring itself put there is none.
void remark(evaluation::Evaluation& evaluation, const model::Submission& submission,
            Findings& findings);

}  // namespace biao::pipeline

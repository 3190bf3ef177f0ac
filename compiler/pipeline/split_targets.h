// Fixes that would write a whole target into one of the cells that it is put together from.
#pragma once

#include <cstddef>

#include "diagnostics/finding.h"
#include "model/submission.h"

namespace biao::pipeline {

/// Of the findings from the `first` on.
void dropFixesOfSplitTargets(const model::Submission& submission, std::size_t first,
                             Findings& findings);

}  // namespace biao::pipeline

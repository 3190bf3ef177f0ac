// Which rows findings are about, for those who look for them again after lines have moved.
#pragma once

#include <vector>

#include "diagnostics/finding.h"
#include "model/submission.h"

namespace biao::pipeline {

/// "村道维修·产出指标·数量指标·维修道路长度": a finding is about the last row that begins before
/// it.
void nameElements(const model::Submission& submission, std::vector<Finding>& findings);

}  // namespace biao::pipeline

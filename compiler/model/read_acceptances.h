// 接受: which findings the author of a submission answers for, and where.
#pragma once

#include <vector>

#include "model/submission.h"

namespace biao::model {

/// Those of the submission led by `head`, with `lines` inside; its rows are read. One without a
/// code or a reason, or of what cannot be accepted, is said and left out.
void readAcceptances(const syntax::Item& head, const std::vector<syntax::ItemId>& lines,
                     const syntax::File& file, Submission& submission, Findings& findings);

}  // namespace biao::model

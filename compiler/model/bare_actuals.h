// What was achieved, written as a number alone: measured in the unit of its target.
#pragma once

#include "diagnostics/finding.h"
#include "model/submission.h"
#include "quantity/unit_table.h"

namespace biao::model {

/// Bare numbers in the cells of what was achieved become measures in the unit of their target,
/// which is said (B506). Asked about instead, and left unread, are a share written as a decimal
/// fraction, and what is far off its target and near it in another unit (B202).
void giveUnits(Submission& submission, const UnitTable& units, Findings& findings);

}  // namespace biao::model

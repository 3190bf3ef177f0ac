// What a rule says when it fails: values as people write them, and where to look.
#pragma once

#include "diagnostics/finding.h"
#include "expression/evaluate.h"

namespace biao::expression {

/// As people write it: a cell with its operator, words, yes and no, "blank".
Localized inWords(const Value& value);

/// The finding for the case in hand, whose conditions fail. Cells print as written, sums and
/// differences in the unit of their first term, the cells of rows as addends, rows by their names.
/// It points at what 位置 names, else at the first cell that the failing comparison reads.
Finding said(Evaluator& run);
/// Of a case that cannot be judged, where the rule has something to say about that.
Finding saidUnsettled(Evaluator& run);

}  // namespace biao::expression

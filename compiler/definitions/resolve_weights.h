// The weights of a form, once its elements and parameters are known: which categories they are of,
// how much that is, and whether it can come to the whole.
#pragma once

#include <set>

#include "definitions/form.h"
#include "definitions/vocabulary.h"
#include "diagnostics/finding.h"

namespace biao::definitions {

/// `stated` are the scopes whose weights the form states itself: a fault of those it took over is
/// said at the form, and makes it `broken` like any other.
void resolveWeights(Form& form, const std::set<ElementId>& stated, const Vocabulary& vocabulary,
                    Findings& findings);

}  // namespace biao::definitions

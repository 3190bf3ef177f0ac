// What the lines of a form's bands come to, once its parameters are known; thresholds out of order
// and kinds that do not meet are said.
#pragma once

#include <set>
#include <string>

#include "definitions/form.h"
#include "definitions/vocabulary.h"

namespace biao::definitions {

/// `stated`: those that the form states itself, whose faults are said at their lines; those of
/// others are said at the form.
void resolveBands(Form& form, const std::set<std::string>& stated, const Vocabulary& vocabulary,
                  Findings& findings);

}  // namespace biao::definitions

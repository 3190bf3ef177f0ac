// What a file declares, checked for its own sake: forms, their rules, the rules' examples.
#pragma once

#include "pipeline/loader.h"
#include "pipeline/rule_book.h"

namespace biao::pipeline {

/// Compiles every form and fragment `file` declares. Its rules are compiled with the forms that
/// hold them (a rule of a fragment only makes sense there) and their examples are run: a wrong one
/// the rule does not notice, and a right one it objects to, is B904.
void checkForms(const LoadedFile& file, const Source& source, definitions::Library& library,
                RuleBook& rules, const Limits& limits, Findings& findings);

}  // namespace biao::pipeline

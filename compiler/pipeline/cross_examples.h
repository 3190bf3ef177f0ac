// Examples of rules: of rules over sets here, of others in form_check.cpp.
#pragma once

#include "definitions/library.h"
#include "pipeline/loader.h"

namespace biao::pipeline {

/// Compiles a rule over sets and runs its examples, each a set of submissions. One without 按 is of
/// the form that holds the rule: of several, the one of the rule's own issuer, else the first by
/// name; where none holds it, of any for its subject, chosen in the same way.
void tryCross(const definitions::Rule& rule, const LoadedFile& file, const Source& source,
              definitions::Library& library, const Limits& limits, Findings& findings);

/// A wrong example of which nothing was said, and a right one of which something was, are B904.
void judge(const syntax::Clause& clause, const Findings& said, Findings& findings);

}  // namespace biao::pipeline

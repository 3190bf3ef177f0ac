// A name for each finding by which it is known again in a later run.
#pragma once

#include <string>
#include <vector>

#include "base/source.h"
#include "diagnostics/finding.h"

namespace biao {

/// Sixteen hexadecimal digits for each of `findings`, no two the same. They are made of the path,
/// the code, what stands at the place and what the message speaks of without its numbers: lines
/// that move, the language and the wording change nothing.
std::vector<std::string> fingerprints(const std::vector<Finding>& findings,
                                      const SourceSet& sources);

}  // namespace biao

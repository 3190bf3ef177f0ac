// The pages of the codes and rules that a report names.
#pragma once

#include <vector>

#include "pipeline/check.h"
#include "reference/page.h"

namespace biao::report {

/// One for each code among the findings, by code: what `explain` prints of it. A rule in data is
/// looked up in the library the request means and in the files it was said of.
std::vector<reference::Page> rulesOf(const pipeline::Report& report,
                                     const pipeline::Request& request);

}  // namespace biao::report

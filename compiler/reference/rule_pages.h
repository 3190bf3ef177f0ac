// The pages of rules in data: a rule's declaration is its page.
#pragma once

#include <vector>

#include "base/source.h"
#include "definitions/library.h"
#include "reference/page.h"

namespace biao::reference {

/// A page for every rule that `files` declare, by code. What their forms say wrong is left for
/// `check`.
std::vector<Page> rulePages(definitions::Library& library,
                            const std::vector<const syntax::File*>& files,
                            const SourceSet& sources);

}  // namespace biao::reference

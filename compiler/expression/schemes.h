// 评分法: what a row scores, or is rated. A scheme is compiled against the form that holds it, like
// a rule; evaluation/ goes through rows with it.
#pragma once

#include <memory>
#include <vector>

#include "definitions/library.h"
#include "diagnostics/finding.h"

namespace biao::expression {

class CompiledRule;

/// In the order of Form::schemes; null for one that was dropped or has a fault.
struct CompiledSchemes {
    std::vector<std::shared_ptr<const CompiledRule>> programs;
};

/// Faults are said at their places in the form (B901, B904).
CompiledSchemes compileSchemes(const definitions::Form& form, const definitions::Library& library,
                               Findings& findings);

}  // namespace biao::expression

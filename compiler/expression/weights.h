// Which of a form's weights are in force for a submission: conditions compiled once for the form.
#pragma once

#include <memory>
#include <vector>

#include "definitions/library.h"
#include "diagnostics/finding.h"
#include "expression/world.h"

namespace biao::expression {

class CompiledRule;

/// The conditions of Form::weights, in its order; null where there is none.
struct CompiledWeights {
    std::vector<std::shared_ptr<const CompiledRule>> conditions;
};

CompiledWeights compileWeights(const definitions::Form& form, const definitions::Library& library,
                               Findings& findings);

/// Of the weights stated for `scope`, the first whose condition holds. Null where none does, and
/// where one before it cannot be judged or has a fault.
const definitions::Weights* inForce(const CompiledWeights& compiled, definitions::ElementId scope,
                                    const World& world, const definitions::Library& library);

/// Whether weights are stated for `scope` and the condition of each of them fails.
bool noneHolds(const CompiledWeights& compiled, definitions::ElementId scope, const World& world,
               const definitions::Library& library);

}  // namespace biao::expression

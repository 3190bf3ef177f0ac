// On what a form asks for something (必填 当 得分 < 权重): compiled against the form that holds it,
// then asked of any number of submissions.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "definitions/library.h"
#include "diagnostics/finding.h"
#include "expression/rule.h"

namespace biao::expression {

struct CompiledDemand {
    definitions::ElementId element;  // what is asked for
    std::string condition;           // as written
    std::shared_ptr<const CompiledRule> program;
};

/// Null program when it has a fault: added at its place in the form (B901, B904).
CompiledDemand compileDemand(const definitions::Form& form, definitions::ElementId element,
                             const definitions::Library& library, Findings& findings);

/// Where the condition holds: of a column the rows in which it does; of anything else, whether.
struct Demanded {
    bool holds = false;
    std::vector<RowId> rows;
};
Demanded demanded(const CompiledDemand& demand, const World& world,
                  const definitions::Library& library, Findings& findings);

}  // namespace biao::expression

// What a column, line or field of a form is worked out by: compiled against the form that holds it,
// then worked out for the rows of any number of submissions. What is stated beside it is held
// against it by checks/.
#pragma once

#include <memory>
#include <vector>

#include "definitions/library.h"
#include "diagnostics/finding.h"
#include "expression/rule.h"

namespace biao::expression {

struct CompiledFormula {
    definitions::ElementId element;  // what is worked out
    definitions::ElementId column;   // where it is stated in its row; none: the row's own value
    bool divides = false;            // a quotient seldom comes out even
    std::shared_ptr<const CompiledRule> program;
};

/// The formula of an element, of a line once for each column in which it makes sense. None when it
/// has a fault: added at its place in the form (B901, B904).
std::vector<CompiledFormula> compileFormula(const definitions::Form& form,
                                            definitions::ElementId element,
                                            const definitions::Library& library,
                                            Findings& findings);

/// What it comes to in one row.
struct WorkedOut {
    RowId row;
    Amount amount;         // blank: there is nothing to work it out from
    bool byZero = false;   // because something is divided by zero
    bool settled = false;  // 0 ÷ 0 took part, as the form says (零除)
    bool asks = false;     // something it is worked out from is written `?`
    Localized arithmetic;  // "60万元 ÷ 80万元"
    std::vector<Related> operands;
};
std::vector<WorkedOut> workOut(const CompiledFormula& formula, const World& world,
                               const definitions::Library& library, Findings& findings);

}  // namespace biao::expression

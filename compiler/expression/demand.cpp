#include "expression/demand.h"

#include "expression/arithmetic.h"
#include "expression/compile.h"
#include "expression/evaluate.h"

namespace biao::expression {

using definitions::ElementId;
using definitions::ElementKind;

CompiledDemand compileDemand(const definitions::Form& form, ElementId element,
                             const definitions::Library& library, Findings& findings) {
    const definitions::Demand& demand = *form[element].demand;
    definitions::Rule rule;
    rule.file = demand.file;
    rule.span = demand.span;
    Compiler compiler(rule, form, library, findings);
    CompiledDemand made{element, spelled(*demand.file, demand.condition), nullptr};
    if (compiler.demand(demand.condition, element)) {
        made.program = std::make_shared<const CompiledRule>(compiler.take());
    }
    return made;
}

/// The names of a column's condition are those of its row, of anything else its neighbours.
bool Compiler::demand(syntax::ExprId condition, ElementId element) {
    if (form_[element].kind == ElementKind::column) {
        overRowsOf(form_[element].parent, file_[condition].span);
    } else {
        line_ = element;
    }
    const NodeId truth = asTruth(expression(condition));
    if (failed_ || isMissing(truth)) return false;
    out_.conditions.push_back(truth);
    return true;
}

Demanded demanded(const CompiledDemand& demand, const World& world,
                  const definitions::Library& library, Findings& findings) {
    const CompiledRule& program = *demand.program;
    Evaluator run(program, world, library);
    const auto holds = [&] { return run.truth(program.conditions.front()).truth == Truth::holds; };
    Demanded made;
    if (program.cases == CompiledRule::Cases::rows) {
        const Rows over = run.rows(program.over);
        for (const RowId row : over->rows) {
            run.bind(program.binder, row);
            if (holds()) made.rows.push_back(row);
        }
    } else {
        made.holds = holds();
    }
    if (!run.beyond()) return made;
    findings.add(run.limitPassed());
    return {};
}

}  // namespace biao::expression

// A compiled rule, case by case.
#include <algorithm>

#include "expression/message.h"
#include "expression/rule.h"

namespace biao::expression {
namespace {

/// Every 当 holds, and what should hold does not. Undetermined is silent.
bool fails(Evaluator& run) {
    const CompiledRule& rule = run.rule();
    const auto is = [&](Truth truth) {
        return [&run, truth](NodeId condition) { return run.truth(condition).truth == truth; };
    };
    return std::all_of(rule.whens.begin(), rule.whens.end(), is(Truth::holds)) &&
           std::any_of(rule.conditions.begin(), rule.conditions.end(), is(Truth::fails));
}

}  // namespace

void run(const CompiledRule& rule, const World& world, const definitions::Library& library,
         Findings& findings) {
    Evaluator evaluator(rule, world, library.units());
    if (!rule.over) {
        if (fails(evaluator)) findings.add(said(evaluator));
        return;
    }
    const std::string group = world.form().path(rule[rule.over].type.element).zh;
    const Rows rows = evaluator.rows(rule.over);
    for (const RowId row : rows->rows) {
        evaluator.bind(rule.binder, row);
        if (fails(evaluator)) findings.add(said(evaluator)).group = group;
    }
}

}  // namespace biao::expression

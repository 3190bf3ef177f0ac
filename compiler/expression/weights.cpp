#include "expression/weights.h"

#include "expression/compile.h"
#include "expression/evaluate.h"

namespace biao::expression {

using definitions::Weights;

bool Compiler::condition(syntax::ExprId id) {
    out_.conditions.push_back(asTruth(expression(id)));
    return !failed_;
}

CompiledWeights compileWeights(const definitions::Form& form, const definitions::Library& library,
                               Findings& findings) {
    CompiledWeights made;
    for (const Weights& weights : form.weights) {
        made.conditions.emplace_back();
        if (!weights.when) continue;
        definitions::Rule rule;
        rule.file = weights.file;
        rule.span = (*weights.file)[weights.when].span;
        Compiler compiler(rule, form, library, findings);
        if (!compiler.condition(weights.when)) continue;
        made.conditions.back() = std::make_shared<const CompiledRule>(compiler.take());
    }
    return made;
}

const Weights* inForce(const CompiledWeights& compiled, definitions::ElementId scope,
                       const World& world, const definitions::Library& library) {
    const auto& stated = world.form().weights;
    for (std::size_t at = 0; at < stated.size(); ++at) {
        if (stated[at].scope != scope) continue;
        if (!stated[at].when) return &stated[at];
        const auto& condition = compiled.conditions[at];
        if (!condition) return nullptr;
        Evaluator run(*condition, world, library);
        switch (run.truth(condition->conditions.front()).truth) {
            case Truth::holds:
                return run.beyond() ? nullptr : &stated[at];
            case Truth::fails:
                if (run.beyond()) return nullptr;
                break;
            case Truth::undetermined:
                return nullptr;
        }
    }
    return nullptr;
}

bool noneHolds(const CompiledWeights& compiled, definitions::ElementId scope, const World& world,
               const definitions::Library& library) {
    const auto& stated = world.form().weights;
    for (std::size_t at = 0; at < stated.size(); ++at) {
        if (stated[at].scope != scope) continue;
        const auto& condition = compiled.conditions[at];
        if (!condition) return false;
        Evaluator run(*condition, world, library);
        const Truth truth = run.truth(condition->conditions.front()).truth;
        if (truth != Truth::fails || run.beyond()) return false;
    }
    return true;
}

}  // namespace biao::expression

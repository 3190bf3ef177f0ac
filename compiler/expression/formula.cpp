#include "expression/formula.h"

#include <algorithm>
#include <utility>

#include "diagnostics/phrases.h"
#include "expression/compile.h"
#include "expression/evaluate.h"
#include "expression/written.h"

namespace biao::expression {

using definitions::Element;
using definitions::ElementId;
using definitions::ElementKind;
using definitions::Form;
using syntax::Operator;
using What = Cell::What;

namespace {

/// The columns in which a line may be worked out: those of quantities that no sum or formula of
/// their own rules, and that the form does not leave out (仅列).
std::vector<ElementId> columnsFor(const Form& form, ElementId line) {
    std::vector<ElementId> columns;
    for (const ElementId id : form.columnsOf(line)) {
        const Element& column = form[id];
        const bool measures = std::any_of(column.kinds.begin(), column.kinds.end(),
                                          [](const auto& kind) { return kind.measures(); });
        const auto& only = form[line].onlyColumns;
        const bool meant = only.empty() || std::find(only.begin(), only.end(), id) != only.end();
        if (measures && meant && !column.formula && column.decompositions.empty()) {
            columns.push_back(id);
        }
    }
    return columns;
}

std::shared_ptr<const CompiledRule> compileIn(const Form& form, ElementId element, ElementId column,
                                              const definitions::Library& library,
                                              Findings& findings) {
    const definitions::Formula& formula = *form[element].formula;
    definitions::Rule rule;
    rule.file = formula.file;
    rule.span = formula.span;
    Compiler compiler(rule, form, library, findings);
    if (!compiler.formula(formula, element, column)) return nullptr;
    return std::make_shared<const CompiledRule>(compiler.take());
}

}  // namespace

std::vector<CompiledFormula> compileFormula(const Form& form, ElementId element,
                                            const definitions::Library& library,
                                            Findings& findings) {
    std::vector<CompiledFormula> made;
    const Element& of = form[element];
    const auto compiled = [&](ElementId in, ElementId stated, Findings& faults) {
        auto program = compileIn(form, element, in, library, faults);
        if (program) made.push_back({element, stated, program->divides, std::move(program)});
    };
    if (of.kind != ElementKind::line) {
        const bool column = of.kind == ElementKind::column;
        compiled({}, column ? element : ElementId(), findings);
        return made;
    }
    // A line may make sense in one column and not in the next: only a line that makes none in any
    // has a fault.
    Findings first;
    for (const ElementId column : columnsFor(form, element)) {
        Findings faults;
        compiled(column, column, faults);
        if (first.empty()) first = std::move(faults);
    }
    if (!made.empty()) return made;
    if (first.empty()) {
        first.add(finding(Code::notSupported, of.formula->span,
                          {{"what", phrase(Phrase::computedLine, {{"name", of.name}})}}));
    }
    findings.take(std::move(first));
    return made;
}

namespace {

constexpr std::size_t kShown = 12;  // operands pointed out

/// What one formula came to in the row in hand, and from what.
class Working {
public:
    explicit Working(Evaluator& run) : run_(run) {}

    WorkedOut out(RowId row) {
        const NodeId result = run_.rule().result;
        WorkedOut made;
        made.row = row;
        look(result, made);
        const Value value = run_.value(result);
        const bool amount = value.what == What::amount && value.plain && !made.byZero;
        if (amount) made.amount = value.amount;
        made.arithmetic = written(run_, result);
        return made;
    }

private:
    bool isValue(NodeId id) const { return run_.rule()[id].type.shape == Type::Shape::value; }

    /// Divisions by zero and cells among what it is worked out from.
    void look(NodeId id, WorkedOut& into) {
        const Node& node = run_.rule()[id];
        const Value value = run_.value(id);
        into.byZero = into.byZero || value.byZero == Value::ByZero::undetermined;
        into.settled = into.settled || value.byZero == Value::ByZero::settled;
        into.asks = into.asks || value.amount.state() == State::asked;
        const bool isCell = node.kind == Node::Kind::select || node.kind == Node::Kind::ownCell;
        const bool shownBefore =
            isCell && value.span &&
            std::any_of(into.operands.begin(), into.operands.end(),
                        [&](const Related& one) { return one.span == *value.span; });
        if (isCell && value.span && value.amount.isKnown() && !shownBefore &&
            into.operands.size() < kShown) {
            into.operands.push_back(
                {*value.span, joined(node.spelled, " ", shown(value.amount.quantity()))});
        }
        if (isCell) return;
        for (const NodeId child : node.children) {
            if (isValue(child)) look(child, into);
        }
    }

    Evaluator& run_;
};

}  // namespace

std::vector<WorkedOut> workOut(const CompiledFormula& formula, const World& world,
                               const definitions::Library& library, Findings& findings) {
    const CompiledRule& program = *formula.program;
    Evaluator run(program, world, library, world.form()[formula.element].exactness.zeroByZero);
    Working working(run);
    std::vector<WorkedOut> all;
    if (program.cases == CompiledRule::Cases::rows) {
        const Rows over = run.rows(program.over);
        for (const RowId row : over->rows) {
            run.bind(program.binder, row);
            all.push_back(working.out(row));
        }
    } else if (const auto row = run.rowOfLine(formula.element)) {
        all.push_back(working.out(*row));
    }
    if (!run.beyond()) return all;
    findings.add(run.limitPassed());
    return {};
}

}  // namespace biao::expression

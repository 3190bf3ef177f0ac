// Formulas of a form: one value in place of the clauses of a rule.
#include <algorithm>
#include <utility>

#include "expression/arithmetic.h"
#include "expression/compile.h"

namespace biao::expression {

using definitions::Element;
using definitions::ElementId;
using definitions::ElementKind;
using definitions::Kind;

bool Compiler::formula(const definitions::Formula& formula, ElementId element, ElementId column) {
    if (form_[element].kind == ElementKind::column) {
        overRowsOf(form_[element].parent, formula.span);
    } else {
        line_ = element;
        lineColumn_ = column;
    }
    out_.result = worth(formula);
    if (failed_ || isMissing(out_.result)) return false;
    const auto& read = out_.reads;
    if (std::find(read.begin(), read.end(), element) != read.end()) {
        fault(formula.span, phrase(Phrase::formulaOfItself, {{"name", form_[element].name}}));
        return false;
    }
    return yields(element, column, out_.result);
}

/// Each row under `owner` in turn; its columns are in scope.
void Compiler::overRowsOf(ElementId owner, Span span) {
    Node rows;
    rows.kind = Node::Kind::rowsUnder;
    rows.element = owner;
    rows.span = span;
    rows.type.shape = Type::Shape::rows;
    rows.type.element = owner;
    out_.over = add(std::move(rows));
    out_.cases = CompiledRule::Cases::rows;
    out_.binder = open(out_.over, nullptr).slot;
}

/// One product, or terms that are added and taken away.
NodeId Compiler::worth(const definitions::Formula& formula) {
    if (formula.terms.size() == 1) {
        const NodeId value = asValue(expression(formula.terms.front().expr));
        return isQuantity(value) ? value : missing(formula.span);
    }
    Node node;
    node.kind = Node::Kind::sum;
    node.span = formula.span;
    for (const syntax::Operand& term : formula.terms) {
        const bool minus = term.op == syntax::Operator::minus;
        if (!node.spelled.empty()) node.spelled += minus ? " - " : " + ";
        node.spelled += spelled(file_, term.expr);
    }
    return sum(std::move(node),
               {formula.terms.data(), static_cast<std::uint32_t>(formula.terms.size())});
}

/// Whether what is worked out may stand where it is to stand. A quotient of two amounts is a ratio,
/// which may be written as a bare number where the form wants one.
bool Compiler::yields(ElementId element, ElementId column, NodeId result) {
    const Kinds kinds = kindsUnder(form_, element, form_[element].isLine() ? column : element);
    const Type& type = typeOf(result);
    const auto bare = [](const Type& one) {
        const Measured made = measured(one);
        return made.what == Measured::What::bare ||
               (made.what == Measured::What::dimension && made.readings.front().empty());
    };
    const auto takes = [&](const Kind& kind) {
        const Type stated = valueType({kind});
        return kind.type == Kind::Type::any || (kind.measures() && meet(units_, stated, type)) ||
               (kind.measures() && bare(stated) && bare(type));
    };
    if (kinds.empty() || std::any_of(kinds.begin(), kinds.end(), takes)) return true;
    fault(out_[result].span,
          phrase(Phrase::ruleMismatch, {{"left", form_[element].name},
                                        {"leftKind", describe(units_, kinds)},
                                        {"right", out_[result].spelled},
                                        {"rightKind", describe(units_, type)},
                                        {"action", phrase(Phrase::actionCompare)}}));
    return false;
}

/// A name in the formula of a line or field means its own lines first, then its neighbours.
ElementId Compiler::beside(std::string_view name) const {
    if (line_ && form_[line_].kind == ElementKind::line) {
        if (const ElementId own = form_.childKnownAs(line_, name)) return own;
    }
    for (ElementId at = line_; at && at.value != 0;) {
        at = form_[at].parent;
        if (const ElementId found = form_.childKnownAs(at, name)) return found;
        if (!form_[at].isLine()) break;
    }
    return {};
}

}  // namespace biao::expression

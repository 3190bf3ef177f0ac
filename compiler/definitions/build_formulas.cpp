// What an element is made of or worked out by: a plain sum of its neighbours, or a formula.
#include <algorithm>

#include "definitions/form_builder.h"

namespace biao::definitions {

using namespace syntax;

/// 精度, 容差, 零除; false for any other property.
bool FormBuilder::exactness(ElementId id, Property property, ExprId value, Span span) {
    Exactness& exact = (*form_)[id].exactness;
    const auto word = pathOf(file_, value);
    const auto means = [&](Property wanted) { return word && wordFrom<Property>(*word) == wanted; };
    const auto positive = [&]() -> std::optional<Quantity> {
        auto amount = constant(vocabulary_, file_, value);
        return amount && amount->value.sign() > 0 ? amount : std::nullopt;
    };
    switch (property) {
        case Property::precision:
            exact.asPrinted = means(Property::asPrinted);
            exact.step = exact.asPrinted ? std::nullopt : positive();
            if (!exact.asPrinted && !exact.step) bad(span, phrase(Phrase::precisionOfWhat));
            break;
        case Property::tolerance: {
            exact.lastDigits.reset();
            exact.margin.reset();
            if (means(Property::lastDigit)) {
                exact.lastDigits = 1;
            } else if (value && file_[value].kind == ExprKind::call) {
                exact.lastDigits = lastDigits(file_[value]);
            } else {
                exact.margin = positive();
            }
            if (!exact.lastDigits && !exact.margin) bad(span, phrase(Phrase::toleranceOfWhat));
            break;
        }
        case Property::zeroDivision: {
            const auto number = constant(vocabulary_, file_, value);
            exact.zeroByZero = means(Property::notApplicable)     ? ZeroByZero::notApplicable
                               : means(Property::full)            ? ZeroByZero::full
                               : number && number->value.isZero() ? ZeroByZero::zero
                                                                  : ZeroByZero::undetermined;
            if (exact.zeroByZero == ZeroByZero::undetermined) {
                bad(span, phrase(Phrase::zeroDivisionOfWhat));
            }
            break;
        }
        default:
            return false;
    }
    exact.span = span;
    return true;
}

/// 末位(2)
std::optional<Number> FormBuilder::lastDigits(const Expr& call) const {
    const auto operands = file_.of(call.operands);
    const auto function = pathOf(file_, operands[0].expr);
    if (operands.size() != 2 || !function || wordFrom<Property>(*function) != Property::lastDigit) {
        return std::nullopt;
    }
    const auto count = constant(vocabulary_, file_, operands[1].expr);
    if (!count || !count->bare() || count->value.sign() <= 0) return std::nullopt;
    return count->value;
}

/// 合计(行), or 合计(甲) of one neighbour.
std::optional<std::string> FormBuilder::summed(const Expr& call) const {
    const auto operands = file_.of(call.operands);
    const auto function = pathOf(file_, operands[0].expr);
    if (operands.size() != 2 || !function || wordFrom<Function>(*function) != Function::sum) {
        return std::nullopt;
    }
    return pathOf(file_, operands[1].expr);
}

/// Names that are added and taken away: what it says is a total and its parts.
bool FormBuilder::isPlainSum(const Definition& definition, ElementId scope) const {
    const auto plain = [&](const Operand& term) {
        const Expr& e = file_[term.expr];
        if (e.kind == ExprKind::name || e.kind == ExprKind::member) return true;
        if (e.kind == ExprKind::missing) return !e.text.empty();
        if (e.kind != ExprKind::call) return false;
        const auto of = summed(e);
        return of && (wordFrom<Member>(*of) == Member::rows || lookUp(*of, scope));
    };
    return std::all_of(definition.terms.begin(), definition.terms.end(), plain);
}

/// Anything else is a formula, compiled with the rules of the form.
void FormBuilder::formula(ElementId id, const Definition& definition) {
    Element& element = (*form_)[id];
    bool computes = !definition.ofWhich && !definition.label;
    for (const Operand& term : definition.terms) {
        const bool lost = file_[term.expr].kind == ExprKind::missing;
        if (lost && file_[term.expr].text.empty()) return;  // its finding has been said
        computes =
            computes && !lost &&
            (term.op == Operator::none || term.op == Operator::plus || term.op == Operator::minus);
    }
    computes = computes && (element.isLine() || element.kind == ElementKind::column);
    if (!computes) {
        findings_.add(finding(Code::notSupported, definition.span,
                              {{"what", phrase(Phrase::computedColumn)}}));
        return;
    }
    element.formula = {&file_, definition.terms, definition.span};
}

void FormBuilder::resolveParts() {
    for (const auto& [id, definition] : unresolved_) {
        const ElementId scope = (*form_)[id].parent;
        if (!isPlainSum(*definition, scope)) {
            formula(id, *definition);
            continue;
        }
        Decomposition out;
        out.ofWhich = definition->ofWhich;
        out.label = std::string(definition->label.text);
        out.span = definition->span;
        for (const Operand& term : definition->terms) {
            const Expr& e = file_[term.expr];
            if (e.kind == ExprKind::missing) {
                out.open = true;
            } else if (e.kind == ExprKind::call) {
                const auto of = summed(e);
                if (wordFrom<Member>(*of) == Member::rows) {
                    out.allRows = true;
                } else {
                    out.parts.push_back({lookUp(*of, scope), false});
                }
            } else {
                // A line's own lines, before those beside it.
                const ElementId inner = form_->child(id, e.text);
                const ElementId part = inner ? inner : existing({e.text, e.span}, scope);
                if (part) out.parts.push_back({part, term.op == Operator::minus});
            }
        }
        if (!out.parts.empty() || out.allRows) {
            (*form_)[id].decompositions.push_back(std::move(out));
        }
    }
    unresolved_.clear();
}

/// What bounds and settings say together.
void FormBuilder::checkSettings(const Element& element) {
    if (!element.exactness.span.empty() && !element.formula) {
        bad(element.exactness.span, phrase(Phrase::exactnessOfWhat, {{"name", element.name}}));
    }
    if (element.atLeast && element.atMost) {
        const auto order = compare(vocabulary_.units, *element.atMost, *element.atLeast);
        if (!order || *order < 0) {
            const Localized least{text(*element.atLeast), text(*element.atLeast, Language::en)};
            const Localized most{text(*element.atMost), text(*element.atMost, Language::en)};
            bad(element.nameSpan,
                phrase(Phrase::boundsContradict,
                       {{"name", element.name}, {"least", least}, {"most", most}}));
        }
    }
    if (element.minRows && element.maxRows && *element.maxRows < *element.minRows) {
        bad(element.nameSpan,
            phrase(Phrase::boundsContradict, {{"name", element.name},
                                              {"least", std::to_string(*element.minRows)},
                                              {"most", std::to_string(*element.maxRows)}}));
    }
}

}  // namespace biao::definitions

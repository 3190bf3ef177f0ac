// Comparisons and calculations. A target with an operator is an interval: it adds up as one and
// compares as one, and is printed by the number that was written.
#include <algorithm>
#include <utility>
#include <variant>

#include "expression/dates.h"
#include "expression/evaluate.h"

namespace biao::expression {

using syntax::Function;
using syntax::Operator;
using What = Cell::What;

namespace {

std::optional<Op> opOf(Operator op) {
    switch (op) {
        case Operator::ge:
            return Op::ge;
        case Operator::le:
            return Op::le;
        case Operator::gt:
            return Op::gt;
        case Operator::lt:
            return Op::lt;
        case Operator::eq:
            return Op::eq;
        case Operator::ne:
            return Op::ne;
        default:
            return std::nullopt;
    }
}

Value negated(Value value) {
    if (value.what != What::amount || !value.amount.isKnown()) return value;
    const Quantity quantity = value.amount.quantity();
    value.amount = Quantity{-quantity.value, quantity.unit};
    if (value.plain) return value;
    std::swap(value.bounds.lower, value.bounds.upper);
    std::swap(value.bounds.lowerOpen, value.bounds.upperOpen);
    for (auto* end : {&value.bounds.lower, &value.bounds.upper}) {
        if (*end) *end = -**end;
    }
    return value;
}

}  // namespace

Bounds boundsOf(const Value& value) {
    return value.plain ? Bounds::exactly(value.amount.quantity()) : value.bounds;
}

Verdict Evaluator::compare(const Value& left, Operator op, const Value& right) const {
    if (op == Operator::reach) return reaches(left, right);
    if (op == Operator::by) return comesBy(left, right);
    const std::optional<Op> asked = opOf(op);
    if (!asked) return {};
    for (const Value* side : {&left, &right}) {
        if (side->what != What::amount || side->amount.isKnown()) continue;
        const bool leftOpen = left.what == What::amount && left.amount.isOpen();
        return answer(leftOpen ? left : right.what == What::amount ? right : left);
    }
    if (left.what == What::amount && right.what == What::amount) {
        if (left.plain && right.plain) {
            return {biao::compare(units_, left.amount, *asked, right.amount), {}};
        }
        return {biao::compare(units_, boundsOf(left), *asked, boundsOf(right)), {}};
    }
    const bool equality = asked == Op::eq || asked == Op::ne;
    if (!equality && left.date && right.date) {
        return {inOrder(*left.date, *asked, *right.date), {}};
    }
    const bool same =
        left.what == right.what && (left.what != What::text || left.text == right.text);
    if (asked == Op::eq) return {truthOf(same), {}};
    if (asked == Op::ne) return {truthOf(!same), {}};
    return {};
}

const Value& Evaluator::value(NodeId id) {
    static const Value none;
    const Node& node = rule_[id];
    std::optional<Value>& known = memo_[id.value].value;
    if (node.depends == 0 && known) return *known;
    if (node.kind == Node::Kind::cellInHand) return slots_[node.slot].cell;
    if (node.kind == Node::Kind::select) {
        const std::optional<RowId> one = row(node.children[0]);
        const auto now = [&] { return selected(node, *one); };
        if (one && common_->inHand(*one)) return common_->of(node.member, node.column, now);
        return one && charge() ? known.emplace(now()) : none;
    }
    // A part is found as soon as what it is of.
    if (node.kind != Node::Kind::part && !charge()) return none;
    const bool ofCells = node.depends != 0 && node.kind == Node::Kind::call &&
                         node.children.size() == 1 &&
                         rule_[node.children[0]].kind == Node::Kind::select &&
                         rule_[node.children[0]].type.shape == Type::Shape::cells &&
                         rule_[rule_[node.children[0]].children[0]].kind == Node::Kind::matching;
    return ofCells ? ofMatch(id, node) : known.emplace(valueNow(node));
}

Value Evaluator::valueNow(const Node& node) {
    switch (node.kind) {
        case Node::Kind::amount:
            return amountValue(node.amount);
        case Node::Kind::text:
        case Node::Kind::yes:
        case Node::Kind::no: {
            Value written;
            written.what = node.kind == Node::Kind::text  ? What::text
                           : node.kind == Node::Kind::yes ? What::yes
                                                          : What::no;
            written.text = node.text;
            if (node.date) written.date = &*node.date;
            return written;
        }
        case Node::Kind::ownCell: {
            const std::optional<RowId> line = rowOfLine(node.element);
            return line ? cell(*line, node.column) : Value();
        }
        case Node::Kind::cellAt: {
            const std::optional<RowId> line = rowOfLine(node.element);
            return line ? cell(*line, slots_[node.slot].column) : Value();
        }
        case Node::Kind::promised:
            return promised(node);
        case Node::Kind::part:
            return member(node.member, value(node.children[0]));
        case Node::Kind::negate:
            return negated(value(node.children[0]));
        case Node::Kind::sum:
            return summed(node);
        case Node::Kind::product: {
            Value result = value(node.children[0]);
            for (std::size_t i = 1; i < node.children.size(); ++i) {
                result = product(result, value(node.children[i]), node.signs[i] == Operator::over);
            }
            return result;
        }
        case Node::Kind::call:
            return called(node);
        case Node::Kind::banded:
            return banded(node);
        default:
            return Value();
    }
}

/// A blank adds nothing to a sum; but what a blank is taken from, or takes away, is not known.
Value Evaluator::summed(const Node& node) {
    Value total = value(node.children[0]);
    for (std::size_t i = 1; i < node.children.size(); ++i) {
        const Value& term = value(node.children[i]);
        if (node.signs[i] != Operator::minus) {
            total = sum({total, term}, std::nullopt);
            continue;
        }
        const auto neither = [](const Value& one) {
            return one.what == What::amount && !one.amount.isKnown() && !one.amount.isOpen();
        };
        const bool open = total.amount.isOpen() || term.amount.isOpen();
        if (!open && (neither(total) || neither(term))) return Value();
        total = sum({total, negated(term)}, std::nullopt);
    }
    return total;
}

Value Evaluator::sum(const std::vector<Value>& terms, const std::optional<Span>& cause) {
    std::vector<Amount> amounts;
    amounts.reserve(terms.size());
    bool plain = true;
    for (const Value& term : terms) {
        amounts.push_back(term.what == What::amount ? term.amount : undetermined(term).amount);
        plain = plain && term.plain;
    }
    auto result = biao::sum(units_, amounts);
    if (const auto* clash = std::get_if<Clash>(&result)) return undetermined(terms[clash->index]);
    Value total = amountValue(std::get<Total>(std::move(result)).amount);
    if (cause && !total.amount.isOpen()) total.amount = Amount::unknown(*cause);
    total = fitting(std::move(total));
    if (plain || !total.amount.isKnown()) return total;
    std::vector<Bounds> bounds;
    for (const Value& term : terms) {
        if (term.amount.isKnown()) bounds.push_back(boundsOf(term));
    }
    total.plain = false;
    if (std::optional<Bounds> added = biao::sum(units_, bounds)) total.bounds = *std::move(added);
    return total;
}

Value Evaluator::difference(const Value& left, const Value& right) const {
    if (left.what != What::amount || right.what != What::amount) return Value();
    const auto result = biao::difference(units_, left.amount, right.amount);
    return result ? amountValue(*result) : Value();
}

Value Evaluator::product(const Value& left, const Value& right, bool divides) {
    if (left.what != What::amount) return undetermined(left);
    if (right.what != What::amount) return undetermined(right);
    std::optional<Amount> result =
        divides ? quotient(units_, left.amount, right.amount)
                : std::optional(biao::product(units_, left.amount, right.amount));
    if (!result) return byZero(left.amount.quantity(), right.amount.quantity());
    Value product = amountValue(*std::move(result));
    // Nothing is promised of the ends; 上界 and 下界 make numbers of an interval first.
    product.plain = !product.amount.isKnown() || (left.plain && right.plain);
    return fitting(std::move(product));
}

/// A number of more digits than anybody can mean ends the run.
Value Evaluator::fitting(Value worked) {
    const bool isLong =
        worked.amount.isKnown() && worked.amount.quantity().value.isLong(limits_.resultDigits);
    if (!isLong) return worked;
    beyond_ = beyond_.value_or(Phrase::digitsOfResult);
    return Value();
}

/// There is nothing to compare, unless a formula says what 0 ÷ 0 is.
Value Evaluator::byZero(const Quantity& dividend, const Quantity& divisor) const {
    using definitions::ZeroByZero;
    Value value;
    value.byZero = Value::ByZero::undetermined;
    if (!dividend.value.isZero() || zeroByZero_ == ZeroByZero::undetermined) return value;
    value.byZero = Value::ByZero::settled;
    if (zeroByZero_ == ZeroByZero::notApplicable) {
        value.amount = Amount::notApplicable();
        return value;
    }
    const bool full = zeroByZero_ == ZeroByZero::full;
    const auto made = quotient(units_, Quantity{full ? 1 : 0, dividend.unit},
                               Quantity{1, full ? dividend.unit : divisor.unit});
    if (made) value.amount = *made;
    return value;
}

Value Evaluator::extreme(const std::vector<Value>& terms, const std::optional<Span>& cause,
                         bool greatest) const {
    Value best;
    for (const Value& term : terms) {
        if (term.what != What::amount || !term.plain) return undetermined(term);
        if (term.amount.isOpen()) return term;
        if (!term.amount.isKnown()) continue;
        if (!best.amount.isKnown()) {
            best = term;
            continue;
        }
        const auto order = biao::compare(units_, term.amount.quantity(), best.amount.quantity());
        if (!order) return undetermined(term);
        if (greatest ? *order > 0 : *order < 0) best = term;
    }
    return cause ? amountValue(Amount::unknown(*cause)) : best;
}

Value Evaluator::mean(const std::vector<Value>& terms, const std::optional<Span>& cause) {
    Value total = sum(terms, cause);
    if (!total.amount.isKnown()) return total;
    const auto known = std::count_if(terms.begin(), terms.end(), [](const Value& term) {
        return term.what == What::amount && term.amount.isKnown();
    });
    return product(total, numberValue(known), true);
}

/// Rows; or cells that hold something.
Value Evaluator::counted(NodeId argument) {
    if (rule_[argument].type.shape == Type::Shape::rows) {
        const Rows found = rows(argument);
        const std::optional<Span>& cause = found->cause;
        if (cause) return amountValue(Amount::unknown(*cause));
        return numberValue(found->rows.size());
    }
    const Cells set = cells(argument);
    std::size_t count = 0;
    for (const Value& one : set->cells) {
        if (one.what == What::amount && one.amount.isOpen()) return one;
        count += one.what != What::amount || one.amount.isKnown() ? 1 : 0;
    }
    const std::optional<Span>& cause = set->cause;
    return cause ? amountValue(Amount::unknown(*cause)) : numberValue(count);
}

Value Evaluator::called(const Node& node) {
    const NodeId first = node.children[0];
    switch (node.function) {
        case Function::count:
            return counted(first);
        case Function::upper:
        case Function::lower:
            return bound(value(first), node.function == Function::upper);
        case Function::absolute: {
            Value inner = value(first);
            if (inner.what != What::amount || !inner.amount.isKnown()) return inner;
            if (!inner.plain) return undetermined(inner);
            return inner.amount.quantity().value.sign() < 0 ? negated(inner) : inner;
        }
        case Function::length:
        case Function::normalized:
        case Function::duration:
        case Function::similarity:
        case Function::slip:
        case Function::distinct:
        case Function::doubled:
            return ofText(node);
        case Function::digits:
            return digitsOf(node);
        case Function::replaced:
            return replaced(node);
        case Function::converted: {
            const Value& from = value(first);
            const Value& to = value(node.children[1]);
            for (const Value* side : {&from, &to}) {
                if (side->what != What::amount || !side->amount.isKnown()) return *side;
            }
            const auto made = convert(units_, from.amount.quantity(), to.amount.quantity().unit);
            return made ? amountValue(*made) : Value();
        }
        case Function::daysLate:
            return daysLate(value(first), value(node.children[1]));
        case Function::nearest:
            return nearestAmong(node);
        case Function::earlier:
            return earlierClause(node);
        case Function::first:
        case Function::last: {
            const Cells among = cells(first);
            Value end;
            for (const Value& one : among->cells) {
                const bool stands = one.what != What::amount || !one.amount.isBlank();
                if (!stands) continue;
                end = one;
                if (node.function == Function::first) break;
            }
            return end;
        }
        default:
            break;
    }
    Cells set;
    std::vector<Value> listed;
    if (rule_[first].type.shape == Type::Shape::cells) {
        set = cells(first);
    } else {
        for (const NodeId child : node.children)
            listed.push_back(value(child));
    }
    const std::vector<Value>& terms = set ? set->cells : listed;
    const std::optional<Span> cause = set ? set->cause : std::nullopt;
    if (node.function == Function::sum) return sum(terms, cause);
    if (node.function == Function::mean) return mean(terms, cause);
    return extreme(terms, cause, node.function == Function::max);
}

}  // namespace biao::expression

// Functions, and queries: rows that are gone through, filtered or matched by a key.
#include <algorithm>
#include <utility>

#include "expression/arithmetic.h"
#include "expression/compile.h"

namespace biao::expression {

using syntax::Expr;
using syntax::ExprId;
using syntax::ExprKind;
using syntax::Function;
using syntax::Member;
using syntax::Operator;
using Shape = Type::Shape;

NodeId Compiler::call(ExprId id) {
    const auto operands = file_.of(file_[id].operands);
    const Expr& callee = file_[operands[0].expr];
    Node node = made(Node::Kind::call, id);
    if (callee.kind == ExprKind::name) node.function = syntax::wordFrom<Function>(callee.text);
    const bool ofColumns =
        callee.kind == ExprKind::member && syntax::wordFrom<Member>(callee.text) == Member::columns;
    if (ofColumns) return columnsOfKind(id);
    switch (node.function) {
        case Function::none: {
            const bool named = callee.kind == ExprKind::name;
            const auto* bands = named ? bandsNamed(callee.text) : nullptr;
            if (bands) return banded(*bands, id);
            std::vector<std::string> known;
            addSpellings<Function>(known);
            for (const auto& one : form_.bands) {
                const auto& spelled = one.spellings;
                if (!one.dropped) known.insert(known.end(), spelled.begin(), spelled.end());
            }
            return unknownName(operands[0].expr, phrase(Phrase::placeFunctions), known);
        }
        case Function::sum:
        case Function::max:
        case Function::min:
        case Function::mean:
            return aggregate(std::move(node), id);
        case Function::exists:
        case Function::every:
            return quantifier(std::move(node), id);
        case Function::count:
        case Function::filled:
        case Function::isBlank:
            return counting(std::move(node), id);
        case Function::upper:
        case Function::lower:
        case Function::absolute:
            break;
        case Function::group:
        case Function::adjacent:
            return fault(node.span,
                         phrase(Phrase::ruleOnlyOver, {{"name", syntax::spelling(node.function)}}));
        case Function::first:
        case Function::last:
            return endOf(std::move(node), id);
        case Function::length:
        case Function::normalized:
        case Function::quantities:
        case Function::duration:
        case Function::distinct:
        case Function::doubled:
        case Function::yearsNamed:
            return ofText(std::move(node), id);
        case Function::repeated:
            return repetition(std::move(node), id);
        case Function::digits:
            return digitsOf(std::move(node), id);
        case Function::replaced:
            return replacement(std::move(node), id);
        case Function::contains:
        case Function::similarity:
        case Function::slip:
        case Function::within:
        case Function::comparable:
        case Function::converted:
        case Function::daysLate:
            return ofTwo(std::move(node), id);
        case Function::fullMarks:
        case Function::unscored:
        case Function::leftOut:
        case Function::between:
            return fault(node.span,
                         phrase(Phrase::schemeOnly, {{"name", syntax::spelling(node.function)}}));
        case Function::nearest:
        case Function::earlier:
            return nearestAmong(std::move(node), id);
        case Function::paired:
        case Function::unpaired:
            return pairing(std::move(node), id);
    }
    if (operands.size() != 2) return wrongArguments(node, "1");
    const NodeId value = asValue(expression(operands[1].expr));
    if (!isQuantity(value)) return missing(node.span);
    node.children = {value};
    node.type = valueType(typeOf(value).kinds);
    return add(std::move(node));
}

NodeId Compiler::wrongArguments(const Node& node, std::string count) {
    return fault(node.span,
                 phrase(Phrase::ruleArguments,
                        {{"name", syntax::spelling(node.function)}, {"count", std::move(count)}}));
}

/// 合计, 最大, …: of the cells of rows, or of the values listed.
NodeId Compiler::aggregate(Node node, ExprId id) {
    const auto operands = file_.of(file_[id].operands);
    if (operands.size() < 2) return wrongArguments(node, "1");
    bool good = true;
    for (std::uint32_t i = 1; i < operands.size(); ++i) {
        NodeId argument = expression(operands[i].expr);
        argument = operands.size() == 2 ? asCells(argument) : asValue(argument);
        good = isQuantity(argument) && good;
        if (good && i > 1) good = held(node.children[0], argument, Phrase::actionAdd);
        if (good && typeOf(argument).shape == Shape::cells && !isLinear(argument)) {
            return notYet(node.span, phrase(Phrase::ruleNested, {{"text", node.spelled}}));
        }
        node.children.push_back(argument);
    }
    if (!good) return missing(node.span);
    out_.divides = out_.divides || node.function == Function::mean;
    node.type = valueType(typeOf(node.children[0]).kinds);
    return add(std::move(node));
}

/// 存在(rows), 存在(rows, condition), 全部(rows, condition); 全部(rows 当 condition) says the same.
NodeId Compiler::quantifier(Node node, ExprId id) {
    const auto operands = file_.of(file_[id].operands);
    if (operands.size() != 2 && operands.size() != 3) return wrongArguments(node, "2");
    const Expr& argument = file_[operands[1].expr];
    const bool every = node.function == Function::every;
    const bool queried = argument.kind == ExprKind::query;
    ExprId over = operands[1].expr;
    ExprId tested;
    const syntax::Word* binder = nullptr;
    if (queried && file_.query(argument).binders.size() == 1) {
        binder = &file_.query(argument).binders[0];
    }
    if (operands.size() == 3) {
        tested = operands[2].expr;
    } else if (every && queried) {
        over = file_.query(argument).body;
        tested = file_.query(argument).when;
    }
    if (every && !tested) return wrongArguments(node, "2");
    NodeId rows = asRows(expression(over));
    if (isMissing(rows)) return rows;
    node.type = truthType();
    if (!every) {
        if (tested) rows = filter(rows, binder, tested, id);
        if (isMissing(rows)) return rows;
        node.children = {rows};
        return add(std::move(node));
    }
    const std::size_t settled = settled_.size();
    const std::size_t bindings = bindings_.size();
    node.slot = open(rows, binder).slot;
    const NodeId condition = asTruth(expression(tested));
    close(settled, bindings);
    if (isMissing(condition)) return condition;
    node.children = {rows, condition};
    const NodeId loop = add(node);
    const SlotSet outside = out_[condition].depends & ~only(node.slot) & ~out_[rows].depends;
    if (isLinear(rows) && outside == 0) return loop;
    return notYet(node.span, phrase(Phrase::ruleNested, {{"text", node.spelled}}));
}

/// 计数, 有值, 为空: of rows or cells; the last two of one value also.
NodeId Compiler::counting(Node node, ExprId id) {
    const auto operands = file_.of(file_[id].operands);
    if (operands.size() != 2) return wrongArguments(node, "1");
    const bool counts = node.function == Function::count;
    NodeId argument = expression(operands[1].expr);
    if (typeOf(argument).shape == Shape::element) {
        const bool line = form_[out_[argument].element].isLine();
        argument = line && !counts ? asValue(argument) : asRows(argument);
    }
    const Shape shape = typeOf(argument).shape;
    const bool fits = shape == Shape::rows || shape == Shape::cells ||
                      (shape == Shape::value && !counts) ||
                      (out_[argument].kind == Node::Kind::otherYear && !counts);
    if (!fits) return asRows(argument);  // missing already, or it says why
    if (shape == Shape::cells && !isLinear(argument)) {
        return notYet(node.span, phrase(Phrase::ruleNested, {{"text", node.spelled}}));
    }
    node.children = {argument};
    node.type = counts ? numberType() : truthType();
    return add(std::move(node));
}

NodeId Compiler::query(ExprId id) {
    const syntax::QueryParts& parts = file_.query(file_[id]);
    if (parts.binders.size() > 1) {
        return notYet(parts.binders[1].span, phrase(Phrase::ruleSecondBinder));
    }
    const NodeId rows = asRows(expression(parts.body));
    if (!parts.when || isMissing(rows)) return rows;
    return filter(rows, parts.binders.empty() ? nullptr : &parts.binders[0], parts.when, id);
}

NodeId Compiler::filter(NodeId rows, const syntax::Word* binder, ExprId when, ExprId id) {
    if (isMissing(rows)) return rows;
    Node node = made(Node::Kind::filter, id);
    const std::size_t settled = settled_.size();
    const std::size_t bindings = bindings_.size();
    node.slot = open(rows, binder).slot;
    const NodeId condition = asTruth(expression(when));
    std::vector<Settled> known = settledBy(condition);
    close(settled, bindings);
    if (isMissing(condition)) return condition;

    node.type = typeOf(rows);
    for (Settled& one : known) {
        if (one.slot != node.slot) continue;
        std::erase_if(node.type.facts, [&](const Fact& f) { return f.column == one.column; });
        node.type.facts.push_back({one.column, std::move(one.kinds)});
    }
    node.children = {rows, condition};
    const SlotSet outside = (out_[rows].depends | out_[condition].depends) & ~only(node.slot);
    const SlotSet asks = out_[condition].depends & ~only(node.slot) & ~out_[rows].depends;
    if (outside == 0 || (isLinear(rows) && asks == 0)) return add(std::move(node));
    if (const NodeId joined = matching(node)) return joined;
    return notYet(node.span, phrase(Phrase::ruleNested, {{"text", node.spelled}}));
}

/// Rows that share a key with the row in hand are found through an index, so that the rule stays
/// linear; none when the condition is no such key.
NodeId Compiler::matching(const Node& filter) {
    const NodeId rows = filter.children[0];
    const NodeId condition = filter.children[1];
    const SlotSet own = only(filter.slot);
    if (out_[rows].depends != 0) return {};
    std::vector<NodeId> conjuncts{condition};
    if (out_[condition].kind == Node::Kind::all) conjuncts = out_[condition].children;
    std::vector<NodeId> others;
    std::vector<NodeId> keys;
    for (const NodeId id : conjuncts) {
        const Node& one = out_[id];
        if ((one.depends & ~own) == 0) {
            others.push_back(id);
            continue;
        }
        if (one.kind != Node::Kind::compare || one.op != Operator::eq) return {};
        NodeId inner = one.children[0];
        NodeId outer = one.children[1];
        if (out_[inner].depends != own) std::swap(inner, outer);
        if (out_[inner].depends != own || (out_[outer].depends & own) != 0) return {};
        if (!isKey(inner) || !isKey(outer)) return {};
        keys.push_back(inner);
        keys.push_back(outer);
    }
    if (keys.empty()) return {};
    Node node = filter;
    node.kind = Node::Kind::matching;
    if (!others.empty()) {
        Node all;
        all.kind = Node::Kind::all;
        all.children = others;
        all.type = truthType();
        all.span = filter.span;
        Node left = filter;
        left.children = {rows, add(std::move(all))};
        node.children[0] = add(std::move(left));
    }
    node.children.resize(1);
    node.children.insert(node.children.end(), keys.begin(), keys.end());
    return add(std::move(node));
}

Compiler::Scope Compiler::open(NodeId rows, const syntax::Word* binder) {
    const Type type = typeOf(rows);
    const Scope scope{out_.slots, type.element};
    if (out_.slots + 1 < kMostSlots) {
        ++out_.slots;
    } else if (!failed_) {
        notYet(out_[rows].span, phrase(Phrase::ruleNested, {{"text", out_[rows].spelled}}));
    }
    for (const Fact& fact : type.facts)
        settled_.push_back({scope.slot, {}, fact.column, fact.kinds});
    if (type.element) scopes_.push_back(scope);
    if (binder) {
        const std::string name(binder->text);
        const NodeId row =
            isMissing(rows) ? missing(binder->span) : rowOf(scope, binder->span, name);
        bindings_.push_back({name, row});
    }
    return scope;
}

void Compiler::close(std::size_t settled, std::size_t bindings) {
    scopes_.pop_back();
    settled_.resize(settled);
    bindings_.resize(bindings);
}

/// What is known when the condition holds.
std::vector<Compiler::Settled> Compiler::settledBy(NodeId condition) const {
    std::vector<Settled> known;
    std::vector<NodeId> open{condition};
    std::set<std::uint32_t> seen;  // 令 lets one condition stand in many places
    while (!open.empty()) {
        const NodeId one = open.back();
        open.pop_back();
        if (!seen.insert(one.value).second) continue;
        const Node& node = out_[one];
        if (node.kind == Node::Kind::all) {
            open.insert(open.end(), node.children.rbegin(), node.children.rend());
        } else if (auto settled = settledByTest(node)) {
            known.push_back(*std::move(settled));
        }
    }
    return known;
}

std::optional<Compiler::Settled> Compiler::settledByTest(const Node& node) const {
    const bool negated = node.kind == Node::Kind::isNot;
    const Node& test = negated ? out_[node.children[0]] : node;
    if (test.kind != Node::Kind::isKind) return std::nullopt;
    const Node& cell = out_[test.children[0]];
    Settled one;
    one.column = cell.column;
    if (cell.kind == Node::Kind::ownCell) {
        one.element = cell.element;
    } else if (cell.kind == Node::Kind::select &&
               (cell.member == Member::none || cell.member == Member::target) &&
               out_[cell.children[0]].kind == Node::Kind::rowOf) {
        one.slot = out_[cell.children[0]].slot;
    } else {
        return std::nullopt;
    }
    one.kinds = negated ? without(units_, cell.type.kinds, test.tested)
                        : narrowedTo(units_, cell.type.kinds, test.tested);
    return one;
}

void Compiler::settle(NodeId condition) {
    for (Settled& one : settledBy(condition))
        settled_.push_back(std::move(one));
}

}  // namespace biao::expression

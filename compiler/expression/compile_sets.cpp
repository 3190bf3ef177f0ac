// What a rule can go through beside rows: groups of rows, neighbours, the columns of a table.
#include <algorithm>
#include <utility>

#include "expression/arithmetic.h"
#include "expression/compile.h"

namespace biao::expression {

using definitions::Element;
using definitions::ElementId;
using definitions::ElementKind;
using definitions::Kind;
using syntax::Clause;
using syntax::Expr;
using syntax::ExprId;
using syntax::Function;
using Cases = CompiledRule::Cases;
using Shape = Type::Shape;

SlotId Compiler::freshSlot(NodeId over) {
    const SlotId slot = out_.slots;
    if (slot + 1 < kMostSlots) {
        ++out_.slots;
    } else if (!failed_) {
        notYet(out_[over].span, phrase(Phrase::ruleNested, {{"text", out_[over].spelled}}));
    }
    return slot;
}

NodeId Compiler::inHand(Node::Kind kind, SlotId slot, NodeId over, const syntax::Word& name) {
    if (isMissing(over)) return missing(name.span);
    Node node;
    node.kind = kind;
    node.slot = slot;
    node.depends = only(slot);
    node.span = name.span;
    node.spelled = std::string(name.text);
    node.type = typeOf(over);
    if (kind == Node::Kind::cellInHand) node.type.shape = Shape::value;
    if (kind == Node::Kind::columnInHand) node.type.shape = Shape::column;
    return add(std::move(node));
}

/// 对 a, b 于 相邻(rows): each row and the next; of cells, those that hold something.
void Compiler::neighbours(const Clause& clause, ExprId id) {
    const auto operands = file_.of(file_[id].operands);
    Node call = made(Node::Kind::call, id);
    call.function = Function::adjacent;
    NodeId over = operands.size() == 2 ? expression(operands[1].expr) : wrongArguments(call, "1");
    const bool two = clause.names.size() == 2 && !clause.when;
    if (!two) over = fault(clause.span, phrase(Phrase::rulePair, {{"text", call.spelled}}));
    const bool cells = typeOf(over).shape == Shape::cells;
    if (!cells) over = asRows(over);
    if (!isMissing(over)) out_.over = over;
    lostScope_ = isMissing(over);
    out_.cases = cells ? Cases::cellPairs : Cases::rowPairs;
    for (std::size_t i = 0; i < clause.names.size(); ++i) {
        SlotId& slot = i == 0 ? out_.binder : out_.binder2;
        if (cells) {
            slot = freshSlot(over);
            bindings_.push_back({std::string(clause.names[i].text),
                                 inHand(Node::Kind::cellInHand, slot, over, clause.names[i])});
        } else {
            slot = open(over, &clause.names[i]).slot;
            if (typeOf(over).element) scopes_.pop_back();  // a bare name would mean either
        }
    }
}

/// 对 g 于 分组(rows, key, …): the rows that share their keys.
void Compiler::groups(const Clause& clause, ExprId id) {
    const auto operands = file_.of(file_[id].operands);
    Node call = made(Node::Kind::call, id);
    call.function = Function::group;
    NodeId over =
        operands.size() >= 3 ? asRows(expression(operands[1].expr)) : wrongArguments(call, "2");
    if (clause.names.size() != 1 || clause.when) {
        over = notYet(clause.span, phrase(Phrase::ruleSecondBinder));
    }
    lostScope_ = isMissing(over);
    if (!isMissing(over)) {
        out_.over = over;
        const std::size_t settled = settled_.size();
        const std::size_t bindings = bindings_.size();
        out_.keySlot = open(over, nullptr).slot;
        for (std::uint32_t i = 2; i < operands.size(); ++i) {
            const NodeId key = asValue(expression(operands[i].expr));
            if (!isMissing(key) && !isText(key)) {
                fault(out_[key].span, phrase(Phrase::ruleWantsText, {{"text", out_[key].spelled}}));
            }
            out_.keys.push_back(key);
        }
        close(settled, bindings);
    }
    out_.cases = Cases::groups;
    out_.binder = freshSlot(over);
    bindings_.push_back({std::string(clause.names[0].text),
                         inHand(Node::Kind::groupInHand, out_.binder, over, clause.names[0])});
}

/// 首(rows), 末(rows): one row; of cells, the first or last that holds something.
NodeId Compiler::endOf(Node node, ExprId id) {
    const auto operands = file_.of(file_[id].operands);
    if (operands.size() != 2) return wrongArguments(node, "1");
    NodeId of = expression(operands[1].expr);
    if (typeOf(of).shape == Shape::element) of = asRows(of);
    const Shape shape = typeOf(of).shape;
    if (shape != Shape::cells && shape != Shape::rows) return asRows(of);
    if (!isLinear(of))
        return notYet(node.span, phrase(Phrase::ruleNested, {{"text", node.spelled}}));
    node.children = {of};
    node.type = typeOf(of);
    node.type.shape = shape == Shape::rows ? Shape::row : Shape::value;
    return add(std::move(node));
}

/// 表.列, to go through; 行.列: the cells of a line.
NodeId Compiler::columnsOf(NodeId object, ExprId id) {
    const ElementId of = out_[object].element;
    const Element& element = form_[of];
    const bool line = element.isLine();
    if (!line && element.kind != ElementKind::table) {
        return fault(file_[id].span, phrase(Phrase::ruleColumns, {{"text", out_[object].spelled}}));
    }
    Node node = made(line ? Node::Kind::across : Node::Kind::columnsOf, id);
    node.element = of;
    node.columns = form_.columnsOf(of);
    node.type.shape = line ? Shape::cells : Shape::columns;
    node.type.element = of;
    for (const ElementId column : node.columns) {
        read(column);
        for (const Kind& kind : kindsUnder(form_, of, column)) {
            const auto known = [&](const Kind& one) { return same(one, kind); };
            auto& kinds = node.type.kinds;
            if (std::none_of(kinds.begin(), kinds.end(), known)) kinds.push_back(kind);
        }
    }
    return add(std::move(node));
}

/// 表.列(金额): those that take that kind.
NodeId Compiler::columnsOfKind(ExprId id) {
    const auto operands = file_.of(file_[id].operands);
    const NodeId all = expression(operands[0].expr);
    if (isMissing(all)) return all;
    Node node = out_[all];
    if ((node.kind != Node::Kind::across && node.kind != Node::Kind::columnsOf) ||
        operands.size() != 2) {
        return fault(node.span, phrase(Phrase::ruleColumns, {{"text", node.spelled}}));
    }
    const Expr& word = file_[operands[1].expr];
    const auto kind = word.kind == syntax::ExprKind::name ? library_.kind(word.text) : std::nullopt;
    if (!kind) return unknownName(operands[1].expr, phrase(Phrase::placeKinds), {});
    std::erase_if(node.columns, [&](ElementId column) {
        const Kinds kinds = kindsUnder(form_, node.element, column);
        return std::none_of(kinds.begin(), kinds.end(),
                            [&](const Kind& one) { return covers(units_, *kind, one); });
    });
    node.type.kinds = {*kind};
    node.spelled = spelled(file_, id);
    node.span = file_[id].span;
    return add(std::move(node));
}

/// 行[列]: the cell of a line in the column in hand.
NodeId Compiler::at(ExprId id) {
    const auto operands = file_.of(file_[id].operands);
    const NodeId line = expression(operands[0].expr);
    const NodeId column = expression(operands[1].expr);
    if (isMissing(line) || isMissing(column)) return missing(file_[id].span);
    const bool fits = typeOf(line).shape == Shape::element && form_[out_[line].element].isLine() &&
                      typeOf(column).shape == Shape::column;
    if (!fits) {
        return fault(file_[id].span, phrase(Phrase::ruleIndex, {{"text", spelled(file_, id)}}));
    }
    Node node = made(Node::Kind::cellAt, id);
    node.element = out_[line].element;
    node.slot = out_[column].slot;
    node.children = {column};
    node.depends = only(node.slot);
    node.type = valueType(typeOf(column).kinds);
    return add(std::move(node));
}

/// 行: the indicators of the form, whatever trees they stand in.
NodeId Compiler::everyRow(ExprId id) {
    Node node = made(Node::Kind::rowsUnder, id);
    node.element = {0};
    node.type.shape = Shape::rows;
    node.type.element = {0};
    return add(std::move(node));
}

/// [钱.目标, 配对(价, 量)]: cells of several kinds of rows, to be added up together.
NodeId Compiler::joined(ExprId id) {
    Node node = made(Node::Kind::joined, id);
    bool good = true;
    for (const syntax::Operand& operand : file_.of(file_[id].operands)) {
        NodeId part = expression(operand.expr);
        if (typeOf(part).shape == Shape::element) part = asValue(part);
        const Shape shape = typeOf(part).shape;
        if (shape != Shape::cells && shape != Shape::value) part = asCells(part);
        good = good && !isMissing(part);
        if (good && node.children.empty()) node.type = typeOf(part);
        if (good && !node.children.empty() && !(isText(part) && isText(node.children.front()))) {
            good = isQuantity(part) && isQuantity(node.children.front()) &&
                   held(node.children.front(), part, Phrase::actionAdd);
        }
        node.children.push_back(part);
    }
    if (!good || node.children.empty()) {
        failed_ = true;
        return missing(node.span);
    }
    node.type.shape = Shape::cells;
    return add(std::move(node));
}

bool Compiler::goesThroughFew(const Node& node) const {
    if (node.depends == 0) return true;
    switch (node.kind) {
        case Node::Kind::matching:
        case Node::Kind::groupInHand:
        case Node::Kind::pastYears:
            return true;
        case Node::Kind::select:
        case Node::Kind::filter:
            return isLinear(node.children[0]);
        case Node::Kind::joined:
            return std::all_of(node.children.begin(), node.children.end(),
                               [&](NodeId part) { return isLinear(part); });
        case Node::Kind::call:
            return node.function == Function::quantities || node.function == Function::repeated ||
                   node.function == Function::yearsNamed;
        default:
            return false;
    }
}

}  // namespace biao::expression

// Functions over words, over two amounts that should agree, and over what rows say together; what
// a name promises.
#include <utility>

#include "expression/compile.h"

namespace biao::expression {

using definitions::Kind;
using syntax::ExprId;
using syntax::Function;
using syntax::Promised;
using Shape = Type::Shape;

namespace {

Kinds anyMeasure() {
    Kind kind;
    kind.type = Kind::Type::measure;
    return {kind};
}

}  // namespace

/// 字数, 归一, 取量, 时长, 去重, 叠词, 年份: of one cell, as it is written.
NodeId Compiler::ofText(Node node, ExprId id) {
    const auto operands = file_.of(file_[id].operands);
    if (operands.size() != 2) return wrongArguments(node, "1");
    const NodeId text = asValue(expression(operands[1].expr));
    if (isMissing(text)) return text;
    node.children = {text};
    switch (node.function) {
        case Function::length:
            node.type = numberType();
            break;
        case Function::normalized:
        case Function::distinct:
        case Function::doubled:
            node.type = textType();
            break;
        case Function::yearsNamed:
            node.type = numberType();
            node.type.shape = Shape::cells;
            break;
        default:
            node.type = valueType(anyMeasure());
    }
    if (node.function == Function::quantities) node.type.shape = Shape::cells;
    return add(std::move(node));
}

/// 重句(text): its sentences that stand there more than once; 重句(text, other): those that stand
/// in the other too.
NodeId Compiler::repetition(Node node, ExprId id) {
    const auto operands = file_.of(file_[id].operands);
    if (operands.size() != 2 && operands.size() != 3) return wrongArguments(node, "1");
    for (std::uint32_t i = 1; i < operands.size(); ++i) {
        node.children.push_back(asValue(expression(operands[i].expr)));
        if (isMissing(node.children.back())) return missing(node.span);
    }
    node.type = textType();
    node.type.shape = Shape::cells;
    return add(std::move(node));
}

/// 数字(text, 7, 8): the number that the seventh and eighth characters of a code make.
NodeId Compiler::digitsOf(Node node, ExprId id) {
    const auto operands = file_.of(file_[id].operands);
    if (operands.size() != 4) return wrongArguments(node, "3");
    for (std::uint32_t i = 1; i < operands.size(); ++i) {
        const NodeId operand = asValue(expression(operands[i].expr));
        if (isMissing(operand) || (i > 1 && !isQuantity(operand))) return missing(node.span);
        node.children.push_back(operand);
    }
    node.type = numberType();
    return add(std::move(node));
}

/// 替换(text, this, that): the text with that for this, wherever it stands.
NodeId Compiler::replacement(Node node, ExprId id) {
    const auto operands = file_.of(file_[id].operands);
    if (operands.size() != 4) return wrongArguments(node, "3");
    for (std::uint32_t i = 1; i < operands.size(); ++i) {
        node.children.push_back(asValue(expression(operands[i].expr)));
        if (isMissing(node.children.back())) return missing(node.span);
    }
    node.type = textType();
    return add(std::move(node));
}

/// 含, 相似: two texts; 笔误, 折合: two amounts; 在内: a date or an amount, and what it is to lie
/// in; 可比: any two cells.
NodeId Compiler::ofTwo(Node node, ExprId id) {
    const auto operands = file_.of(file_[id].operands);
    if (operands.size() != 3) return wrongArguments(node, "2");
    const NodeId first = asValue(expression(operands[1].expr));
    const NodeId second = asValue(expression(operands[2].expr));
    if (isMissing(first) || isMissing(second)) return missing(node.span);
    node.children = {first, second};
    switch (node.function) {
        case Function::slip: {
            const bool left = isQuantity(first);
            if (!isQuantity(second) || !left || !held(first, second, Phrase::actionCompare)) {
                return missing(node.span);
            }
            node.type = textType();
            break;
        }
        case Function::converted:
            if (!isQuantity(first) || !isQuantity(second)) return missing(node.span);
            node.type = valueType(typeOf(second).kinds);
            break;
        case Function::similarity:
        case Function::daysLate:
            node.type = numberType();
            break;
        default:
            node.type = truthType();
    }
    return add(std::move(node));
}

/// 最像(text, cells): the cell whose words come nearest. 写过(text, cells): the clause that an
/// earlier cell holds too.
NodeId Compiler::nearestAmong(Node node, ExprId id) {
    const auto operands = file_.of(file_[id].operands);
    if (operands.size() != 3) return wrongArguments(node, "2");
    const NodeId text = asValue(expression(operands[1].expr));
    const NodeId among = asCells(expression(operands[2].expr));
    if (isMissing(text) || isMissing(among)) return missing(node.span);
    if (typeOf(among).shape != Shape::cells || out_[among].depends != 0) {
        return notYet(node.span, phrase(Phrase::ruleNested, {{"text", node.spelled}}));
    }
    node.children = {text, among};
    node.type = textType();
    return add(std::move(node));
}

/// 配对(prices, counts): each unit price times the one row that says how many; 未配对: the prices
/// that are over something which no row counts.
NodeId Compiler::pairing(Node node, ExprId id) {
    const auto operands = file_.of(file_[id].operands);
    if (operands.size() != 3) return wrongArguments(node, "2");
    for (const auto* operand : {&operands[1], &operands[2]}) {
        const NodeId rows = asRows(expression(operand->expr));
        if (isMissing(rows)) return rows;
        if (out_[rows].depends != 0) {
            return notYet(node.span, phrase(Phrase::ruleNested, {{"text", node.spelled}}));
        }
        node.children.push_back(rows);
    }
    if (node.function == Function::unpaired) {
        node.type = typeOf(node.children[0]);
        return add(std::move(node));
    }
    Kind money;
    if (form_.moneyUnit) {
        money = dimensionKind(form_.moneyUnit->readings().front().dimension);
    } else {
        money = anyMeasure().front();
    }
    node.type = valueType({money});
    node.type.shape = Shape::cells;
    return add(std::move(node));
}

/// r.名义.上限
NodeId Compiler::memberOfPromise(NodeId object, ExprId id) {
    Node node = made(Node::Kind::promised, id);
    const auto& e = file_[id];
    node.promised = syntax::wordFrom<Promised>(e.text);
    node.children = out_[object].children;  // the row
    switch (node.promised) {
        case Promised::none: {
            std::vector<std::string> known;
            addSpellings<Promised>(known);
            return unknownName(id, phrase(Phrase::placePromised), known);
        }
        case Promised::kind:
            node.type.shape = Shape::kinds;
            break;
        case Promised::upper:
        case Promised::lower:
            node.type = valueType(anyMeasure());
            break;
        case Promised::inPlace:
            node.type = truthType();
            break;
        default:
            node.type = textType();
    }
    return add(std::move(node));
}

}  // namespace biao::expression

// Operators of the rule language, and what may stand on their sides.
#include <algorithm>
#include <optional>
#include <utility>

#include "expression/arithmetic.h"
#include "expression/compile.h"

namespace biao::expression {

using definitions::Kind;
using syntax::Expr;
using syntax::ExprId;
using syntax::ExprKind;
using syntax::Operand;
using syntax::Operator;
using syntax::ValueKind;

NodeId Compiler::literal(ExprId id) {
    const Expr& e = file_[id];
    Node node = made(Node::Kind::amount, id);
    switch (e.kind) {
        case ExprKind::number:
        case ExprKind::ratio: {
            node.amount = evaluate(units_, file_, id, Slot(), findings_);
            if (!node.amount.isKnown()) {
                failed_ = true;  // its unit has had its finding
                return missing(e.span);
            }
            Quantity quantity = node.amount.quantity();
            if (literalsAre_ && !quantity.bare() && quantity.unit->ambiguous()) {
                if (const UnitRef meant = units_.narrow(quantity.unit, *literalsAre_))
                    node.amount = quantity = Quantity{quantity.value, meant};
            }
            return amountNode(std::move(node), quantity);
        }
        case ExprKind::text:
        case ExprKind::date:
            node.kind = Node::Kind::text;
            node.text = e.text;
            if (e.kind == ExprKind::date) node.date = syntax::readCalendar(e.text);
            node.type = textType();
            return add(std::move(node));
        case ExprKind::yes:
        case ExprKind::no: {
            node.kind = e.kind == ExprKind::yes ? Node::Kind::yes : Node::Kind::no;
            Kind kind;
            kind.type = Kind::Type::yesNo;
            node.type = valueType({kind});
            return add(std::move(node));
        }
        default:
            return fault(e.span, phrase(Phrase::ruleStateLiteral, {{"text", node.spelled}}));
    }
}

bool Compiler::isText(NodeId value) const {
    const Kinds& kinds = typeOf(value).kinds;
    return !kinds.empty() && std::none_of(kinds.begin(), kinds.end(),
                                          [](const Kind& kind) { return kind.measures(); });
}

bool Compiler::isDate(NodeId value) const {
    if (out_[value].date) return true;
    const Kinds& kinds = typeOf(value).kinds;
    return !kinds.empty() && std::all_of(kinds.begin(), kinds.end(), [](const Kind& kind) {
        return kind.type == Kind::Type::date;
    });
}

bool Compiler::isQuantity(NodeId value) {
    if (isMissing(value)) return false;
    const Measured::What what = measured(typeOf(value)).what;
    if (what != Measured::What::mixed && what != Measured::What::none) return true;
    // A row and what it was a year ago: whatever it measures, both measure it.
    if (what == Measured::What::mixed && form_.lastYear) return true;
    const Node& node = out_[value];
    const Kinds& kinds = node.type.kinds;
    if (what == Measured::What::none) {
        fault(node.span, phrase(Phrase::ruleWantsQuantity,
                                {{"text", node.spelled}, {"kind", describe(units_, kinds)}}));
        return false;
    }
    const auto first = std::find_if(kinds.begin(), kinds.end(), [](const Kind& kind) {
        return kind.measures() && kind.type != Kind::Type::any;
    });
    const Localized example =
        first == kinds.end() ? phrase(Phrase::someKind) : describe(units_, Kinds{*first});
    fault(node.span,
          phrase(Phrase::ruleNarrow,
                 {{"text", node.spelled}, {"kinds", describe(units_, kinds)}, {"kind", example}}));
    return false;
}

bool Compiler::held(NodeId left, NodeId right, Phrase action) {
    if (meet(units_, typeOf(left), typeOf(right))) return true;
    fault(cover(out_[left].span, out_[right].span),
          phrase(Phrase::ruleMismatch, {{"left", out_[left].spelled},
                                        {"leftKind", describe(units_, typeOf(left))},
                                        {"right", out_[right].spelled},
                                        {"rightKind", describe(units_, typeOf(right))},
                                        {"action", phrase(action)}}));
    return false;
}

NodeId Compiler::sum(ExprId id) {
    return sum(made(Node::Kind::sum, id), file_.of(file_[id].operands));
}

NodeId Compiler::sum(Node node, syntax::File::Slice<Operand> terms) {
    bool good = true;
    NodeId first;
    for (const Operand& operand : terms) {
        const NodeId term = asValue(expression(operand.expr));
        good = isQuantity(term) && good;
        if (good && first) good = held(first, term, Phrase::actionAdd);
        if (!first || typeOf(first).zero) first = term;
        node.children.push_back(term);
        node.signs.push_back(operand.op);
    }
    if (!good) return missing(node.span);
    node.type = valueType(typeOf(first).kinds);
    return add(std::move(node));
}

NodeId Compiler::product(ExprId id) {
    using What = Measured::What;
    Node node = made(Node::Kind::product, id);
    bool good = true;
    std::optional<Type> type;
    for (const Operand& operand : file_.of(file_[id].operands)) {
        const NodeId factor = asValue(expression(operand.expr));
        good = isQuantity(factor) && good;
        node.children.push_back(factor);
        node.signs.push_back(operand.op);
        if (!good) continue;
        if (!type) {
            type = typeOf(factor);
            continue;
        }
        const Measured left = measured(*type);
        const Measured right = measured(typeOf(factor));
        const bool divides = operand.op == Operator::over;
        out_.divides = out_.divides || divides;
        if (right.what == What::bare) continue;  // the other's kind stays
        if (left.what == What::bare && !divides) {
            type = typeOf(factor);
        } else if (left.what != What::open && right.what == What::dimension) {
            const Dimension one = left.what == What::bare ? Dimension() : left.readings.front();
            const Dimension& other = right.readings.front();
            const Dimension product = units_.product(one, divides ? other.power(-1) : other);
            type = valueType({dimensionKind(product)});
        } else {
            Kind anything;
            anything.type = Kind::Type::measure;
            type = valueType({anything});
        }
    }
    if (!good || !type) return missing(node.span);
    node.type = valueType(std::move(type->kinds));
    node.type.literal = type->literal;  // 2 × 1分: what the word means is still open
    return add(std::move(node));
}

NodeId Compiler::compare(ExprId id) {
    const Expr& e = file_[id];
    const auto operands = file_.of(e.operands);
    const NodeId left = asValue(expression(operands[0].expr));
    switch (e.op) {
        case Operator::is:
            return isKind(id, left, operands[1].expr);
        case Operator::in:
            return inList(id, left, operands[1].expr);
        case Operator::like:
            return like(id, left, operands[1].expr);
        default:
            break;
    }
    const NodeId right = asValue(expression(operands[1].expr));
    if (isMissing(left) || isMissing(right)) return missing(e.span);
    Node node = made(Node::Kind::compare, id);
    node.op = e.op;
    node.children = {left, right};
    node.type = truthType();
    if (e.op == Operator::reach || e.op == Operator::by) {
        return add(std::move(node));  // what goes with what is known when it is run
    }
    const bool equality = e.op == Operator::eq || e.op == Operator::ne;
    if (isText(left) && isText(right)) {
        if (equality || (isDate(left) && isDate(right))) return add(std::move(node));
        return fault(e.span, phrase(Phrase::ruleTextOrder, {{"text", node.spelled}}));
    }
    // A place that takes words beside quantities may be held against a word.
    const auto& kinds = typeOf(left).kinds;
    const bool takesWords =
        kinds.empty() || std::any_of(kinds.begin(), kinds.end(), [](const Kind& kind) {
            return !kind.measures() || kind.type == Kind::Type::any;
        });
    if (equality && takesWords && isText(right)) return add(std::move(node));
    const bool quantity = isQuantity(left);
    if (!isQuantity(right) || !quantity) return missing(e.span);
    if (!held(left, right, Phrase::actionCompare)) return missing(e.span);
    return add(std::move(node));
}

namespace {

/// Kinds that are the compiler's own and can be asked of a value.
std::optional<Kind> ownKind(std::string_view name) {
    Kind kind;
    kind.name = std::string(name);
    switch (syntax::wordFrom<ValueKind>(name)) {
        case ValueKind::text:
            kind.type = Kind::Type::text;
            return kind;
        case ValueKind::yesNo:
            kind.type = Kind::Type::yesNo;
            return kind;
        case ValueKind::date:
            kind.type = Kind::Type::date;
            return kind;
        case ValueKind::count:
            kind.type = Kind::Type::count;
            return kind;
        case ValueKind::number:
            kind.type = Kind::Type::number;
            return kind;
        case ValueKind::measure:
            kind.type = Kind::Type::measure;
            return kind;
        case ValueKind::word:
            kind.type = Kind::Type::word;
            return kind;
        default:
            return std::nullopt;
    }
}

}  // namespace

NodeId Compiler::isKind(ExprId id, NodeId value, ExprId kindId) {
    const Expr& e = file_[kindId];
    std::optional<Kind> kind;
    if (e.kind == ExprKind::member) {
        // 是 r.名义.种类: what the name of the row promises
        const NodeId promised = expression(kindId);
        if (isMissing(promised) || isMissing(value)) return missing(file_[id].span);
        if (typeOf(promised).shape == Type::Shape::kinds) {
            Node node = made(Node::Kind::isPromised, id);
            node.children = {value, out_[promised].children[0]};
            node.type = truthType();
            return add(std::move(node));
        }
    }
    if (e.kind == ExprKind::name) {
        kind = ownKind(e.text);
        if (!kind) kind = library_.kind(e.text);
        if (!kind && syntax::wordFrom<ValueKind>(e.text) != ValueKind::none) return notYet(id);
        if (!kind) return unknownName(kindId, phrase(Phrase::placeKinds), {});
    }
    if (!kind) {
        return fault(e.span, phrase(Phrase::ruleWantsKind, {{"text", spelled(file_, kindId)}}));
    }
    if (isMissing(value)) return missing(file_[id].span);
    Node node = made(Node::Kind::isKind, id);
    node.tested = *std::move(kind);
    node.children = {value};
    node.type = truthType();
    return add(std::move(node));
}

NodeId Compiler::inList(ExprId id, NodeId value, ExprId listId) {
    const Expr& list = file_[listId];
    if (list.kind != ExprKind::list) {
        return fault(list.span, phrase(Phrase::ruleWantsList, {{"text", spelled(file_, listId)}}));
    }
    Node node = made(Node::Kind::inList, id);
    node.children = {value};
    node.type = truthType();
    bool good = !isMissing(value);
    for (const Operand& operand : file_.of(list.operands)) {
        const NodeId one = asValue(expression(operand.expr));
        node.children.push_back(one);
        good = good && !isMissing(one);
        if (good && !isText(one)) {
            good = isQuantity(value) && held(value, one, Phrase::actionCompare);
        }
    }
    return good ? add(std::move(node)) : missing(node.span);
}

/// 匹配 "*率", or the name of a list of words.
NodeId Compiler::like(ExprId id, NodeId value, ExprId patternId) {
    const Expr& pattern = file_[patternId];
    const auto& lists = form_.names.lists;
    const bool named = pattern.kind == ExprKind::name;
    const auto list = named ? lists.find(pattern.text) : lists.end();
    const definitions::Parameter* constant = named ? parameter(pattern.text) : nullptr;
    const bool isWords = constant && constant->type == definitions::Parameter::Type::words;
    if (named && list == lists.end() && !isWords) {
        std::vector<std::string> known;
        for (const auto& [name, words] : lists)
            known.push_back(name);
        return unknownName(patternId, phrase(Phrase::placeWordLists), known);
    }
    if (pattern.kind != ExprKind::text && pattern.kind != ExprKind::name) {
        return fault(pattern.span,
                     phrase(Phrase::ruleWantsPattern, {{"text", spelled(file_, patternId)}}));
    }
    if (isMissing(value)) return missing(file_[id].span);
    Node node = made(Node::Kind::like, id);
    if (list != lists.end()) {
        node.patterns = list->second;
    } else {
        const definitions::Pattern one(named ? std::string_view(constant->text) : pattern.text);
        if (one.tooMany()) return fault(pattern.span, phrase(Phrase::tooManyAlternatives));
        node.patterns.patterns.add(one);
    }
    node.children = {value};
    node.type = truthType();
    return add(std::move(node));
}

/// 且: what stands on the left is known to hold on the right.
NodeId Compiler::both(ExprId id) {
    Node node = made(Node::Kind::all, id);
    const std::size_t before = settled_.size();
    bool good = true;
    for (const Operand& operand : file_.of(file_[id].operands)) {
        const NodeId part = asTruth(expression(operand.expr));
        settle(part);
        good = good && !isMissing(part);
        node.children.push_back(part);
    }
    settled_.resize(before);
    node.type = truthType();
    return good ? add(std::move(node)) : missing(node.span);
}

NodeId Compiler::either(ExprId id) {
    Node node = made(Node::Kind::any, id);
    bool good = true;
    for (const Operand& operand : file_.of(file_[id].operands)) {
        const NodeId part = asTruth(expression(operand.expr));
        good = good && !isMissing(part);
        node.children.push_back(part);
    }
    node.type = truthType();
    return good ? add(std::move(node)) : missing(node.span);
}

}  // namespace biao::expression

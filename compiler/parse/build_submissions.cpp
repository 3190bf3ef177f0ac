// Submissions: items, rows, cells, equations, attributes.
#include "parse/builder.h"

namespace biao::parse {

using namespace syntax;

namespace {

/// Appends `list` to a store and says where it went.
template <class T>
Range<T> append(std::vector<T>& into, const std::vector<T>& list) {
    const Range<T> range{static_cast<std::uint32_t>(into.size()),
                         static_cast<std::uint32_t>(list.size())};
    into.insert(into.end(), list.begin(), list.end());
    return range;
}

}  // namespace

ItemId Builder::store(Item item) {
    file_.items.push_back(std::move(item));
    return {static_cast<std::uint32_t>(file_.items.size() - 1)};
}

ItemId Builder::submission(Node n) {
    const Node subject = n.token(P::NAME);
    if (!subject) return {};
    Item head;
    head.head = word(subject);
    return item(head, n.rule(P::RuleItem), subject.first());
}

ItemId Builder::line(Node n) {
    Item head;
    if (const Node name = n.rule(P::RuleWord)) {
        head.head = word(name);
        if (!head.head) return {};
        return item(head, n.rule(P::RuleItem), name.first());
    }
    if (const Node date = n.rule(P::RuleDate)) {
        head.headKind = HeadKind::date;
        head.head = word(date);
        return item(head, n.rule(P::RuleItem), date.first());
    }
    if (const Node name = n.token(P::STRING)) {
        head.headKind = HeadKind::text;
        head.head = textWord(name);
        return item(head, n.rule(P::RuleRow), name.first());
    }
    const Node content = n.rule(P::RuleCells);
    if (!content) return {};
    head.headKind = HeadKind::cells;
    head.span = span(content);
    head.broken = mistakes_.faulty(content.first());
    tail(head, content, content, n.rule(P::RuleAnnotations), {});
    return store(std::move(head));
}

/// What every line may end with. The span of the line stops before its block.
void Builder::tail(Item& item, Node n, Node cellList, Node attributeList, Node blockNode) {
    item.cells = cells(cellList);
    item.attributes = attributes(attributeList);
    const TokenIndex past = blockNode ? blockNode.first() : n.past();
    if (past > n.first()) item.span = cover(item.span, span(past - 1));
    if (blockNode.token(P::LBRACE)) {
        item.hasBlock = true;
        item.blockSpan = span(blockNode);
        item.block = block(blockNode);
    }
    item.acceptances = acceptances(attributeList, blockNode);
}

/// An item, or the row of an indicator: what may stand in either.
ItemId Builder::item(Item head, Node n, TokenIndex first) {
    head.span = head.head.span;
    head.broken = mistakes_.faulty(first);
    if (!n) return store(std::move(head));
    Node cellList;
    Node attributeList;
    Node blockNode;
    for (const Node child : n) {
        if (child.isToken(P::STRING) && !head.title) head.title = textWord(child);
        if (child.isToken(P::ROW_ID) && !head.id) head.id = tagged(child);
        if (child.isToken(P::EQ) || child.isRule(P::RuleComparator)) {
            head.op = child.leaf() ? Operator::eq : comparator(child);
            head.opSpan = span(child);
        }
        if (child.isRule(P::RuleOperand)) head.value = operand(child);
        if (child.isRule(P::RuleAmount)) head.value = amount(child);
        if (child.isRule(P::RuleCells)) cellList = child;
        if (child.isRule(P::RuleAnnotations)) attributeList = child;
        if (child.isRule(P::RuleBlock)) blockNode = child;
    }
    head.equations = equations(n);
    tail(head, n, cellList, attributeList, blockNode);
    return store(std::move(head));
}

std::vector<ItemId> Builder::block(Node n) {
    std::vector<ItemId> items;
    for (const Node child : n) {
        if (!child.isRule(P::RuleLine)) continue;
        if (const ItemId id = line(child)) items.push_back(id);
    }
    return items;
}

Range<Cell> Builder::cells(Node n) {
    std::vector<Cell> list;
    for (const Node child : n) {
        if (child.leaf()) {
            Cell cell;
            cell.span = span(child);
            list.push_back(cell);
        } else if (child.isRule(P::RuleCell)) {
            Cell& cell = list.back();
            const Node keyword = child.rule(P::RuleClauseKeyword);
            cell.op = child.token(P::EQ) ? Operator::eq : comparator(child.rule(P::RuleComparator));
            const Node word = keyword ? keyword : child.token(P::PERCENT);
            cell.value = word ? leaf(ExprKind::name, word) : operand(child.rule(P::RuleOperand));
            cell.share = share(child.rule(P::RuleShare));
            cell.span = span(child);
        }
    }
    return append(file_.cells, list);
}

/// No attribute holds attributes, so they stand in the store one after the other.
Range<Attribute> Builder::attributes(Node n) {
    const auto begin = static_cast<std::uint32_t>(file_.attributes.size());
    for (const Node child : n) {
        if (!child.isRule(P::RuleAttribute)) continue;
        Attribute attribute;
        attribute.name = word(child.rule(P::RuleWord));
        if (!attribute.name) continue;
        const Node equals = child.token(P::EQ);
        const Node sign = equals ? equals : child.rule(P::RuleComparator);
        attribute.op = equals ? Operator::eq : comparator(sign);
        if (sign) attribute.opSpan = span(sign);
        const Node percent = child.token(P::PERCENT);
        attribute.value =
            percent ? leaf(ExprKind::name, percent) : operand(child.rule(P::RuleOperand));
        attribute.when = condition(child.rule(P::RuleCondition));
        attribute.span = span(child);
        file_.attributes.push_back(attribute);
    }
    return {begin, static_cast<std::uint32_t>(file_.attributes.size()) - begin};
}

Acceptance Builder::acceptance(Node n) {
    Acceptance out;
    for (const Node child : n) {
        const bool code = child.isRule(P::RuleReference) && !child.empty() && !child.faulty();
        if (code) out.codes.push_back(reference(child));
        if (child.isToken(P::STRING)) out.reason = textWord(child);
    }
    out.span = span(n);
    return out;
}

/// Those of a line, and those on lines of their own in its block.
Range<Acceptance> Builder::acceptances(Node annotations, Node block) {
    std::vector<Acceptance> list;
    for (const Node child : annotations) {
        if (child.isRule(P::RuleAcceptance)) list.push_back(acceptance(child));
    }
    for (const Node child : block) {
        const bool one = child.isRule(P::RuleLine) && !child.empty() &&
                         tokens_[child.first()].type == P::ACCEPT_KW;
        const Node line = one ? child.rule(P::RuleAcceptance) : Node();
        if (!line) continue;
        list.push_back(acceptance(line));
        list.back().broken = mistakes_.faulty(line.first());
        list.back().ownLine = true;
    }
    return append(file_.acceptances, list);
}

Range<Equation> Builder::equations(Node of) {
    std::vector<Equation> list;
    for (const Node child : of) {
        if (!child.isRule(P::RuleEquation)) continue;
        Equation equation;
        equation.ofWhich = static_cast<bool>(child.token(P::OF_WHICH_KW));
        equation.span = span(child);
        equation.label = label(child);
        equation.parts = parts(child);
        list.push_back(equation);
    }
    return append(file_.equations, list);
}

Range<Part> Builder::parts(Node of) {
    std::vector<Part> list;
    Operator sign = Operator::plus;
    for (const Node child : of) {
        if (child.leaf()) {
            sign = child.kind() == P::MINUS ? Operator::minus : Operator::plus;
        } else if (child.isRule(P::RulePart)) {
            list.push_back(part(child));
            list.back().sign = sign;
        }
    }
    return append(file_.parts, list);
}

Part Builder::part(Node n) {
    Part part;
    part.span = span(n);
    part.open = static_cast<bool>(n.token(P::ELLIPSIS));
    part.name = word(n.rule(P::RuleWord));
    Node first;
    Node string;
    bool factors = false;
    std::uint32_t slashes = 0;
    for (const Node child : n) {
        if (child.isRule(P::RulePlain)) first = child;
        if (child.isToken(P::STRING)) string = child;
        if (child.isToken(P::PER)) slashes = 1;
        if (child.isToken(P::DIV)) ++slashes;
        factors = factors || child.isRule(P::RuleFactor) || child.isRule(P::RuleLiteral) ||
                  child.isRule(P::RuleReference);
    }
    if (first) {
        part.value = productOf(plain(first), n);
    } else if (string) {
        part.value = textExpr(string);
    } else if (factors) {
        // lamp × price: the name is a reference, not a part
        Expr e;
        e.kind = ExprKind::name;
        e.span = part.name.span;
        e.text = part.name.text;
        part.value = productOf(add(e), n);
        part.name = {};
    } else if (slashes == 1) {
        Expr e;
        e.kind = ExprKind::notApplicable;
        e.span = span(n);
        part.value = add(e);
    }
    if (const Node nested = n.rule(P::RuleNested)) {
        Equation inner;
        inner.span = span(nested);
        inner.label = label(nested);
        inner.parts = parts(nested);
        file_.equations.push_back(inner);
        part.parts = {static_cast<std::uint32_t>(file_.equations.size() - 1)};
    }
    part.share = share(n.rule(P::RuleShare));
    return part;
}

/// 占 32.02%, 占 ?
ExprId Builder::share(Node n) {
    if (!n) return {};
    if (const Node digits = n.rule(P::RuleNumber)) return number(digits);
    const ExprId asked = leaf(ExprKind::asked, n);
    if (const Node mark = n.token(P::ASK)) file_.exprs[asked.value].span = span(mark);
    return asked;
}

/// `first` and the × ÷ factors that follow it among the children of `of`.
ExprId Builder::productOf(ExprId first, Node of) {
    std::vector<Operand> operands;
    Operator op = Operator::none;
    for (const Node child : of) {
        if (child.leaf()) {
            op = comparator(child.kind());
            continue;
        }
        ExprId next;
        if (child.isRule(P::RuleFactor)) next = factor(child);
        if (child.isRule(P::RuleLiteral)) next = literal(child);
        if (child.isRule(P::RuleReference)) next = reference(child);
        if (!next) continue;
        if (operands.empty()) operands.push_back({Operator::none, first});
        operands.push_back({op, next});
    }
    if (operands.empty()) return first;
    return group(ExprKind::product, operands,
                 cover(file_[first].span, file_[operands.back().expr].span));
}

}  // namespace biao::parse

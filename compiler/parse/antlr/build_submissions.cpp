// Submissions: items, rows, cells, equations, attributes.
#include "parse/antlr/tree.h"

namespace biao::parse {

using namespace syntax;
using antlr4::ParserRuleContext;
using antlr4::Token;
using antlr4::tree::TerminalNode;

namespace {

/// Appends `list` to a store and says where it went.
template <class T>
Range<T> store(std::vector<T>& into, std::vector<T> list) {
    const Range<T> range{static_cast<std::uint32_t>(into.size()),
                         static_cast<std::uint32_t>(list.size())};
    into.insert(into.end(), std::make_move_iterator(list.begin()),
                std::make_move_iterator(list.end()));
    return range;
}

}  // namespace

ItemId Builder::submission(P::SubmissionContext* c) {
    if (!c->NAME()) return {};
    Item head;
    head.head = word(c->NAME()->getSymbol());
    return item(head, c->item(), c->NAME()->getSymbol());
}

ItemId Builder::line(P::LineContext* c) {
    Item head;
    if (c->word()) {
        head.head = wordOf(c->word());
        if (!head.head) return {};
        return item(head, c->item(), c->word()->start);
    }
    if (c->date()) {
        head.headKind = HeadKind::date;
        head.head = word(static_cast<ParserRuleContext*>(c->date()));
        return item(head, c->item(), c->date()->start);
    }
    if (c->STRING()) {
        head.headKind = HeadKind::text;
        head.head = textWord(c->STRING()->getSymbol());
        return row(head, c->row(), c->STRING()->getSymbol());
    }
    if (!c->cells()) return {};
    head.headKind = HeadKind::cells;
    head.span = span(c->cells());
    head.broken = recovery_.faulty(c->cells()->start->getTokenIndex());
    tail(head, c->cells(), c->cells(), c->attributes(), nullptr);
    file_.items.push_back(std::move(head));
    return {static_cast<std::uint32_t>(file_.items.size() - 1)};
}

/// What every line may end with. The span of the line stops before its block.
void Builder::tail(Item& item, ParserRuleContext* c, P::CellsContext* cellList,
                   P::AttributesContext* attributeList, P::BlockContext* blockContext) {
    item.cells = cells(cellList);
    item.attributes = attributes(attributeList);
    if (c && c->stop && c->stop->getTokenIndex() >= c->start->getTokenIndex()) {
        Token* last = c->stop;
        if (blockContext && blockContext->start) {
            const auto index = blockContext->start->getTokenIndex();
            last = c->start;
            for (auto* child : c->children) {
                auto* rule = dynamic_cast<ParserRuleContext*>(child);
                auto* terminal = dynamic_cast<TerminalNode*>(child);
                Token* stop = terminal ? terminal->getSymbol() : rule ? rule->stop : nullptr;
                if (stop && stop->getTokenIndex() < index &&
                    stop->getTokenIndex() > last->getTokenIndex()) {
                    last = stop;
                }
            }
            if (last->getTokenIndex() >= index) last = nullptr;
        }
        if (last) item.span = cover(item.span, span(last));
    }
    if (blockContext && blockContext->LBRACE()) {
        item.hasBlock = true;
        item.blockSpan = span(blockContext);
        item.block = block(blockContext);
    }
}

ItemId Builder::item(Item head, P::ItemContext* c, Token* first) {
    head.span = head.head.span;
    head.broken = recovery_.faulty(first->getTokenIndex());
    if (c) {
        if (c->STRING()) head.title = textWord(c->STRING()->getSymbol());
        head.id = tagged(c->ROW_ID());
        head.op = comparator(c->comparator());
        if (c->comparator()) head.opSpan = span(c->comparator());
        head.value = c->operand() ? operand(c->operand()) : amount(c->amount());
        head.equations = equations(c->equation());
        tail(head, c, c->cells(), c->attributes(), c->block());
    }
    file_.items.push_back(std::move(head));
    return {static_cast<std::uint32_t>(file_.items.size() - 1)};
}

ItemId Builder::row(Item head, P::RowContext* c, Token* first) {
    head.span = head.head.span;
    head.broken = recovery_.faulty(first->getTokenIndex());
    if (c) {
        head.id = tagged(c->ROW_ID());
        head.op = c->EQ() ? Operator::eq : comparator(c->comparator());
        if (c->EQ()) head.opSpan = span(c->EQ()->getSymbol());
        if (c->comparator()) head.opSpan = span(c->comparator());
        head.value = operand(c->operand());
        head.equations = equations(c->equation());
        tail(head, c, c->cells(), c->attributes(), c->block());
    }
    file_.items.push_back(std::move(head));
    return {static_cast<std::uint32_t>(file_.items.size() - 1)};
}

std::vector<ItemId> Builder::block(P::BlockContext* c) {
    std::vector<ItemId> items;
    if (!c) return items;
    for (auto* l : c->line()) {
        if (const ItemId id = line(l)) items.push_back(id);
    }
    return items;
}

Range<Cell> Builder::cells(P::CellsContext* c) {
    std::vector<Cell> list;
    if (!c) return {};
    for (auto* child : c->children) {
        if (auto* terminal = dynamic_cast<TerminalNode*>(child)) {
            Cell cell;
            cell.span = span(terminal->getSymbol());
            list.push_back(cell);
        } else if (auto* content = dynamic_cast<P::CellContext*>(child)) {
            Cell& cell = list.back();
            cell.op = content->EQ() ? Operator::eq : comparator(content->comparator());
            cell.value = content->clauseKeyword() ? leaf(ExprKind::name, content->clauseKeyword())
                                                  : operand(content->operand());
            if (auto* s = content->share()) {
                cell.share = share(s);
            }
            cell.span = span(content);
        }
    }
    return store(file_.cells, std::move(list));
}

Range<Attribute> Builder::attributes(P::AttributesContext* c) {
    std::vector<Attribute> list;
    if (!c) return {};
    for (auto* a : c->attribute()) {
        Attribute attribute;
        attribute.name = a->word() ? wordOf(a->word()) : Word{};
        if (!attribute.name) continue;
        attribute.op = a->EQ() ? Operator::eq : comparator(a->comparator());
        attribute.value = operand(a->operand());
        attribute.when = condition(a->condition());
        attribute.span = span(a);
        list.push_back(attribute);
    }
    return store(file_.attributes, std::move(list));
}

Range<Equation> Builder::equations(const std::vector<P::EquationContext*>& contexts) {
    std::vector<Equation> list;
    for (auto* c : contexts) {
        Equation equation;
        equation.ofWhich = c->OF_WHICH_KW() != nullptr;
        equation.span = span(c);
        if (c->label()) equation.label = wordOf(c->label()->word());
        equation.parts = parts(c->part(), c->children);
        list.push_back(equation);
    }
    return store(file_.equations, std::move(list));
}

Range<Part> Builder::parts(const std::vector<P::PartContext*>& contexts,
                           const std::vector<antlr4::tree::ParseTree*>& children) {
    std::vector<Part> list;
    list.reserve(contexts.size());
    Operator sign = Operator::plus;
    for (auto* child : children) {
        if (auto* terminal = dynamic_cast<TerminalNode*>(child)) {
            const auto type = terminal->getSymbol()->getType();
            sign = type == P::MINUS ? Operator::minus : Operator::plus;
        } else if (auto* c = dynamic_cast<P::PartContext*>(child)) {
            list.push_back(part(c));
            list.back().sign = sign;
        }
    }
    return store(file_.parts, std::move(list));
}

Part Builder::part(P::PartContext* c) {
    Part part;
    part.span = span(c);
    part.open = c->ELLIPSIS() != nullptr;
    if (c->word()) part.name = wordOf(c->word());
    if (c->plain()) {
        part.value = productOf(plain(c->plain()), c);
    } else if (c->STRING()) {
        part.value = textExpr(c->STRING()->getSymbol());
    } else if (c->PER() ||
               (c->DIV().size() == 1 && c->factor().empty() && !c->literal() && !c->reference())) {
        Expr e;
        e.kind = ExprKind::notApplicable;
        e.span = span(c);
        part.value = add(e);
    } else if (!c->factor().empty() || c->literal() || c->reference()) {
        // lamp × price: the name is a reference, not a part
        Expr e;
        e.kind = ExprKind::name;
        e.span = part.name.span;
        e.text = part.name.text;
        part.value = productOf(add(e), c);
        part.name = {};
    }
    if (auto* n = c->nested()) {
        Equation inner;
        inner.span = span(n);
        if (n->label()) inner.label = wordOf(n->label()->word());
        inner.parts = parts(n->part(), n->children);
        file_.equations.push_back(inner);
        part.parts = {static_cast<std::uint32_t>(file_.equations.size() - 1)};
    }
    if (auto* s = c->share()) {
        part.share = share(s);
    }
    return part;
}

/// 占 32.02%, 占 ?
ExprId Builder::share(P::ShareContext* c) {
    if (c->number()) return number(c->number());
    const ExprId asked = leaf(ExprKind::asked, c);
    if (c->ASK()) file_.exprs[asked.value].span = span(c->ASK()->getSymbol());
    return asked;
}

/// `first` and the × ÷ factors that follow it among the children of `c`.
ExprId Builder::productOf(ExprId first, ParserRuleContext* c) {
    std::vector<Operand> operands{{Operator::none, first}};
    Operator op = Operator::none;
    for (auto* child : c->children) {
        if (auto* terminal = dynamic_cast<TerminalNode*>(child)) {
            op = comparator(terminal->getSymbol()->getType());
        } else if (auto* f = dynamic_cast<P::FactorContext*>(child)) {
            operands.push_back({op, factor(f)});
        } else if (auto* l = dynamic_cast<P::LiteralContext*>(child)) {
            operands.push_back({op, literal(l)});
        } else if (auto* r = dynamic_cast<P::ReferenceContext*>(child)) {
            operands.push_back({op, reference(r)});
        }
    }
    if (operands.size() == 1) return first;
    return group(ExprKind::product, operands,
                 cover(file_[first].span, file_[operands.back().expr].span));
}

}  // namespace biao::parse

// Expressions, values, words.
#include "base/utf8.h"
#include "parse/antlr/strings.h"
#include "parse/antlr/tree.h"

namespace biao::parse {

using namespace syntax;
using antlr4::ParserRuleContext;
using antlr4::Token;
using antlr4::tree::TerminalNode;

Span Builder::span(ParserRuleContext* c) const {
    if (!c || !c->start) return {file_.id, 0, 0};
    Token* stop = c->stop ? c->stop : c->start;
    if (stop->getTokenIndex() < c->start->getTokenIndex()) stop = c->start;
    return characters_.span(*c->start, *stop);
}

/// The text at `span` in half-width spelling: the source itself where it already is.
std::string_view Builder::fold(Span at) {
    const std::string_view text = source_.substr(at.begin, at.end - at.begin);
    bool ascii = true;
    for (const char byte : text)
        ascii = ascii && static_cast<signed char>(byte) >= 0;
    if (ascii) return text;
    std::string half = halfWidth(text);
    if (half == text) return text;
    return file_.folded.emplace_back(std::move(half));
}

Word Builder::word(Token* t) {
    return {fold(span(t)), span(t)};
}

/// A path keeps its dots and loses the blanks around them.
Word Builder::word(ParserRuleContext* c) {
    if (!c || !c->start || c->exception) return {};
    const Span at = span(c);
    std::string_view text = fold(at);
    if (text.find_first_of(" \t") != std::string_view::npos) {
        std::string tight;
        for (const char byte : text) {
            if (byte != ' ' && byte != '\t') tight += byte;
        }
        text = file_.folded.emplace_back(std::move(tight));
    }
    return {text, at};
}

Word Builder::version(TerminalNode* t) {
    return tagged(t);
}

Word Builder::tagged(TerminalNode* t) {
    if (!t) return {};
    Word w = word(t->getSymbol());
    w.text.remove_prefix(1);
    return w;
}

/// What stands between the quotes; only \" and \\ are escapes.
Word Builder::textWord(Token* string) {
    const Span at = span(string);
    std::string_view raw = source_.substr(at.begin, at.end - at.begin);
    const Quotes quotes = quotesOf(raw);
    raw = raw.substr(quotes.open, raw.size() - quotes.open - quotes.close);
    if (!quotes.straight || raw.find('\\') == std::string_view::npos) return {raw, at};
    std::string plain;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '\\' && i + 1 < raw.size()) ++i;
        plain += raw[i];
    }
    return {file_.folded.emplace_back(std::move(plain)), at};
}

ExprId Builder::add(Expr expr) {
    file_.exprs.push_back(expr);
    return {static_cast<std::uint32_t>(file_.exprs.size() - 1)};
}

ExprId Builder::missing(Span at) {
    Expr e;
    e.span = at;
    return add(e);
}

ExprId Builder::leaf(ExprKind kind, ParserRuleContext* c) {
    Expr e;
    e.kind = kind;
    e.span = span(c);
    e.text = fold(e.span);
    return add(e);
}

ExprId Builder::textExpr(Token* string) {
    Expr e;
    e.kind = ExprKind::text;
    e.span = span(string);
    e.text = textWord(string).text;
    return add(e);
}

ExprId Builder::group(ExprKind kind, const std::vector<Operand>& operands, Span at, Operator op) {
    Expr e;
    e.kind = kind;
    e.op = op;
    e.span = at;
    e.operands = {static_cast<std::uint32_t>(file_.operands.size()),
                  static_cast<std::uint32_t>(operands.size())};
    file_.operands.insert(file_.operands.end(), operands.begin(), operands.end());
    return add(e);
}

ExprId Builder::negated(bool minus, ExprId inner, Span at) {
    return minus ? group(ExprKind::negate, {{Operator::none, inner}}, at) : inner;
}

Operator Builder::comparator(std::size_t type) {
    switch (type) {
        case P::GE:
            return Operator::ge;
        case P::LE:
            return Operator::le;
        case P::GT:
            return Operator::gt;
        case P::LT:
            return Operator::lt;
        case P::EQ:
            return Operator::eq;
        case P::NE:
            return Operator::ne;
        case P::REACH:
            return Operator::reach;
        case P::BY:
            return Operator::by;
        case P::YES_KW:
        case P::IS_KW:
            return Operator::is;
        case P::IN_KW:
            return Operator::in;
        case P::LIKE_KW:
            return Operator::like;
        case P::PLUS:
            return Operator::plus;
        case P::MINUS:
            return Operator::minus;
        case P::MUL:
            return Operator::times;
        case P::DIV:
            return Operator::over;
        default:
            return Operator::none;
    }
}

Operator Builder::operatorOf(P::CellTextContext* c) {
    return c->EQ() ? Operator::eq : comparator(c->comparator());
}

Operator Builder::comparator(P::ComparatorContext* c) {
    return c && c->start ? comparator(c->start->getType()) : Operator::none;
}

namespace {

/// The operands of a flat rule with the operator token that stands before each.
template <class Context, class Build>
std::vector<Operand> flat(ParserRuleContext* c, Operator (*operatorOf)(std::size_t), Build build) {
    std::vector<Operand> out;
    Operator op = Operator::none;
    for (auto* child : c->children) {
        if (auto* terminal = dynamic_cast<TerminalNode*>(child)) {
            op = operatorOf(terminal->getSymbol()->getType());
        } else if (auto* context = dynamic_cast<Context*>(child)) {
            out.push_back({op, build(context)});
            op = Operator::none;
        }
    }
    return out;
}

}  // namespace

ExprId Builder::query(P::QueryContext* c) {
    if (!c) return {};
    const auto conditions = c->condition();
    if (conditions.empty()) return missing(span(c));
    if (!c->FOR_KW() && !c->WHEN_KW()) return condition(conditions[0]);
    QueryParts parts;
    for (auto* w : c->word())
        parts.binders.push_back(wordOf(w));
    parts.body = condition(conditions[0]);
    if (conditions.size() > 1) parts.when = condition(conditions[1]);
    Expr e;
    e.kind = ExprKind::query;
    e.span = span(c);
    e.operands.begin = static_cast<std::uint32_t>(file_.queries.size());
    file_.queries.push_back(std::move(parts));
    return add(e);
}

ExprId Builder::condition(P::ConditionContext* c) {
    if (!c) return {};
    const auto all = c->conjunction();
    if (all.size() == 1) return conjunction(all[0]);
    std::vector<Operand> operands;
    for (auto* part : all)
        operands.push_back({Operator::none, conjunction(part)});
    return group(ExprKind::any, operands, span(c));
}

ExprId Builder::conjunction(P::ConjunctionContext* c) {
    const auto all = c->negation();
    if (all.size() == 1) return negation(all[0]);
    std::vector<Operand> operands;
    for (auto* part : all)
        operands.push_back({Operator::none, negation(part)});
    return group(ExprKind::all, operands, span(c));
}

ExprId Builder::negation(P::NegationContext* c) {
    const ExprId inner = comparison(c->comparison());
    return c->NOT_KW() ? group(ExprKind::isNot, {{Operator::none, inner}}, span(c)) : inner;
}

ExprId Builder::comparison(P::ComparisonContext* c) {
    if (!c || c->comparand().empty()) return missing(span(c));
    const auto operands =
        flat<P::ComparandContext>(c, &Builder::comparator, [&](auto* x) { return comparand(x); });
    if (operands.size() == 1) return operands[0].expr;
    return group(ExprKind::compare, operands, span(c), operands[1].op);
}

ExprId Builder::comparand(P::ComparandContext* c) {
    if (c->sum()) return sum(c->sum());
    if (c->STRING()) return textExpr(c->STRING()->getSymbol());
    return c->list() ? list(c->list()) : missing(span(c));
}

ExprId Builder::sum(P::SumContext* c) {
    if (!c || c->product().empty()) return missing(span(c));
    if (c->product().size() == 1) return product(c->product(0));
    return group(
        ExprKind::sum,
        flat<P::ProductContext>(c, &Builder::comparator, [&](auto* x) { return product(x); }),
        span(c));
}

ExprId Builder::product(P::ProductContext* c) {
    if (!c || c->factor().empty()) return missing(span(c));
    if (c->factor().size() == 1) return factor(c->factor(0));
    return group(
        ExprKind::product,
        flat<P::FactorContext>(c, &Builder::comparator, [&](auto* x) { return factor(x); }),
        span(c));
}

ExprId Builder::factor(P::FactorContext* c) {
    if (!c) return {};
    ExprId inner = c->literal()     ? literal(c->literal())
                   : c->reference() ? reference(c->reference())
                   : c->condition() ? condition(c->condition())
                                    : missing(span(c));
    return negated(c->MINUS() != nullptr, inner, span(c));
}

ExprId Builder::simple(P::SimpleContext* c) {
    if (!c) return {};
    ExprId inner = c->literal()     ? literal(c->literal())
                   : c->reference() ? reference(c->reference())
                   : c->STRING()    ? textExpr(c->STRING()->getSymbol())
                                    : missing(span(c));
    return negated(c->MINUS() != nullptr, inner, span(c));
}

ExprId Builder::literal(P::LiteralContext* c) {
    if (c->number()) return number(c->number());
    if (!c->start) return missing(span(c));
    switch (c->start->getType()) {
        case P::RATIO:
            return leaf(ExprKind::ratio, c);
        case P::ASK:
            return leaf(ExprKind::asked, c);
        case P::DATE:
            return dated(c);
        case P::DATE_RANGE:
            return leaf(ExprKind::date, c);
        case P::YES_KW:
            return leaf(ExprKind::yes, c);
        case P::NO_KW:
            return leaf(ExprKind::no, c);
        case P::BLANK_KW:
            return leaf(ExprKind::blank, c);
        default:
            return missing(span(c));
    }
}

/// A point in time, or what belongs to it: 2030年.实际.
ExprId Builder::dated(P::LiteralContext* c) {
    Expr e;
    e.kind = ExprKind::date;
    e.span = span(c->start);
    e.text = fold(e.span);
    const ExprId date = add(e);
    if (!c->word()) return date;
    const ExprId member = group(ExprKind::member, {{Operator::none, date}}, span(c));
    file_.exprs[member.value].text = wordOf(c->word()).text;
    return member;
}

ExprId Builder::number(P::NumberContext* c) {
    if (!c || !c->start || (!c->NUMBER() && !c->GROUPED_NUMBER())) return missing(span(c));
    Expr e;
    e.kind = ExprKind::number;
    e.grouped = c->GROUPED_NUMBER() != nullptr;
    e.span = span(c);
    e.text = fold(span(c->start));
    if (c->unit()) e.unit = word(static_cast<ParserRuleContext*>(c->unit()));
    return add(e);
}

ExprId Builder::reference(P::ReferenceContext* c) {
    ExprId object;
    Operator next = Operator::none;
    bool afterDot = false;
    std::vector<Operand> arguments;
    for (std::size_t i = 0; i < c->children.size(); ++i) {
        auto* child = c->children[i];
        if (auto* first = dynamic_cast<P::ReferenceWordContext*>(child)) {
            object = leaf(ExprKind::name, first);
        } else if (auto* after = dynamic_cast<P::WordContext*>(child)) {
            const Word name = wordOf(after);
            object = group(ExprKind::member, {{Operator::none, object}},
                           cover(file_[object].span, name.span));
            file_.exprs[object.value].text = name.text;
            afterDot = false;
        } else if (auto* argument = dynamic_cast<P::QueryContext*>(child)) {
            arguments.push_back({Operator::none, query(argument)});
        } else if (auto* terminal = dynamic_cast<TerminalNode*>(child)) {
            Token* token = terminal->getSymbol();
            switch (token->getType()) {
                case P::DOT:
                    afterDot = true;
                    break;
                case P::ROLE:
                case P::CODE: {
                    const bool role = token->getType() == P::ROLE;
                    Expr e;
                    e.kind = role ? ExprKind::role : ExprKind::code;
                    e.span = span(token);
                    e.text = role ? tagged(terminal).text : fold(e.span);
                    if (role && afterDot) {
                        const auto text = e.text;
                        object = group(ExprKind::member, {{Operator::none, object}},
                                       cover(file_[object].span, e.span), Operator::role);
                        file_.exprs[object.value].text = text;
                    } else {
                        object = add(e);
                    }
                    afterDot = false;
                    break;
                }
                case P::LPAREN:
                case P::LBRACK:
                    arguments.assign(1, {Operator::none, object});
                    next = token->getType() == P::LPAREN ? Operator::plus : Operator::minus;
                    break;
                case P::RPAREN:
                case P::RBRACK:
                    object = group(next == Operator::plus ? ExprKind::call : ExprKind::index,
                                   arguments, cover(file_[object].span, span(token)));
                    break;
                case P::VERSION:
                    file_.exprs[object.value].unit = version(terminal);
                    break;
                default:
                    break;
            }
        }
    }
    return object ? object : missing(span(c));
}

ExprId Builder::list(P::ListContext* c) {
    std::vector<Operand> operands;
    for (auto* q : c->query())
        operands.push_back({Operator::none, query(q)});
    return group(ExprKind::list, operands, span(c));
}

ExprId Builder::range(P::RangeContext* c) {
    if (!c || c->sum().empty()) return missing(span(c));
    if (c->sum().size() == 1) return sum(c->sum(0));
    return group(ExprKind::range,
                 {{Operator::none, sum(c->sum(0))}, {Operator::none, sum(c->sum(1))}}, span(c));
}

ExprId Builder::amount(P::AmountContext* c) {
    if (!c) return {};
    if (c->list()) return list(c->list());
    if (c->PER() || c->DIV()) return leaf(ExprKind::notApplicable, c);
    if (c->range().empty()) return missing(span(c));
    if (c->range().size() == 1) return range(c->range(0));
    std::vector<Operand> operands;
    Operator op = Operator::none;
    for (auto* child : c->children) {
        if (auto* mark = dynamic_cast<P::ComparatorContext*>(child)) op = comparator(mark);
        if (auto* one = dynamic_cast<P::RangeContext*>(child)) {
            operands.push_back({op, range(one)});
            op = Operator::none;
        }
    }
    return group(ExprKind::tuple, operands, span(c));
}

ExprId Builder::operand(P::OperandContext* c) {
    if (!c) return {};
    if (c->STRING()) return textExpr(c->STRING()->getSymbol());
    return c->amount() ? amount(c->amount()) : missing(span(c));
}

ExprId Builder::plain(P::PlainContext* c) {
    if (!c) return {};
    if (c->number()) return number(c->number());
    if (c->RATIO()) return leaf(ExprKind::ratio, c);
    if (c->ASK()) return leaf(ExprKind::asked, c);
    return c->condition() ? condition(c->condition()) : missing(span(c));
}

}  // namespace biao::parse

// Expressions, values, words.
#include "base/utf8.h"
#include "parse/builder.h"
#include "parse/strings.h"

namespace biao::parse {

using namespace syntax;

Span Builder::span(Node n) const {
    if (!n) return {file_.id, 0, 0};
    if (n.empty()) return span(n.first());
    return cover(span(n.first()), span(n.past() - 1));
}

/// The text at `span` in half-width spelling: the source itself where it already is.
std::string_view Builder::fold(Span at) {
    const std::string_view text = slice(at);
    bool wide = false;  // the bytes that lead U+FF01..FF5E and U+3000
    for (const char byte : text)
        wide = wide || byte == '\xEF' || byte == '\xE3';
    if (!wide) return text;
    std::string half = halfWidth(text);
    if (half == text) return text;
    return file_.folded.emplace_back(std::move(half));
}

/// A path keeps its dots and loses the blanks, line ends and comments around them.
Word Builder::word(Node n) {
    if (!n || (!n.leaf() && n.faulty())) return {};
    const Span at = span(n);
    std::string_view text = fold(at);
    if (text.find_first_of(" \t\r\n") != std::string_view::npos) {
        std::string tight;
        for (TokenIndex token = n.first(); token < n.past(); ++token)
            tight += fold(span(token));
        text = file_.folded.emplace_back(std::move(tight));
    }
    return {text, at};
}

Word Builder::label(Node of) {
    return word(of.rule(P::RuleLabel).rule(P::RuleWord));
}

Word Builder::tagged(Node token) {
    if (!token) return {};
    Word w = word(token);
    w.text.remove_prefix(1);
    return w;
}

/// What stands between the quotes; only \" and \\ are escapes.
Word Builder::textWord(Node string) {
    const Span at = span(string);
    std::string_view raw = slice(at);
    if (raw.size() > limits_.textBytes) return {raw.substr(0, 0), at};  // which has been said
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

ExprId Builder::leaf(ExprKind kind, Node n) {
    Expr e;
    e.kind = kind;
    e.span = span(n);
    e.text = fold(e.span);
    return add(e);
}

ExprId Builder::textExpr(Node string) {
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

/// Operands of one rule with the operator that stands before each; one alone is itself.
ExprId Builder::flat(Node n, std::uint8_t rule, Build build, ExprKind kind) {
    ExprId first;
    std::vector<Operand> operands;
    Operator op = Operator::none;
    for (const Node child : n) {
        if (child.leaf()) {
            op = comparator(child.kind());
        } else if (child.isRule(rule)) {
            const ExprId operand = (this->*build)(child);
            if (!first) {
                first = operand;
            } else {
                if (operands.empty()) operands.push_back({Operator::none, first});
                operands.push_back({op, operand});
            }
            op = Operator::none;
        }
    }
    if (!first) return missing(span(n));
    if (operands.empty()) return first;
    return group(kind, operands, span(n), kind == ExprKind::compare ? operands[1].op : Operator{});
}

Operator Builder::comparator(std::uint8_t type) {
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

Operator Builder::operatorOf(Node cellText) {
    return cellText.token(P::EQ) ? Operator::eq : comparator(cellText.rule(P::RuleComparator));
}

Operator Builder::comparator(Node n) {
    return n ? comparator(tokens_[n.first()].type) : Operator::none;
}

ExprId Builder::query(Node n) {
    if (!n) return {};
    QueryParts parts;
    Node body;
    Node when;
    bool plain = true;
    for (const Node child : n) {
        if (child.isToken(P::FOR_KW) || child.isToken(P::WHEN_KW)) plain = false;
        if (child.isRule(P::RuleWord)) parts.binders.push_back(word(child));
        if (child.isRule(P::RuleCondition)) (body ? when : body) = child;
    }
    if (!body) return missing(span(n));
    if (plain) return condition(body);
    parts.body = condition(body);
    parts.when = condition(when);
    Expr e;
    e.kind = ExprKind::query;
    e.span = span(n);
    e.operands.begin = static_cast<std::uint32_t>(file_.queries.size());
    file_.queries.push_back(std::move(parts));
    return add(e);
}

ExprId Builder::condition(Node n) {
    return n ? flat(n, P::RuleConjunction, &Builder::conjunction, ExprKind::any) : ExprId{};
}

ExprId Builder::conjunction(Node n) {
    return flat(n, P::RuleNegation, &Builder::negation, ExprKind::all);
}

ExprId Builder::negation(Node n) {
    const ExprId inner = comparison(n.rule(P::RuleComparison));
    return n.token(P::NOT_KW) ? group(ExprKind::isNot, {{Operator::none, inner}}, span(n)) : inner;
}

ExprId Builder::comparison(Node n) {
    return flat(n, P::RuleComparand, &Builder::comparand, ExprKind::compare);
}

ExprId Builder::comparand(Node n) {
    for (const Node child : n) {
        if (child.isRule(P::RuleSum)) return sum(child);
        if (child.isToken(P::STRING)) return textExpr(child);
        if (child.isRule(P::RuleList)) return list(child);
    }
    return missing(span(n));
}

ExprId Builder::sum(Node n) {
    return flat(n, P::RuleProduct, &Builder::product, ExprKind::sum);
}

ExprId Builder::product(Node n) {
    return flat(n, P::RuleFactor, &Builder::factor, ExprKind::product);
}

/// A factor, or the simple value of a declaration, which may be a text.
ExprId Builder::factor(Node n) {
    if (!n) return {};
    bool minus = false;
    ExprId inner;
    for (const Node child : n) {
        if (child.isToken(P::MINUS)) minus = true;
        if (inner) continue;
        if (child.isRule(P::RuleLiteral)) inner = literal(child);
        if (child.isRule(P::RuleReference)) inner = reference(child);
        if (child.isRule(P::RuleCondition)) inner = condition(child);
        if (n.isRule(P::RuleSimple) && child.isToken(P::STRING)) inner = textExpr(child);
    }
    return negated(minus, inner ? inner : missing(span(n)), span(n));
}

ExprId Builder::literal(Node n) {
    if (const Node digits = n.rule(P::RuleNumber)) return number(digits);
    switch (tokens_[n.first()].type) {
        case P::RATIO:
            return leaf(ExprKind::ratio, n);
        case P::ASK:
            return leaf(ExprKind::asked, n);
        case P::DATE:
            return dated(n);
        case P::DATE_RANGE:
            return leaf(ExprKind::date, n);
        case P::YES_KW:
            return leaf(ExprKind::yes, n);
        case P::NO_KW:
            return leaf(ExprKind::no, n);
        case P::BLANK_KW:
            return leaf(ExprKind::blank, n);
        default:
            return missing(span(n));
    }
}

/// A point in time, or what belongs to it: 2030年.实际.
ExprId Builder::dated(Node n) {
    Expr e;
    e.kind = ExprKind::date;
    e.span = span(n.first());
    e.text = fold(e.span);
    const ExprId date = add(e);
    const Node after = n.rule(P::RuleWord);
    if (!after) return date;
    const ExprId member = group(ExprKind::member, {{Operator::none, date}}, span(n));
    file_.exprs[member.value].text = word(after).text;
    return member;
}

ExprId Builder::number(Node n) {
    const Node grouped = n.token(P::GROUPED_NUMBER);
    const Node digits = grouped ? grouped : n.token(P::NUMBER);
    if (!digits) return missing(span(n));
    Expr e;
    e.kind = ExprKind::number;
    e.grouped = static_cast<bool>(grouped);
    e.span = span(n);
    e.text = fold(span(n.first()));
    e.unit = word(n.rule(P::RuleUnit));
    return add(e);
}

ExprId Builder::reference(Node n) {
    ExprId object;
    Operator next = Operator::none;
    bool afterDot = false;
    std::vector<Operand> arguments;
    for (const Node child : n) {
        if (child.isRule(P::RuleReferenceWord)) {
            object = leaf(ExprKind::name, child);
        } else if (child.isRule(P::RuleWord)) {
            const Word name = word(child);
            object = group(ExprKind::member, {{Operator::none, object}},
                           cover(file_[object].span, name.span));
            file_.exprs[object.value].text = name.text;
            afterDot = false;
        } else if (child.isRule(P::RuleQuery)) {
            arguments.push_back({Operator::none, query(child)});
        } else if (child.leaf()) {
            switch (child.kind()) {
                case P::DOT:
                    afterDot = true;
                    break;
                case P::ROLE:
                case P::CODE: {
                    const bool role = child.kind() == P::ROLE;
                    Expr e;
                    e.kind = role ? ExprKind::role : ExprKind::code;
                    e.span = span(child);
                    e.text = role ? tagged(child).text : fold(e.span);
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
                    next = child.kind() == P::LPAREN ? Operator::plus : Operator::minus;
                    break;
                case P::RPAREN:
                case P::RBRACK:
                    object = group(next == Operator::plus ? ExprKind::call : ExprKind::index,
                                   arguments, cover(file_[object].span, span(child)));
                    break;
                case P::VERSION:
                    file_.exprs[object.value].unit = tagged(child);
                    break;
                default:
                    break;
            }
        }
    }
    return object ? object : missing(span(n));
}

ExprId Builder::list(Node n) {
    std::vector<Operand> operands;
    for (const Node child : n) {
        if (child.isRule(P::RuleQuery)) operands.push_back({Operator::none, query(child)});
    }
    return group(ExprKind::list, operands, span(n));
}

ExprId Builder::range(Node n) {
    std::vector<Operand> ends;
    for (const Node child : n) {
        if (child.isRule(P::RuleSum)) ends.push_back({Operator::none, sum(child)});
    }
    if (ends.empty()) return missing(span(n));
    return ends.size() == 1 ? ends[0].expr : group(ExprKind::range, ends, span(n));
}

ExprId Builder::amount(Node n) {
    if (!n) return {};
    std::vector<Operand> operands;
    Operator op = Operator::none;
    for (const Node child : n) {
        if (child.isRule(P::RuleList)) return list(child);
        if (child.isToken(P::PER) || child.isToken(P::DIV)) return leaf(ExprKind::notApplicable, n);
        if (child.isRule(P::RuleComparator)) op = comparator(child);
        if (child.isRule(P::RuleRange)) {
            operands.push_back({op, range(child)});
            op = Operator::none;
        }
    }
    if (operands.empty()) return missing(span(n));
    return operands.size() == 1 ? operands[0].expr : group(ExprKind::tuple, operands, span(n));
}

ExprId Builder::operand(Node n) {
    if (!n) return {};
    for (const Node child : n) {
        if (child.isToken(P::STRING)) return textExpr(child);
        if (child.isRule(P::RuleAmount)) return amount(child);
    }
    return missing(span(n));
}

ExprId Builder::plain(Node n) {
    if (!n) return {};
    for (const Node child : n) {
        if (child.isRule(P::RuleNumber)) return number(child);
        if (child.isToken(P::RATIO)) return leaf(ExprKind::ratio, n);
        if (child.isToken(P::ASK)) return leaf(ExprKind::asked, n);
        if (child.isRule(P::RuleCondition)) return condition(child);
    }
    return missing(span(n));
}

}  // namespace biao::parse

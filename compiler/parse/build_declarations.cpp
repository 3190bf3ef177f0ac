// Declarations: headings, settings, the bodies of rules.
#include "parse/builder.h"

namespace biao::parse {

using namespace syntax;

void Builder::topLine(Node n) {
    TopLevel top;
    if (const Node child = n.rule(P::RuleDeclaration)) top.declaration = declaration(child);
    if (const Node child = n.rule(P::RuleSubmission)) top.submission = submission(child);
    if (top.declaration || top.submission) file_.lines.push_back(top);
}

Id<Declaration> Builder::store(Declaration declaration) {
    file_.declarations.push_back(std::move(declaration));
    return {static_cast<std::uint32_t>(file_.declarations.size() - 1)};
}

Id<Declaration> Builder::declaration(Node n) {
    const TokenIndex first = n.first();
    Declaration d;
    if (n.token(P::ADD_KW)) d.edit = Keyword::add;
    if (n.token(P::REPLACE_KW)) d.edit = Keyword::replace;
    if (const Node inner = n.rule(P::RuleElement)) return element(inner, d.edit, first);

    Node keyword;
    Node body;
    bool extending = false;
    bool named = false;
    for (const Node child : n) {
        if (child.isToken(P::RULE_KW) || child.isToken(P::SCHEME_KW) || child.isToken(P::BANDS_KW))
            keyword = child;
        if (child.isToken(P::EXTENDS_KW)) extending = true;
        // With 继承 there may be two versions: each belongs to the path before it.
        if (child.isToken(P::VERSION)) (extending ? d.baseVersion : d.version) = tagged(child);
        if (child.isRule(P::RulePath)) {
            (named ? d.base : d.name) = word(child);
            named = true;
        }
        if (child.isRule(P::RuleDeclarations) || child.isRule(P::RuleClauses) ||
            child.isRule(P::RuleBlock)) {
            body = child;
        }
    }
    d.keywordSpan = keyword ? span(keyword) : span(first);
    d.keyword = wordFrom<Keyword>(fold(d.keywordSpan));
    d.span = span(first);
    d.broken = mistakes_.faulty(first);
    if (d.keyword == Keyword::none) return {};
    const Node title = n.rule(P::RuleTitle);
    if (const Node text = title ? title.token(P::STRING) : n.token(P::STRING)) {
        d.name = textWord(text);
        d.nameIsText = true;
    }
    if (const Node path = n.rule(P::RuleFormAlias).rule(P::RulePath)) d.aliases = {word(path)};
    if (const Node subject = n.rule(P::RuleWord)) d.aliases.push_back(word(subject));  // 实绩 项目
    if (const Node date = n.rule(P::RuleDate)) {  // 实绩 项目 "…" 截至 2031-07-31
        d.op = Operator::by;
        d.value = leaf(ExprKind::date, date);
    }
    heading(d, n.rule(P::RuleHeading));
    if (const Node list = n.rule(P::RuleAttributes)) d.attributes = attributes(list);
    if (body && tokens_[body.first()].type == P::LBRACE) {
        d.hasBlock = true;
        d.blockSpan = span(body);
        d.span = {d.span.file, d.span.begin, d.blockSpan.begin};
    } else if (!n.empty()) {
        d.span = cover(d.span, span(n.past() - 1));
    }
    d.block = declarations(n.rule(P::RuleDeclarations));
    d.clauses = clauses(n.rule(P::RuleClauses));
    d.items = block(n.rule(P::RuleBlock));
    return store(std::move(d));
}

Id<Declaration> Builder::element(Node n, Keyword edit, TokenIndex first) {
    Declaration d;
    d.edit = edit;
    d.broken = mistakes_.faulty(first);
    const Node keyword = n.rule(P::RuleElementKeyword);
    if (!keyword) return {};
    d.keywordSpan = span(keyword.first());
    d.keyword = wordFrom<Keyword>(fold(d.keywordSpan));
    if (d.keyword == Keyword::none) return {};
    const Node head = n.rule(P::RuleHeading);
    heading(d, head);
    d.span = cover(span(first), head.empty() ? d.keywordSpan : span(head));
    if (const Node body = n.rule(P::RuleDeclarations); body.token(P::LBRACE)) {
        d.hasBlock = true;
        d.blockSpan = span(body);
        d.block = declarations(body);
    }
    return store(std::move(d));
}

/// A name as it is declared: a path, or a text.
void Builder::name(Declaration& d, Node n) {
    if (const Node text = n.token(P::STRING)) {
        d.name = textWord(text);
        d.nameIsText = true;
    } else {
        d.name = word(n);
    }
}

void Builder::heading(Declaration& d, Node n) {
    if (!n) return;
    if (const Node declared = n.rule(P::RuleDeclaredName)) name(d, declared);
    d.version = tagged(n.token(P::VERSION));
    d.aliases = aliases(n.rule(P::RuleAlias));
    d.flags = flags(n);
    d.kinds = kinds(n.rule(P::RuleKind));
    d.arrow = factor(n.rule(P::RuleSimple));
    d.definitions = definitions(n);
    d.attributes = attributes(n.rule(P::RuleAttributes));
}

Id<Declaration> Builder::setting(Node n) {
    Declaration d;
    const Node called = n.rule(P::RuleSettingName);
    if (!called) return {};
    d.broken = mistakes_.faulty(n.first());
    name(d, called);
    d.keywordSpan = d.name.span;
    d.span = d.name.span;
    d.aliases = aliases(n.rule(P::RuleAlias));
    d.flags = flags(n);
    d.kinds = kinds(n.rule(P::RuleKind));
    d.op = comparator(n.rule(P::RuleComparator));
    const bool arrow = static_cast<bool>(n.token(P::ARROW));
    const auto values = n.rules(P::RuleSimple);
    if (!values.empty()) (arrow ? d.arrow : d.value) = factor(values[0]);
    if (values.size() > 1) d.upTo = factor(values[1]);
    d.definitions = definitions(n);
    d.attributes = attributes(n.rule(P::RuleAttributes));
    if (const Node body = n.rule(P::RuleDeclarations); body.token(P::LBRACE)) {
        d.hasBlock = true;
        d.blockSpan = span(body);
        d.block = declarations(body);
        d.span.end = d.blockSpan.begin;
    } else {
        d.span = cover(d.span, span(n));
    }
    return store(std::move(d));
}

std::vector<Id<Declaration>> Builder::declarations(Node n) {
    std::vector<Id<Declaration>> out;
    for (const Node line : n) {
        if (!line.isRule(P::RuleDeclarationLine)) continue;
        Id<Declaration> id;
        if (const Node child = line.rule(P::RuleDeclaration)) id = declaration(child);
        if (const Node child = line.rule(P::RuleSetting)) id = setting(child);
        if (id) out.push_back(id);
    }
    return out;
}

std::vector<Word> Builder::aliases(Node n) {
    std::vector<Word> out;
    for (const Node child : n) {
        if (child.isRule(P::RuleWord)) out.push_back(word(child));
    }
    return out;
}

std::vector<Flag> Builder::flags(Node of) {
    std::vector<Flag> out;
    for (const Node child : of) {
        if (child.isToken(P::FLAG_KW)) out.push_back(wordFrom<Flag>(fold(span(child))));
    }
    return out;
}

std::vector<Kind> Builder::kinds(Node n) {
    std::vector<Kind> out;
    for (const Node one : n.rules(P::RuleOneKind)) {
        Kind kind;
        kind.name = word(one.rule(P::RuleWord));
        for (const Node argument : one.rules(P::RuleQuery))
            kind.arguments.push_back(query(argument));
        if (kind.name) out.push_back(std::move(kind));
    }
    return out;
}

std::vector<Definition> Builder::definitions(Node of) {
    std::vector<Definition> out;
    for (const Node n : of.rules(P::RuleDefinition)) {
        Definition d;
        d.ofWhich = static_cast<bool>(n.token(P::OF_WHICH_KW));
        d.span = span(n);
        d.label = label(n);
        Operator op = Operator::none;
        for (const Node child : n) {
            if (child.leaf()) {
                op = child.kind() == P::BAR ? Operator::alternative : comparator(child.kind());
                if (child.kind() == P::EQ || child.kind() == P::OF_WHICH_KW) op = Operator::none;
            } else if (child.isRule(P::RuleTerm)) {
                const Node text = child.token(P::STRING);
                const Node value = child.rule(P::RuleProduct);
                const ExprId term = value  ? product(value)
                                    : text ? textExpr(text)
                                           : missing(span(child));
                if (child.token(P::ELLIPSIS)) file_.exprs[term.value].text = "...";
                d.terms.push_back({op, term});
            }
        }
        out.push_back(std::move(d));
    }
    return out;
}

std::vector<Text> Builder::texts(Node n) {
    std::vector<Text> out;
    const auto names = n.tokens(P::NAME);
    for (const Node string : n.tokens(P::STRING)) {
        Text text;
        if (out.size() < names.size()) text.language = word(names[out.size()]);
        text.text = textWord(string);
        out.push_back(text);
    }
    return out;
}

std::vector<Clause> Builder::clauses(Node n) {
    std::vector<Clause> out;
    for (const Node line : n) {
        if (!line.isRule(P::RuleClauseLine)) continue;
        if (const Node child = line.rule(P::RuleClause)) out.push_back(clause(child));
    }
    return out;
}

Clause Builder::clause(Node n) {
    Clause out;
    out.span = span(n);
    out.broken = mistakes_.faulty(n.first());
    const auto queries = n.rules(P::RuleQuery);
    const auto conditions = n.rules(P::RuleCondition);
    const std::uint8_t lead = tokens_[n.first()].type;
    switch (lead) {
        case P::FOR_KW:
            out.kind = ClauseKind::forEach;
            out.names = aliases(n);
            if (!conditions.empty()) out.exprs.push_back(condition(conditions[0]));
            if (conditions.size() > 1) out.when = condition(conditions[1]);
            return out;
        case P::LET_KW:
            out.kind = ClauseKind::let;
            out.names = aliases(n);
            for (const Node one : queries)
                out.exprs.push_back(query(one));
            return out;
        case P::WHEN_KW:
            out.kind = ClauseKind::when;
            for (const Node one : conditions)
                out.exprs.push_back(condition(one));
            return out;
        case P::ELSE_KW:
            out.kind = ClauseKind::otherwise;
            if (!queries.empty()) out.result = query(queries[0]);
            out.texts = texts(n.rule(P::RuleTexts));
            return out;
        case P::UNSETTLED_KW:
            out.kind = ClauseKind::unsettled;
            if (const auto flag = flags(n); !flag.empty()) out.flag = flag.front();
            out.texts = texts(n.rule(P::RuleTexts));
            return out;
        case P::FIX_KW:
            out.kind = ClauseKind::fix;
            out.texts = texts(n.rule(P::RuleTexts));
            if (!conditions.empty()) out.when = condition(conditions[0]);
            return out;
        case P::AT_KW:
        case P::SEE_KW:
        case P::YIELD_KW:
        case P::NOTE_KW:
        case P::SOURCE_KW:
        case P::WRONG_KW:
        case P::RIGHT_KW:
            out.kind = wordFrom<ClauseKind>(fold(span(n.first())));
            break;
        default:
            if (const Node mark = n.rule(P::RuleComparator)) {
                out.kind = ClauseKind::step;
                out.op = comparator(mark);
                out.exprs.push_back(sum(n.rule(P::RuleSum)));
            } else {
                out.kind = ClauseKind::condition;
                for (const Node one : conditions)
                    out.exprs.push_back(condition(one));
            }
            if (!queries.empty()) out.result = query(queries[0]);
            return out;
    }
    for (const Node one : queries)
        out.exprs.push_back(query(one));
    out.texts = texts(n.rule(P::RuleTexts));
    out.items = block(n.rule(P::RuleBlock));
    return out;
}

}  // namespace biao::parse

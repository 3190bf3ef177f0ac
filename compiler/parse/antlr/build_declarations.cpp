// Declarations: headings, settings, the bodies of rules.
#include "parse/antlr/tree.h"

namespace biao::parse {

using namespace syntax;
using antlr4::ParserRuleContext;
using antlr4::Token;
using antlr4::tree::TerminalNode;

void Builder::file(P::FileContext* tree) {
    for (auto* line : tree->topLine()) {
        TopLevel top;
        if (line->declaration()) top.declaration = declaration(line->declaration());
        if (line->submission()) top.submission = submission(line->submission());
        if (top.declaration || top.submission) file_.lines.push_back(top);
    }
}

Id<Declaration> Builder::declaration(P::DeclarationContext* c) {
    if (!c->start) return {};
    Token* first = c->start;
    const Keyword edit = c->ADD_KW()       ? Keyword::add
                         : c->REPLACE_KW() ? Keyword::replace
                                           : Keyword::none;
    if (c->element()) return element(c->element(), edit, first);
    TerminalNode* rule = c->RULE_KW()     ? c->RULE_KW()
                         : c->SCHEME_KW() ? c->SCHEME_KW()
                                          : c->BANDS_KW();
    Declaration d;
    d.edit = edit;
    d.keywordSpan = span(rule ? rule->getSymbol() : first);
    d.keyword = wordFrom<Keyword>(fold(d.keywordSpan));
    d.span = span(first);
    d.broken = recovery_.faulty(first->getTokenIndex());
    if (d.keyword == Keyword::none) return {};
    if (!c->path().empty()) d.name = word(static_cast<ParserRuleContext*>(c->path(0)));
    auto* text = c->title() ? c->title()->STRING() : c->STRING();
    if (text) {
        d.name = textWord(text->getSymbol());
        d.nameIsText = true;
    }
    // With 继承 there may be two versions: each belongs to the path before it.
    for (auto* child : c->children) {
        auto* terminal = dynamic_cast<TerminalNode*>(child);
        if (!terminal) continue;
        const auto type = terminal->getSymbol()->getType();
        if (type == P::VERSION) {
            (c->EXTENDS_KW() && terminal->getSymbol()->getTokenIndex() >
                                    c->EXTENDS_KW()->getSymbol()->getTokenIndex()
                 ? d.baseVersion
                 : d.version) = version(terminal);
        }
    }
    if (auto* alias = c->formAlias(); alias && alias->path())
        d.aliases.push_back(word(static_cast<ParserRuleContext*>(alias->path())));
    if (c->path().size() > 1) d.base = word(static_cast<ParserRuleContext*>(c->path(1)));
    if (c->word()) d.aliases.push_back(wordOf(c->word()));  // 实绩 项目 "…": the subject
    if (c->date()) {                                        // 实绩 项目 "…" 截至 2031-07-31
        d.op = Operator::by;
        d.value = leaf(ExprKind::date, c->date());
    }
    if (c->heading()) heading(d, c->heading());
    if (c->attributes()) d.attributes = attributes(c->attributes());
    Token* last = c->stop ? c->stop : first;
    ParserRuleContext* body = c->declarations() ? static_cast<ParserRuleContext*>(c->declarations())
                              : c->clauses()    ? static_cast<ParserRuleContext*>(c->clauses())
                              : c->block()      ? static_cast<ParserRuleContext*>(c->block())
                                                : nullptr;
    if (body && body->start && body->start->getType() == P::LBRACE) {
        d.hasBlock = true;
        d.blockSpan = span(body);
        d.span = {d.span.file, d.span.begin, d.blockSpan.begin};
    } else if (last->getTokenIndex() >= first->getTokenIndex()) {
        d.span = cover(d.span, span(last));
    }
    d.block = declarations(c->declarations());
    d.clauses = clauses(c->clauses());
    d.items = block(c->block());
    file_.declarations.push_back(std::move(d));
    return {static_cast<std::uint32_t>(file_.declarations.size() - 1)};
}

Id<Declaration> Builder::element(P::ElementContext* c, Keyword edit, Token* first) {
    Declaration d;
    d.edit = edit;
    d.broken = recovery_.faulty(first->getTokenIndex());
    if (!c->elementKeyword() || !c->elementKeyword()->start) return {};
    d.keywordSpan = span(c->elementKeyword()->start);
    d.keyword = wordFrom<Keyword>(fold(d.keywordSpan));
    if (d.keyword == Keyword::none) return {};
    d.span = span(first);
    heading(d, c->heading());
    if (c->heading() && c->heading()->start && c->heading()->stop &&
        c->heading()->stop->getTokenIndex() >= c->heading()->start->getTokenIndex()) {
        d.span = cover(d.span, span(c->heading()));
    } else {
        d.span = cover(d.span, d.keywordSpan);
    }
    if (c->declarations() && c->declarations()->LBRACE()) {
        d.hasBlock = true;
        d.blockSpan = span(c->declarations());
        d.block = declarations(c->declarations());
    }
    file_.declarations.push_back(std::move(d));
    return {static_cast<std::uint32_t>(file_.declarations.size() - 1)};
}

void Builder::heading(Declaration& d, P::HeadingContext* c) {
    if (!c) return;
    if (auto* name = c->declaredName()) {
        if (name->STRING()) {
            d.name = textWord(name->STRING()->getSymbol());
            d.nameIsText = true;
        } else {
            d.name = word(static_cast<ParserRuleContext*>(name));
        }
    }
    d.version = version(c->VERSION());
    d.aliases = aliases(c->alias());
    d.flags = flags(c->FLAG_KW());
    d.kinds = kinds(c->kind());
    d.arrow = simple(c->simple());
    d.definitions = definitions(c->definition());
    d.attributes = attributes(c->attributes());
}

Id<Declaration> Builder::setting(P::SettingContext* c) {
    Declaration d;
    if (!c->settingName() || !c->settingName()->start) return {};
    d.broken = recovery_.faulty(c->start->getTokenIndex());
    auto* name = c->settingName();
    if (name->STRING()) {
        d.name = textWord(name->STRING()->getSymbol());
        d.nameIsText = true;
    } else {
        d.name = word(static_cast<ParserRuleContext*>(name));
    }
    d.keywordSpan = d.name.span;
    d.span = d.name.span;
    d.aliases = aliases(c->alias());
    d.flags = flags(c->FLAG_KW());
    d.kinds = kinds(c->kind());
    d.op = comparator(c->comparator());
    const auto simples = c->simple();
    if (!simples.empty()) (c->ARROW() ? d.arrow : d.value) = simple(simples[0]);
    if (simples.size() > 1) d.upTo = simple(simples[1]);
    d.definitions = definitions(c->definition());
    d.attributes = attributes(c->attributes());
    if (c->declarations() && c->declarations()->LBRACE()) {
        d.hasBlock = true;
        d.blockSpan = span(c->declarations());
        d.block = declarations(c->declarations());
        d.span.end = d.blockSpan.begin;
    } else if (c->stop) {
        d.span = cover(d.span, span(c));
    }
    file_.declarations.push_back(std::move(d));
    return {static_cast<std::uint32_t>(file_.declarations.size() - 1)};
}

std::vector<Id<Declaration>> Builder::declarations(P::DeclarationsContext* c) {
    std::vector<Id<Declaration>> out;
    if (!c) return out;
    for (auto* line : c->declarationLine()) {
        Id<Declaration> id;
        if (line->declaration()) id = declaration(line->declaration());
        if (line->setting()) id = setting(line->setting());
        if (id) out.push_back(id);
    }
    return out;
}

std::vector<Word> Builder::aliases(P::AliasContext* c) {
    std::vector<Word> out;
    if (!c) return out;
    for (auto* w : c->word())
        out.push_back(wordOf(w));
    return out;
}

std::vector<Flag> Builder::flags(const std::vector<TerminalNode*>& list) {
    std::vector<Flag> out;
    for (auto* t : list)
        out.push_back(wordFrom<Flag>(fold(span(t->getSymbol()))));
    return out;
}

std::vector<Kind> Builder::kinds(P::KindContext* c) {
    std::vector<Kind> out;
    if (!c) return out;
    for (auto* one : c->oneKind()) {
        Kind kind;
        kind.name = one->word() ? wordOf(one->word()) : Word{};
        for (auto* q : one->query())
            kind.arguments.push_back(query(q));
        if (kind.name) out.push_back(std::move(kind));
    }
    return out;
}

std::vector<Definition> Builder::definitions(const std::vector<P::DefinitionContext*>& list) {
    std::vector<Definition> out;
    for (auto* c : list) {
        Definition d;
        d.ofWhich = c->OF_WHICH_KW() != nullptr;
        d.span = span(c);
        if (c->label()) d.label = wordOf(c->label()->word());
        Operator op = Operator::none;
        for (auto* child : c->children) {
            if (auto* terminal = dynamic_cast<TerminalNode*>(child)) {
                const auto type = terminal->getSymbol()->getType();
                op = type == P::BAR ? Operator::alternative : comparator(type);
                if (type == P::EQ || type == P::OF_WHICH_KW) op = Operator::none;
            } else if (auto* t = dynamic_cast<P::TermContext*>(child)) {
                ExprId term = t->product()  ? product(t->product())
                              : t->STRING() ? textExpr(t->STRING()->getSymbol())
                                            : missing(span(t));
                if (t->ELLIPSIS()) file_.exprs[term.value].text = "...";
                d.terms.push_back({op, term});
            }
        }
        out.push_back(std::move(d));
    }
    return out;
}

std::vector<Text> Builder::texts(P::TextsContext* c) {
    std::vector<Text> out;
    if (!c) return out;
    const auto strings = c->STRING();
    const auto names = c->NAME();
    for (std::size_t i = 0; i < strings.size(); ++i) {
        Text text;
        if (i < names.size()) text.language = word(names[i]->getSymbol());
        text.text = textWord(strings[i]->getSymbol());
        out.push_back(text);
    }
    return out;
}

std::vector<Clause> Builder::clauses(P::ClausesContext* c) {
    std::vector<Clause> out;
    if (!c) return out;
    for (auto* line : c->clauseLine()) {
        if (line->clause() && line->clause()->start) out.push_back(clause(line->clause()));
    }
    return out;
}

Clause Builder::clause(P::ClauseContext* c) {
    Clause out;
    out.span = span(c);
    out.broken = recovery_.faulty(c->start->getTokenIndex());
    const auto queries = c->query();
    const auto conditions = c->condition();
    switch (c->start->getType()) {
        case P::FOR_KW:
            out.kind = ClauseKind::forEach;
            for (auto* w : c->word())
                out.names.push_back(wordOf(w));
            if (!conditions.empty()) out.exprs.push_back(condition(conditions[0]));
            if (conditions.size() > 1) out.when = condition(conditions[1]);
            return out;
        case P::LET_KW:
            out.kind = ClauseKind::let;
            for (auto* w : c->word())
                out.names.push_back(wordOf(w));
            for (auto* q : queries)
                out.exprs.push_back(query(q));
            return out;
        case P::WHEN_KW:
            out.kind = ClauseKind::when;
            for (auto* x : conditions)
                out.exprs.push_back(condition(x));
            return out;
        case P::ELSE_KW:
            out.kind = ClauseKind::otherwise;
            if (!queries.empty()) out.result = query(queries[0]);
            out.texts = texts(c->texts());
            return out;
        case P::UNSETTLED_KW:
            out.kind = ClauseKind::unsettled;
            if (c->FLAG_KW()) out.flag = flags({c->FLAG_KW()}).front();
            out.texts = texts(c->texts());
            return out;
        case P::AT_KW:
        case P::SEE_KW:
        case P::YIELD_KW:
        case P::FIX_KW:
        case P::NOTE_KW:
        case P::SOURCE_KW:
        case P::WRONG_KW:
        case P::RIGHT_KW:
            out.kind = wordFrom<ClauseKind>(word(c->start).text);
            break;
        default:
            if (c->comparator()) {
                out.kind = ClauseKind::step;
                out.op = comparator(c->comparator());
                out.exprs.push_back(sum(c->sum()));
            } else {
                out.kind = ClauseKind::condition;
                for (auto* x : conditions)
                    out.exprs.push_back(condition(x));
            }
            if (!queries.empty()) out.result = query(queries[0]);
            return out;
    }
    for (auto* q : queries)
        out.exprs.push_back(query(q));
    out.texts = texts(c->texts());
    if (c->block()) out.items = block(c->block());
    return out;
}

}  // namespace biao::parse

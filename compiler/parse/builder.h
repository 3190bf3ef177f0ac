// What the builders share: a parser's tree on one side, the File's stores on the other.
#pragma once

#include <string_view>
#include <vector>

#include "base/limits.h"
#include "base/source.h"
#include "parse/mistakes.h"
#include "parse/tree.h"
#include "syntax/ast.h"

namespace biao::parse {

/// Turns nodes of the tree into nodes of the File. One function a rule of the grammar, in three
/// files by topic. After a mistake any child may be missing: every function takes none and gives a
/// missing node.
class Builder {
public:
    /// `tokens` were laid out from `source`, all of the file's text.
    Builder(syntax::File& file, std::string_view source, const Tokens& tokens,
            const Mistakes& mistakes, const Limits& limits)
        : file_(file), source_(source), tokens_(tokens), mistakes_(mistakes), limits_(limits) {}

    void topLine(Node n);
    syntax::ExprId query(Node n);
    syntax::Operator operatorOf(Node cellText);
    syntax::ExprId cellValue(Node cellText) { return operand(cellText.rule(P::RuleOperand)); }

private:
    // build_expressions.cpp
    syntax::ExprId condition(Node n);
    syntax::ExprId conjunction(Node n);
    syntax::ExprId negation(Node n);
    syntax::ExprId comparison(Node n);
    syntax::ExprId comparand(Node n);
    syntax::ExprId sum(Node n);
    syntax::ExprId product(Node n);
    syntax::ExprId factor(Node n);
    syntax::ExprId literal(Node n);
    syntax::ExprId dated(Node n);
    syntax::ExprId number(Node n);
    syntax::ExprId reference(Node n);
    syntax::ExprId amount(Node n);
    syntax::ExprId range(Node n);
    syntax::ExprId list(Node n);
    syntax::ExprId operand(Node n);
    syntax::ExprId plain(Node n);
    syntax::ExprId textExpr(Node string);
    syntax::ExprId leaf(syntax::ExprKind kind, Node n);
    syntax::ExprId missing(Span span);
    syntax::ExprId group(syntax::ExprKind kind, const std::vector<syntax::Operand>& operands,
                         Span span, syntax::Operator op = syntax::Operator::none);
    syntax::ExprId negated(bool minus, syntax::ExprId inner, Span span);
    syntax::ExprId add(syntax::Expr expr);
    using Build = syntax::ExprId (Builder::*)(Node);
    syntax::ExprId flat(Node n, std::uint8_t rule, Build build, syntax::ExprKind kind);

    // build_submissions.cpp
    syntax::ItemId submission(Node n);
    syntax::ItemId line(Node n);
    void tail(syntax::Item& item, Node n, Node cells, Node attributes, Node block);
    syntax::ItemId item(syntax::Item head, Node n, TokenIndex first);
    syntax::ItemId store(syntax::Item item);
    std::vector<syntax::ItemId> block(Node n);
    syntax::Range<syntax::Cell> cells(Node n);
    syntax::Range<syntax::Attribute> attributes(Node n);
    syntax::Acceptance acceptance(Node n);
    syntax::Range<syntax::Acceptance> acceptances(Node annotations, Node block);
    syntax::Range<syntax::Equation> equations(Node of);
    syntax::Range<syntax::Part> parts(Node of);
    syntax::Part part(Node n);
    syntax::ExprId share(Node n);
    syntax::ExprId productOf(syntax::ExprId first, Node of);

    // build_declarations.cpp
    syntax::Id<syntax::Declaration> declaration(Node n);
    syntax::Id<syntax::Declaration> element(Node n, syntax::Keyword edit, TokenIndex first);
    syntax::Id<syntax::Declaration> setting(Node n);
    syntax::Id<syntax::Declaration> store(syntax::Declaration declaration);
    std::vector<syntax::Id<syntax::Declaration>> declarations(Node n);
    void name(syntax::Declaration& d, Node n);
    void heading(syntax::Declaration& d, Node n);
    std::vector<syntax::Kind> kinds(Node n);
    std::vector<syntax::Definition> definitions(Node of);
    std::vector<syntax::Clause> clauses(Node n);
    syntax::Clause clause(Node n);
    std::vector<syntax::Text> texts(Node n);
    std::vector<syntax::Word> aliases(Node n);
    std::vector<syntax::Flag> flags(Node of);

    // words and spans
    Span span(Node n) const;
    Span span(TokenIndex token) const {
        return {file_.id, tokens_[token].begin, tokens_[token].end};
    }
    std::string_view slice(Span at) const { return source_.substr(at.begin, at.end - at.begin); }
    std::string_view fold(Span span);
    syntax::Word word(Node n);
    syntax::Word label(Node of);
    syntax::Word textWord(Node string);
    syntax::Word tagged(Node token);  // #id, @role, @version: without the mark
    static syntax::Operator comparator(std::uint8_t type);
    syntax::Operator comparator(Node n);

    syntax::File& file_;
    std::string_view source_;
    const Tokens& tokens_;
    const Mistakes& mistakes_;
    const Limits& limits_;
};

}  // namespace biao::parse

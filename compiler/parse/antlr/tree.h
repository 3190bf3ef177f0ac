// What the builders share: the parser's tree on one side, the File's stores on the other.
#pragma once

#include <string_view>

#include "BiaoParser.h"
#include "base/limits.h"
#include "base/source.h"
#include "parse/antlr/characters.h"
#include "parse/antlr/recovery.h"
#include "syntax/ast.h"

namespace biao::parse {

using P = grammar::BiaoParser;

/// Turns contexts into nodes. One function a rule of the grammar, in three files by topic. After a
/// mistake any child may be missing: every function takes a null context and gives a missing node.
class Builder {
public:
    Builder(syntax::File& file, std::string_view source, const Characters& characters,
            const LineRecovery& recovery)
        : file_(file), source_(source), characters_(characters), recovery_(recovery) {}

    void file(P::FileContext* tree);
    syntax::ExprId query(P::QueryContext* c);
    syntax::Operator operatorOf(P::CellTextContext* c);
    syntax::ExprId cellValue(P::CellTextContext* c) { return operand(c->operand()); }

private:
    // build_expressions.cpp
    syntax::ExprId condition(P::ConditionContext* c);
    syntax::ExprId conjunction(P::ConjunctionContext* c);
    syntax::ExprId negation(P::NegationContext* c);
    syntax::ExprId comparison(P::ComparisonContext* c);
    syntax::ExprId comparand(P::ComparandContext* c);
    syntax::ExprId sum(P::SumContext* c);
    syntax::ExprId product(P::ProductContext* c);
    syntax::ExprId factor(P::FactorContext* c);
    syntax::ExprId simple(P::SimpleContext* c);
    syntax::ExprId literal(P::LiteralContext* c);
    syntax::ExprId dated(P::LiteralContext* c);
    syntax::ExprId number(P::NumberContext* c);
    syntax::ExprId reference(P::ReferenceContext* c);
    syntax::ExprId amount(P::AmountContext* c);
    syntax::ExprId range(P::RangeContext* c);
    syntax::ExprId list(P::ListContext* c);
    syntax::ExprId operand(P::OperandContext* c);
    syntax::ExprId plain(P::PlainContext* c);
    syntax::ExprId textExpr(antlr4::Token* string);
    syntax::ExprId leaf(syntax::ExprKind kind, antlr4::ParserRuleContext* c);
    syntax::ExprId missing(Span span);
    syntax::ExprId group(syntax::ExprKind kind, const std::vector<syntax::Operand>& operands,
                         Span span, syntax::Operator op = syntax::Operator::none);
    syntax::ExprId negated(bool minus, syntax::ExprId inner, Span span);
    syntax::ExprId add(syntax::Expr expr);

    // build_submissions.cpp
    syntax::ItemId submission(P::SubmissionContext* c);
    syntax::ItemId line(P::LineContext* c);
    void tail(syntax::Item& item, antlr4::ParserRuleContext* c, P::CellsContext* cells,
              P::AttributesContext* attributes, P::BlockContext* block);
    syntax::ItemId item(syntax::Item head, P::ItemContext* c, antlr4::Token* first);
    syntax::ItemId row(syntax::Item head, P::RowContext* c, antlr4::Token* first);
    std::vector<syntax::ItemId> block(P::BlockContext* c);
    syntax::Range<syntax::Cell> cells(P::CellsContext* c);
    syntax::Range<syntax::Attribute> attributes(P::AttributesContext* c);
    syntax::Range<syntax::Equation> equations(const std::vector<P::EquationContext*>& list);
    syntax::Range<syntax::Part> parts(const std::vector<P::PartContext*>& list,
                                      const std::vector<antlr4::tree::ParseTree*>& children);
    syntax::Part part(P::PartContext* c);
    syntax::ExprId share(P::ShareContext* c);
    syntax::ExprId productOf(syntax::ExprId first, antlr4::ParserRuleContext* c);

    // build_declarations.cpp
    syntax::Id<syntax::Declaration> declaration(P::DeclarationContext* c);
    syntax::Id<syntax::Declaration> element(P::ElementContext* c, syntax::Keyword edit,
                                            antlr4::Token* first);
    syntax::Id<syntax::Declaration> setting(P::SettingContext* c);
    std::vector<syntax::Id<syntax::Declaration>> declarations(P::DeclarationsContext* c);
    void heading(syntax::Declaration& d, P::HeadingContext* c);
    std::vector<syntax::Kind> kinds(P::KindContext* c);
    std::vector<syntax::Definition> definitions(const std::vector<P::DefinitionContext*>& list);
    std::vector<syntax::Clause> clauses(P::ClausesContext* c);
    syntax::Clause clause(P::ClauseContext* c);
    std::vector<syntax::Text> texts(P::TextsContext* c);
    std::vector<syntax::Word> aliases(P::AliasContext* c);
    std::vector<syntax::Flag> flags(const std::vector<antlr4::tree::TerminalNode*>& list);

    // words and spans
    Span span(antlr4::ParserRuleContext* c) const;
    Span span(antlr4::Token* t) const { return characters_.span(*t); }
    std::string_view fold(Span span);
    syntax::Word word(antlr4::Token* t);
    syntax::Word word(antlr4::ParserRuleContext* c);
    syntax::Word wordOf(P::WordContext* c) {
        return word(static_cast<antlr4::ParserRuleContext*>(c));
    }
    syntax::Word textWord(antlr4::Token* string);
    syntax::Word version(antlr4::tree::TerminalNode* t);
    syntax::Word tagged(antlr4::tree::TerminalNode* t);  // #id, @role: without the mark
    static syntax::Operator comparator(std::size_t type);
    syntax::Operator comparator(P::ComparatorContext* c);

    syntax::File& file_;
    std::string_view source_;  // of the whole file
    const Characters& characters_;
    const LineRecovery& recovery_;
};

}  // namespace biao::parse

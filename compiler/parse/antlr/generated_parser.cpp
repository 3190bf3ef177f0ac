#include "parse/antlr/generated_parser.h"

#include <memory>

#include "BiaoParser.h"
#include "parse/antlr/recovery.h"

namespace biao::parse {
namespace {

using grammar::BiaoParser;

/// Tokens as ANTLR wants them: their types, and where they stand in the list.
std::vector<std::unique_ptr<antlr4::Token>> copied(const Tokens& tokens) {
    std::vector<std::unique_ptr<antlr4::Token>> copies;
    copies.reserve(tokens.size());
    for (const Token& token : tokens) {
        const bool end = token.type == P::END_OF_FILE;
        copies.push_back(
            std::make_unique<antlr4::CommonToken>(end ? antlr4::Token::EOF : token.type));
    }
    return copies;
}

antlr4::ParserRuleContext* run(BiaoParser& parser, std::uint8_t rule) {
    switch (rule) {
        case P::RuleMessage:
            return parser.message();
        case P::RuleCellText:
            return parser.cellText();
        default:
            return parser.file();
    }
}

/// The layout bounded the depth, so this may recurse as the parser did.
void flatten(antlr4::tree::ParseTree* from, const Tokens& tokens, Tree& into) {
    const auto self = into.size();
    if (auto* terminal = dynamic_cast<antlr4::tree::TerminalNode*>(from)) {
        const auto at = static_cast<TokenIndex>(terminal->getSymbol()->getTokenIndex());
        into.push_back(
            {tokens[at].type, true, false, at, at + 1, static_cast<std::uint32_t>(self + 1)});
        return;
    }
    auto* context = dynamic_cast<antlr4::ParserRuleContext*>(from);
    const auto first = static_cast<TokenIndex>(context->start->getTokenIndex());
    const auto past =
        context->stop ? static_cast<TokenIndex>(context->stop->getTokenIndex() + 1) : first;
    into.push_back({static_cast<std::uint8_t>(context->getRuleIndex()), false,
                    context->exception != nullptr, first, past, 0});
    for (auto* child : context->children)
        flatten(child, tokens, into);
    into[self].after = static_cast<std::uint32_t>(into.size());
}

}  // namespace

Tree parseWithMistakes(std::uint8_t rule, const Tokens& tokens, Mistakes& mistakes) {
    antlr4::ListTokenSource source(copied(tokens));
    antlr4::CommonTokenStream stream(&source);
    BiaoParser parser(&stream);
    parser.removeErrorListeners();
    parser.setErrorHandler(std::make_shared<LineRecovery>(mistakes));
    Tree tree;
    flatten(run(parser, rule), tokens, tree);
    return tree;
}

}  // namespace biao::parse

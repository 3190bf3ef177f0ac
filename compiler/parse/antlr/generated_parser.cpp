#include "parse/antlr/generated_parser.h"

#include <memory>

#include "BiaoParser.h"
#include "parse/antlr/recovery.h"

namespace biao::parse {
namespace {

using grammar::BiaoParser;

/// Tokens as ANTLR wants them: their types, and where they stand in the list.
std::vector<std::unique_ptr<antlr4::Token>> copied(const Tokens& tokens, TokenRange range) {
    std::vector<std::unique_ptr<antlr4::Token>> copies;
    copies.reserve(range.end - range.begin + 1);
    for (TokenIndex at = range.begin; at < range.end && tokens[at].type != P::END_OF_FILE; ++at)
        copies.push_back(std::make_unique<antlr4::CommonToken>(tokens[at].type));
    copies.push_back(std::make_unique<antlr4::CommonToken>(antlr4::Token::EOF));
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

/// ANTLR's first token is tokens[begin]. The layout bounded the depth, so this may recurse as the
/// parser did.
void flatten(antlr4::tree::ParseTree* from, TokenIndex begin, Tree& into) {
    const auto self = into.size();
    if (auto* terminal = dynamic_cast<antlr4::tree::TerminalNode*>(from)) {
        const auto* symbol = terminal->getSymbol();
        const auto at = begin + static_cast<TokenIndex>(symbol->getTokenIndex());
        const auto type = symbol->getType() == antlr4::Token::EOF
                              ? std::uint8_t{P::END_OF_FILE}
                              : static_cast<std::uint8_t>(symbol->getType());
        into.push_back({type, true, false, at, at + 1, static_cast<std::uint32_t>(self + 1)});
        return;
    }
    auto* context = dynamic_cast<antlr4::ParserRuleContext*>(from);
    const auto first = begin + static_cast<TokenIndex>(context->start->getTokenIndex());
    const auto past =
        context->stop ? begin + static_cast<TokenIndex>(context->stop->getTokenIndex() + 1) : first;
    into.push_back({static_cast<std::uint8_t>(context->getRuleIndex()), false,
                    context->exception != nullptr, first, past, 0});
    for (auto* child : context->children)
        flatten(child, begin, into);
    into[self].after = static_cast<std::uint32_t>(into.size());
}

}  // namespace

Tree parseWithMistakes(std::uint8_t rule, const Tokens& tokens, TokenRange range,
                       Mistakes& mistakes) {
    antlr4::ListTokenSource source(copied(tokens, range));
    antlr4::CommonTokenStream stream(&source);
    BiaoParser parser(&stream);
    parser.removeErrorListeners();
    parser.setErrorHandler(std::make_shared<LineRecovery>(range.begin, mistakes));
    Tree tree;
    flatten(run(parser, rule), range.begin, tree);
    return tree;
}

}  // namespace biao::parse

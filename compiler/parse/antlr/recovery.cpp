#include "parse/antlr/recovery.h"

namespace biao::parse {
namespace {

constexpr std::size_t endOfFile = antlr4::Token::EOF;

/// The rules made of whole lines: a mistake between lines is mended here.
bool holdsLines(std::size_t rule) {
    switch (rule) {
        case P::RuleFile:
        case P::RuleBlock:
        case P::RuleDeclarations:
        case P::RuleClauses:
            return true;
        default:
            return false;
    }
}

/// The rules whose tail may be a block: junk before its '{' must not hide it.
bool mayEndInBlock(std::size_t rule) {
    switch (rule) {
        case P::RuleItem:
        case P::RuleRow:
        case P::RuleElement:
        case P::RuleSetting:
        case P::RuleDeclaration:
        case P::RuleHeading:
            return true;
        default:
            return false;
    }
}

bool isLine(std::size_t rule) {
    switch (rule) {
        case P::RuleTopLine:
        case P::RuleLine:
        case P::RuleDeclarationLine:
        case P::RuleClauseLine:
            return true;
        default:
            return false;
    }
}

/// Moves on to the line's END or the '}' around it, past any block; with `stopAtBlock`, not past.
void skip(antlr4::Parser* parser, bool stopAtBlock) {
    auto* input = parser->getTokenStream();
    int depth = 0;
    for (;;) {
        const std::size_t type = input->LA(1);
        if (type == endOfFile) return;
        if (depth == 0 && (type == P::END || type == P::RBRACE)) return;
        if (depth == 0 && stopAtBlock && type == P::LBRACE) return;
        if (type == P::LBRACE) ++depth;
        if (type == P::RBRACE) --depth;
        parser->consume();
    }
}

}  // namespace

void LineRecovery::note(antlr4::Parser* parser, antlr4::Token* token) {
    mistakes_.note({begin_ + static_cast<TokenIndex>(token->getTokenIndex()),
                    static_cast<std::uint8_t>(parser->getContext()->getRuleIndex())});
}

void LineRecovery::reportError(antlr4::Parser* parser, const antlr4::RecognitionException& e) {
    note(parser, e.getOffendingToken() ? e.getOffendingToken() : parser->getCurrentToken());
}

void LineRecovery::recover(antlr4::Parser* parser, std::exception_ptr) {
    skip(parser, !isLine(parser->getContext()->getRuleIndex()));
}

antlr4::Token* LineRecovery::recoverInline(antlr4::Parser* parser) {
    throw antlr4::InputMismatchException(parser);
}

void LineRecovery::sync(antlr4::Parser* parser) {
    const std::size_t rule = parser->getContext()->getRuleIndex();
    const bool lines = holdsLines(rule);
    if (!lines && !mayEndInBlock(rule)) return;

    auto* input = parser->getTokenStream();
    const std::size_t type = input->LA(1);
    const auto& atn = parser->getATN();
    const auto next = atn.nextTokens(atn.states[parser->getState()]);
    if (next.contains(static_cast<ssize_t>(type))) return;
    const bool mayEnd = next.contains(antlr4::Token::EPSILON);
    if (!lines) {
        if (mayEnd && (type == P::END || type == P::LBRACE || type == P::RBRACE)) return;
        if (!mayEnd) return;  // something must stand here: match() will say so
        note(parser, parser->getCurrentToken());
        skip(parser, true);
        return;
    }
    if (mayEnd || type == endOfFile || (type == P::RBRACE && rule != P::RuleFile)) return;
    note(parser, parser->getCurrentToken());
    skip(parser, false);
    while (rule == P::RuleFile && input->LA(1) == P::RBRACE)
        parser->consume();
}

}  // namespace biao::parse

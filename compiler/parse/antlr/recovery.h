// What the parser does about a mistake: one a line, nothing invented or dropped inside the line,
// and the rows around it unharmed.
#pragma once

#include "antlr4-runtime.h"
#include "parse/mistakes.h"

namespace biao::parse {

class LineRecovery final : public antlr4::DefaultErrorStrategy {
public:
    /// The parser's first token is the one at `begin` for `mistakes`.
    LineRecovery(TokenIndex begin, Mistakes& mistakes) : begin_(begin), mistakes_(mistakes) {}

    void reportError(antlr4::Parser* parser, const antlr4::RecognitionException& e) override;
    void recover(antlr4::Parser* parser, std::exception_ptr e) override;
    antlr4::Token* recoverInline(antlr4::Parser* parser) override;
    void sync(antlr4::Parser* parser) override;

private:
    void note(antlr4::Parser* parser, antlr4::Token* token);

    TokenIndex begin_;
    Mistakes& mistakes_;
};

}  // namespace biao::parse

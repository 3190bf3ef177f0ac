// The grammar's lexer with a memory for every character.
// ANTLR's own remembers where a character leads only up to code point 127, shares that memory
// between threads and locks it at every step: each Chinese character is worked out anew. This one
// remembers them all, in tables of its thread, without a lock. A test proves the tokens equal.
#pragma once

#include "BiaoLexer.h"

namespace biao::parse {

class FastLexer final : public grammar::BiaoLexer {
public:
    explicit FastLexer(antlr4::CharStream* input);
};

}  // namespace biao::parse

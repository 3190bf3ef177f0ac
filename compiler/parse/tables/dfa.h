// The lexer of a grammar as one table: from a state and a class of characters to the next state.
// Built from the state machine that ANTLR made of the grammar, by following all its paths at once.
#pragma once

#include <cstdint>
#include <vector>

#include "BiaoLexer.h"

namespace biao::tables {

/// What a lexer rule makes of the text it took.
struct Accepted {
    std::size_t rule = SIZE_MAX;  // the earliest of the grammar; none
    std::size_t type = 0;
    std::size_t channel = 0;
    bool skipped = false;
};

/// State 0 is "nowhere"; 1 is the start.
struct Dfa {
    struct Interval {
        std::size_t last;  // code point; the first is one past the interval before it
        std::size_t characterClass;
    };
    std::vector<Interval> intervals;  // over all of Unicode
    std::size_t classes = 0;
    std::vector<std::vector<std::size_t>> next;  // by state, by class
    std::vector<Accepted> accepted;              // by state
};

Dfa dfaOf(const antlr4::Lexer& lexer);

}  // namespace biao::tables

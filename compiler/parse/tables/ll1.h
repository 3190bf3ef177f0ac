// The parser of a grammar that never predicts, as one list of steps. Built from the state machine
// that ANTLR made of the grammar; what it does on a right text is what the generated parser does.
#pragma once

#include <cstdint>
#include <vector>

#include "BiaoParser.h"

namespace biao::tables {

struct Step {
    enum Kind : std::uint8_t { match, oneOf, call, choose, done };
    Kind kind = done;
    std::size_t argument = 0;  // match: the token; oneOf: a set; call: the rule; choose: a choice
    std::size_t next = 0;      // the step after it; of a call, when it returns
};

struct Ll1 {
    std::vector<Step> steps;
    std::vector<std::size_t> begin;                 // the first step of each rule
    std::vector<std::vector<bool>> sets;            // by token
    std::vector<std::vector<std::size_t>> choices;  // by token: the step, or SIZE_MAX
};

/// Throws where two ways of a choice begin with the same token.
Ll1 ll1Of(const antlr4::Parser& parser);

}  // namespace biao::tables

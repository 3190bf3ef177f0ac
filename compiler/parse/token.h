// A token: what it is, and which bytes of the source it takes.
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.h"
#include "grammar_tables.h"

namespace biao::parse {

struct Token {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint8_t type = P::END_OF_FILE;
};

using Tokens = std::vector<Token>;

/// Its place in the list of a file's tokens.
using TokenIndex = std::uint32_t;

/// From `begin` to before `end`.
struct TokenRange {
    TokenIndex begin = 0;
    TokenIndex end = 0;
};

}  // namespace biao::parse

// Text to tokens, by the table that was made of the grammar's lexer while building.
// ANTLR's own lexer works every Chinese character out anew; a test proves the tokens equal.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "parse/token.h"

namespace biao::parse {

/// The next token of `text`, which is valid UTF-8, from the byte `at` (before the end of the text).
struct Scanned {
    Token token;
    Taken taken = Taken::token;
};
Scanned scan(std::string_view text, std::uint32_t at);

}  // namespace biao::parse

// The parser for texts without mistakes: follows the steps that were made of the grammar while
// building, and stops at the first token that does not fit. What to make of a text with a mistake
// is for the generated parser, in antlr/; on all others a test proves their trees equal.
#pragma once

#include <cstdint>

#include "parse/tree.h"

namespace biao::parse {

/// Reads one `rule` of the grammar from tokens[at] on, into `tree` (emptied first), and moves `at`
/// behind it; false where a token does not fit. The layout has bounded the depth.
bool parseRule(std::uint8_t rule, const Tokens& tokens, TokenIndex& at, Tree& tree);

}  // namespace biao::parse

// The parser ANTLR generated, for texts with mistakes: it goes on after each, so that one run finds
// them all.
#pragma once

#include "parse/mistakes.h"
#include "parse/tree.h"

namespace biao::parse {

/// Reads one `rule` of the grammar from these of the laid out tokens, as if the file ended behind
/// them; what did not fit goes to `mistakes`.
Tree parseWithMistakes(std::uint8_t rule, const Tokens& tokens, TokenRange range,
                       Mistakes& mistakes);

}  // namespace biao::parse

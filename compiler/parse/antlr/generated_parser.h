// The parser ANTLR generated, for texts with mistakes: it goes on after each, so that one run finds
// them all.
#pragma once

#include "parse/mistakes.h"
#include "parse/tree.h"

namespace biao::parse {

/// Reads one `rule` of the grammar from laid out tokens; what did not fit goes to `mistakes`.
Tree parseWithMistakes(std::uint8_t rule, const Tokens& tokens, Mistakes& mistakes);

}  // namespace biao::parse

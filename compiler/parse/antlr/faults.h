// Faults of the parser as findings a person can act on.
#pragma once

#include <unordered_set>

#include "diagnostics/finding.h"
#include "parse/antlr/characters.h"
#include "parse/antlr/recovery.h"

namespace biao::parse {

/// Says one fault in the words of the language: what stands there, what was meant, and the change
/// that would mend it where that is known.
Finding describe(const Fault& fault, antlr4::TokenStream& tokens, const Characters& characters,
                 std::string_view source);

/// Spellings that are understood and remarked on: quotes the wrong way round or lost, 1,000. Gives
/// the statements whose quotes were remarked on: what else is odd there follows from that.
std::unordered_set<std::uint32_t> remarkOnTokens(antlr4::TokenStream& tokens,
                                                 const Statements& statements,
                                                 const Characters& characters,
                                                 std::string_view source, std::uint32_t maxDigits,
                                                 Findings& findings);

}  // namespace biao::parse

// Spellings the parser takes as they come and that still want a word: quotes lost or the wrong way
// round, 1,000, a month where a duration is meant, x for the sign of multiplication.
#pragma once

#include "diagnostics/finding.h"
#include "parse/antlr/characters.h"
#include "parse/antlr/recovery.h"

namespace biao::parse {

/// Adds a finding for each. A statement that cannot be relied on any more is spoiled in `recovery`,
/// so that nothing else is said about it; a statement the parser found a fault in is passed over,
/// but for its quotes: what else is odd there mostly follows from those, and is taken back.
void remarkOnTokens(antlr4::TokenStream& tokens, const Characters& characters,
                    std::string_view source, std::uint32_t maxDigits, LineRecovery& recovery,
                    Findings& findings);

}  // namespace biao::parse

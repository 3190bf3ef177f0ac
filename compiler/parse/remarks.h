// Spellings the parser takes as they come and that still want a word: quotes lost or the wrong way
// round, 1,000, a month where a duration is meant, x for the sign of multiplication.
#pragma once

#include <string_view>

#include "base/limits.h"
#include "diagnostics/finding.h"
#include "parse/mistakes.h"

namespace biao::parse {

/// Adds a finding for each. A statement that cannot be relied on any more is spoiled in `mistakes`,
/// so that nothing else is said about it; a statement the parser found a fault in is passed over,
/// but for its quotes: what else is odd there mostly follows from those, and is taken back.
/// Only tokens of `range` are looked at, and where a quote goes on, those of the next statement.
void remarkOnTokens(const Tokens& tokens, TokenRange range, FileId file, std::string_view source,
                    const Limits& limits, Mistakes& mistakes, Findings& findings);

}  // namespace biao::parse

// Faults of the parser as findings a person can act on.
#pragma once

#include "diagnostics/finding.h"
#include "parse/mistakes.h"

namespace biao::parse {

/// Says one fault in the words of the language: what stands there, what was meant, and the change
/// that would mend it where that is known.
Finding describe(const Fault& fault, const Tokens& tokens, FileId file, std::string_view source);

}  // namespace biao::parse

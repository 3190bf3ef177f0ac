// How far tokens of one line stand apart.
#pragma once

#include <cstdint>

#include "syntax/token.h"

namespace biao::format {

/// Blanks between two neighbours of one statement.
std::uint8_t gapBetween(const syntax::Token& before, const syntax::Token& after);

}  // namespace biao::format

// A statement too long for its line, in several.
#pragma once

#include <vector>

#include "format/outline.h"

namespace biao::format {

inline constexpr std::size_t lineWidth = 100;
inline constexpr std::size_t indentWidth = 4;

/// A line begins with that token.
struct Break {
    std::uint32_t before;
    std::size_t indent;
};

/// The tokens before which the lines are broken: at the outermost separators first. `column` is
/// where the first token stands, `next` where the other lines begin, and `after` is kept free at
/// the end of the last one.
std::vector<Break> breaksIn(const std::vector<syntax::Token>& tokens, const Outline& outline,
                            std::uint32_t begin, std::uint32_t end, std::size_t column,
                            std::size_t next, std::size_t after);

}  // namespace biao::format

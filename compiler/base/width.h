// Columns of a terminal: a Han character takes two.
#pragma once

#include <cstddef>
#include <string_view>

namespace biao {

/// East Asian wide and full-width 2, combining marks 0, all else 1; a tab counts as 1.
std::size_t displayWidth(std::string_view utf8);
std::size_t displayWidth(char32_t point);

}  // namespace biao

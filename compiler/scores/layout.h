// Lines of a terminal, a hundred columns wide; a Han character takes two.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace biao::scores {

inline constexpr std::size_t lineWidth = 100;

/// One line of text, harmless to a terminal: line ends become blanks, what is too long is cut.
std::string oneLine(std::string_view text, std::size_t columns);

enum class Side { left, right };
/// Filled up with blanks to that many columns.
std::string padded(std::string text, std::size_t columns, Side text_ = Side::left);

/// Broken into lines: at blanks, and between Han characters; each begins with `indent` blanks.
std::string wrapped(std::string_view text, std::size_t indent);

}  // namespace biao::scores

// Prose as rules look at it: its sentences, the years it names, words written twice in a row.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace biao::expression {

/// What stands between full stops, semicolons, question and exclamation marks and line ends; of a
/// block of lines as it is written, { "…" "…" }, of what stands in quotes. Blank ones are left out,
/// and so is what numbers them.
std::vector<std::string_view> sentences(std::string_view text);

/// The first two or more 汉字 that are written twice in a row; empty where there are none. `text`
/// is plain. What begins with a numeral (一个一个) is meant.
std::string doubled(std::string_view text);

/// 2031年, 2031-2033年: the years of both ends, in order. `text` is plain.
std::vector<int> yearsNamed(std::string_view text);

}  // namespace biao::expression

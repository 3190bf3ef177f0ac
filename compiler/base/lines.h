// A text line by line.
#pragma once

#include <string_view>
#include <vector>

namespace biao {

/// With their ends, so that a last line without one differs from one with it.
std::vector<std::string_view> linesOf(std::string_view text);

}  // namespace biao

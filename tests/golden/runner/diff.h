// The difference of two texts, line by line, as people know it from `diff -u`.
#pragma once

#include <string>
#include <string_view>

namespace biao::golden {

/// "" when equal; else lines with "-" (expected), "+" (found) or " " before them, three equal lines
/// around each change, and @@ lines where something was left out.
std::string difference(std::string_view expected, std::string_view found);

}  // namespace biao::golden

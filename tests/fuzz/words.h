// Words of the language, for mutations to put into a text.
#pragma once

#include <string>
#include <vector>

namespace biao::fuzz {

/// Every word of words.def in both languages, the marks, and values as people write them.
const std::vector<std::string>& words();

}  // namespace biao::fuzz

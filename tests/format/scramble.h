// The same tokens, comments and empty lines with other blanks and line ends.
#pragma once

#include <random>
#include <string>

namespace biao::test {

/// `text` has no errors.
std::string scrambled(const std::string& text, std::mt19937& random);

}  // namespace biao::test

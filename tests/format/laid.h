// What every layout must keep, of any text.
#pragma once

#include <optional>
#include <random>
#include <string>
#include <vector>

namespace biao::test {

/// None where the text has errors.
std::optional<std::string> laid(const std::string& text);

/// The tree and the comments, each a line.
std::string meaning(const std::string& text);

/// What is wrong with the layout of `text`, a text without errors: it says something else, is not
/// the layout of itself, or depends on blanks and line ends. Empty where all is well.
std::string complaint(const std::string& text, std::mt19937& random);

}  // namespace biao::test

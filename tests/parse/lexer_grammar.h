// BiaoLexer.g4 as a text: its rules and their alternatives, read without ANTLR, so that the tests
// can ask for an example of each.
#pragma once

#include <string>
#include <vector>

namespace biao::test {

struct LexerRule {
    std::string name;
    std::vector<std::string> alternatives;  // split at the outermost '|', blanks run together
};

std::vector<LexerRule> readLexerGrammar(const std::string& text);

/// What stands between the quotes when the alternative is one literal and nothing else; else empty.
std::string literalOf(const std::string& alternative);

}  // namespace biao::test

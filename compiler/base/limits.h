// Every limit of the compiler, in one place. Beyond one, a finding says so (B004) or the program
// says that it could not do it; nothing is cut off silently. A limit is far beyond what anybody
// writes, and low enough that whatever is handed in is answered within seconds and a gigabyte.
#pragma once

#include <cstddef>
#include <cstdint>

namespace biao {

struct Limits {
    std::size_t fileBytes = 64u << 20;            // a source file
    std::size_t sheetBytes = 16u << 20;           // a sheet of actuals
    std::size_t textBytes = 1u << 20;             // one text in quotes, or one name
    std::uint32_t tokens = 5'000'000;             // words, numbers and marks of one file
    std::uint32_t tokensAroundMistake = 500'000;  // of a submission or definition with a mistake
    std::uint32_t submissions = 20'000;           // of one file
    std::uint32_t depth = 200;                    // brackets and braces inside each other
    std::uint32_t digits = 200;                   // of one number
    std::uint32_t resultDigits = 10'000;          // of a number that is worked out
    std::uint32_t syntaxFindings = 1000;          // of one file; the rest are counted
    std::uint32_t importDepth = 64;               // forms extending forms, files using files
    std::uint32_t patternLetters = 100'000;       // of a pattern, all alternatives spelt out
    std::uint32_t placeholders = 200;             // {…} of one message
    std::uint32_t ruleDepth = 1000;               // steps inside each other of one rule
    std::uint32_t ruleSteps = 10'000'000;         // of one rule over one submission
};

}  // namespace biao

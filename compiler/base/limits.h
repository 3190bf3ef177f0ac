// Every limit of the compiler, in one place. Beyond one, a finding says so (B004); nothing is cut
// off silently.
#pragma once

#include <cstddef>
#include <cstdint>

namespace biao {

struct Limits {
    std::size_t fileBytes = 64u << 20;    // a source file
    std::uint32_t depth = 200;            // brackets and braces inside each other
    std::uint32_t digits = 200;           // of one number
    std::uint32_t syntaxFindings = 1000;  // of one file; the rest are counted
    std::uint32_t importDepth = 64;       // forms extending forms, files using files
    std::uint32_t arguments = 10'000;     // operands of one expression
};

}  // namespace biao

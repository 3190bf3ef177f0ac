// Another program, run without a shell.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/files.h"

namespace biao {

struct Ran {
    std::string output;
    std::string complaints;  // its standard error
    int status = 0;          // its exit status; 128 and the signal where one ended it
};

/// Runs `words[0]`, looked for where the system looks for programs, with the others as its
/// arguments and `input` as what it reads. An error where it could not be started (ENOENT: there is
/// none of that name), or where it gives more than `limit` bytes (EOVERFLOW).
std::variant<Ran, FileError> runProgram(const std::vector<std::string>& words,
                                        std::string_view input, std::size_t limit);

}  // namespace biao

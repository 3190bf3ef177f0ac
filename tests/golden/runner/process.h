// Runs a program and keeps what it prints. Promises to come back, whatever the program does.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace biao::golden {

struct ProcessResult {
    std::string out;
    std::string err;
    int exit = 0;          // the status, when it ended by itself
    int signal = 0;        // what ended it otherwise
    bool tooLong = false;  // it was ended after `limit`
};

/// `words[0]` is the program's path, the rest its arguments; it runs in `folder` and sees an
/// environment that is the same everywhere. "<" and a file after it are what it reads; else it
/// reads nothing.
ProcessResult run(const std::vector<std::string>& words, const std::string& folder,
                  std::chrono::milliseconds limit);

}  // namespace biao::golden

// What is done with every input, by the fuzzers and by the test over the corpus. An input that
// shows a bug ends the process: by a sanitizer, by an exception, or by broken().
#pragma once

#include <string>
#include <string_view>

namespace biao::fuzz {

/// Reads the bytes as a file, and holds what comes of it to what parse/ promises.
void parseOnce(std::string_view bytes);

/// Checks the bytes as the one file of a run, and prints all that can be printed of it.
void checkOnce(std::string_view bytes);

/// Says what does not hold, and aborts.
[[noreturn]] void broken(const std::string& what);

}  // namespace biao::fuzz

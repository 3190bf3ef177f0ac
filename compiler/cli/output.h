// Where the program's output goes: the two streams, checked.
#pragma once

#include <string_view>

namespace biao::cli {

/// From now on a reader that went away, or a file that may not grow, is an error of write() and not
/// the end of the program.
void ignoreSignalsOfWriting();

/// 0, or the number of what went wrong.
int writeOutput(std::string_view text);

/// Findings beside output that is something else; when it cannot be written there is nobody to
/// tell.
void writeAside(std::string_view text);

/// A line of trouble; when even that cannot be written there is nobody to tell.
void writeTrouble(std::string_view line);

/// That stream, standard output or standard error, is a terminal that wants colour.
enum class Stream { output, aside };
bool isColourful(Stream stream);

}  // namespace biao::cli

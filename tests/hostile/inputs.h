// Texts that nobody would write and somebody will hand in, made when they are needed: too deep, too
// long, too many, wrong in one way twenty thousand times.
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace biao::hostile {

struct Input {
    std::string name;
    std::string (*text)();
    int exit;               // what `check` ends with
    std::string mention;    // what it says: a code, the numbers of its last line
    std::size_t least = 0;  // so many times at least
};

/// What GoogleTest calls it.
inline void PrintTo(const Input& input, std::ostream* out) {
    *out << input.name;
}

/// Of texts as bytes: encodings, length, depth.
std::vector<Input> texts();
/// Of submissions and tables: many rows, many mistakes.
std::vector<Input> submissions();
/// Of forms and rules: loops, circles, explosions.
std::vector<Input> definitions();

std::string repeat(std::string_view piece, std::size_t times);
/// `piece` with each # replaced by 0, 1, 2, ...
std::string numbered(std::string_view piece, std::size_t times);
/// A submission of the national form with these rows of quantities, and these lines beside.
std::string project(const std::string& rows, const std::string& lines = {});

}  // namespace biao::hostile

// Two texts that grew from one, put together again. What stands in conflict is what two people have
// said differently of one row, field or fund; lines that merely stand near one another do not.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "base/limits.h"

namespace biao::merge {

struct Texts {
    std::string base;
    std::string ours;
    std::string theirs;
};

struct Marks {
    std::size_t length = 7;  // of <<<<<<<
    std::string ours = "ours";
    std::string theirs = "theirs";
};

struct Merged {
    std::string text;
    std::size_t conflicts = 0;  // marked in the text
};

/// Nothing where one of the texts has mistakes of syntax, or where what comes out would have.
std::optional<Merged> merge(const Texts& texts, const Marks& marks, const Limits& limits);

}  // namespace biao::merge

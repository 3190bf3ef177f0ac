// Which units of two versions are the same.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "merge/unit.h"

namespace biao::merge {

/// Of each unit of `now`, its place in `before`: by its id, by the name it says it had, by its
/// name, and, of lines that have no other mate, by standing alone between the same neighbours.
using Mates = std::vector<std::optional<std::size_t>>;
Mates matesIn(const std::vector<Unit>& before, const std::vector<Unit>& now);

}  // namespace biao::merge

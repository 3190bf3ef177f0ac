// Two values of one cell: what kind of change it is.
#pragma once

#include "comparison/changes.h"

namespace biao::comparison {

/// What is known of the place both stand in.
struct Setting {
    bool target = false;  // more or less of it is tighter or looser
    syntax::Direction direction = syntax::Direction::none;  // that is better, by name or column
    int years = 0;  // from the one submission to the other, where both are known
};

/// Fills in what, difference, ratio and comparator of `change`, whose values are set. False where
/// both say the same in the same words.
bool judge(Change& change, const Setting& setting, const definitions::Library& library);

}  // namespace biao::comparison

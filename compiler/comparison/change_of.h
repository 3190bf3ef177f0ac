// Two values of one cell: what kind of change it is.
#pragma once

#include "comparison/changes.h"

namespace biao::comparison {

/// What is known of the place both stand in.
struct Setting {
    bool target = false;  // more or less of it is tighter or looser
    syntax::Direction direction = syntax::Direction::none;  // that is better, by name or column
    /// Of the submissions, which a date without one is in; neither where one does not say it.
    std::optional<int> yearBefore;
    std::optional<int> yearAfter;

    int years() const { return yearBefore && yearAfter ? *yearAfter - *yearBefore : 0; }
};

/// Difference, ratio and points of two amounts in one unit that are not the same.
void tellDifference(Change& change, const Quantity& before, const Quantity& after);

/// What the row's own value, or a cell of it, stands for. The rows are one and the same.
Setting settingOf(const model::Submission& before, const model::Row& old,
                  const model::Submission& after, const model::Row& now, const Change& change,
                  const UnitTable& units);

/// Fills in what, difference, ratio and comparator of `change`, whose values are set. False where
/// both say the same in the same words.
bool judge(Change& change, const Setting& setting, const definitions::Library& library);

}  // namespace biao::comparison

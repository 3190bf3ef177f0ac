// A change in the words that all tables of changes use.
#pragma once

#include <string>
#include <vector>

#include "base/language.h"
#include "comparison/changes.h"

namespace biao::emit {

struct ChangeText {
    Localized place;        // 产出指标·数量指标
    Localized row;          // after; of what was dropped before
    std::string rowBefore;  // where it was called something else
    Localized column;       // or what else of the row it is; empty: its value
    Localized what;         // tightened, operator changed
    std::string before;     // as written, with the unit that a bare number has; empty: nothing
    std::string after;
    Localized difference;  // +1公里, with the sign; of ratios in points
    std::string percent;   // +50%, after ≈ where it is rounded
    Localized match;       // why two rows are taken for one, where that is no matter of course
};
/// What became of the form, a line each: its name, what it has no more, what is new in it.
std::vector<Localized> formLines(const comparison::SubmissionChanges& one);
ChangeText textOf(const comparison::SubmissionChanges& changes, const comparison::Change& change);

/// The word for a kind of change.
Localized wordFor(comparison::What what);
/// "项目“村道维修”".
Localized titleOf(const model::Submission& submission);
Localized matchText(comparison::Why why, const std::optional<comparison::Likeness>& likeness,
                    std::string_view id);
/// A value on one line, as written; a bare number with the unit of its place. Empty where nothing
/// is written.
std::string shownValue(const model::Value& value, const model::Row& row,
                       const model::Submission& in);
/// "id", "renamed": for programs.
std::string_view whyName(comparison::Why why);
/// Of a difference; of one in percentage points that. Empty: it has none.
std::string differenceUnit(const comparison::Change& change);
/// The column a change is in; empty: the row's own value.
Localized columnOf(const comparison::SubmissionChanges& changes, const comparison::Change& change);

}  // namespace biao::emit

// What changed between two submissions that are one, and between two sets of them. Everything
// points into the submissions compared, which must outlive it.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "comparison/match.h"

namespace biao::comparison {

using definitions::ElementId;

enum class What : std::uint8_t {
    added,
    dropped,
    renamed,
    moved,      // to another category
    retitled,   // a category that has a title
    filled,     // nothing before
    emptied,    // nothing after
    tightened,  // what a target allows is less, or its promised direction asks for more
    loosened,   // the other way round
    raised,     // a number without a better end
    lowered,
    changed,     // neither more nor less: another operator and another number, several quantities
    comparator,  // the operator alone
    unit,        // another unit, that the old one cannot be held against
    kind,        // words for a number, a date for words
    words,
    sameAmount  // the same in other units: said on demand
};
std::string_view nameOf(What what);  // in English: tightened

/// What of a row changed.
enum class Part : std::uint8_t {
    row,       // the row itself
    value,     // its own value
    column,    // a cell
    share,     // 占
    equation,  // the calculation beside its value
    total      // 为合计
};

struct Change {
    What what = What::changed;
    Part part = Part::row;
    RowIndex before;                // none of what was added
    RowIndex after;                 // none of what was dropped
    model::ColumnRef columnBefore;  // of Part::column
    model::ColumnRef columnAfter;
    const model::Value* valueBefore = nullptr;  // of Part::value and Part::column
    const model::Value* valueAfter = nullptr;
    /// What is more, in the unit after; and that over the amount before. Exact. Of percent the
    /// difference is in percentage points, as a bare number, and has no ratio.
    std::optional<Quantity> difference;
    std::optional<Number> ratio;
    bool points = false;
    bool comparator = false;  // the operator is another as well
    Why why = Why::key;       // of rows renamed or moved
    std::optional<Likeness> likeness;
};

/// Elements that only one of the two forms has, outermost alone.
struct FormChange {
    bool changed = false;  // another name or version
    std::vector<ElementId> dropped;
    std::vector<ElementId> added;
};

struct SubmissionChanges {
    const model::Submission* before = nullptr;
    const model::Submission* after = nullptr;
    Why why = Why::key;
    std::optional<Likeness> likeness;
    FormChange form;
    bool retitled = false;        // what the submission is called
    std::vector<Change> changes;  // in order of the rows after; what was dropped where it stood
    std::size_t rows = 0;         // matched
    std::vector<IdlePin> idlePins;

    bool any() const { return retitled || form.changed || !changes.empty(); }
};

struct CompareOptions {
    MatchOptions match;
    bool sameAmounts = false;  // say where the unit alone is another
};

/// All that was compared: submissions in order of those after, then what one side alone has.
struct Comparison {
    std::vector<SubmissionChanges> compared;
    std::vector<const model::Submission*> dropped;
    std::vector<const model::Submission*> added;

    bool any() const {
        return !dropped.empty() || !added.empty() ||
               std::any_of(compared.begin(), compared.end(),
                           [](const SubmissionChanges& one) { return one.any(); });
    }
};

SubmissionChanges compare(const model::Submission& before, const model::Submission& after,
                          const definitions::Library& library, const CompareOptions& options = {});

/// "产出指标·数量指标": where a change stands, after or where it was; empty: in the submission
/// itself.
Localized placeOf(const SubmissionChanges& changes, const Change& change);
/// What the row is called there, by itself or by the form; empty: it is that place.
Localized rowOf(const SubmissionChanges& changes, const Change& change);

}  // namespace biao::comparison

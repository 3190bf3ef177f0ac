// What became of each indicator and amount over the years.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "comparison/match.h"

namespace biao::comparison {

/// What a row said in one year.
struct Point {
    int year = 0;
    const model::Value* value = nullptr;
    const model::Submission* in = nullptr;
    RowIndex row;
    /// Not from a submission of that year, but from what a later one says of it (上年值).
    bool saidLater = false;
};

struct Series {
    Localized place;   // 产出指标·数量指标, by the latest form that has it
    Localized name;    // by the latest submission
    Localized column;  // of tables with several
    std::vector<std::string> formerly;  // other names it had, the latest first
    std::vector<Point> points;          // by year, at most one each
};

/// One subject over the years.
struct Course {
    const model::Submission* latest = nullptr;
    std::vector<int> years;  // all that there is something of, in order
    std::vector<int> submitted;
    std::vector<Series> series;  // in order of the latest submission, then of those before it
};

struct History {
    std::vector<Course> courses;
};

/// Submissions with a year, in any order. Each year is matched with the next there is; of two for
/// one subject and year the first counts.
History historyOf(const std::vector<const model::Submission*>& submissions,
                  const definitions::Library& library, const MatchOptions& options = {});

}  // namespace biao::comparison

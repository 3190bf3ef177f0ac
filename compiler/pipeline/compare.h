// Two years beside each other, and many: submissions read, matched, compared.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "comparison/changes.h"
#include "comparison/history.h"
#include "pipeline/check.h"

namespace biao::pipeline {

/// What was read, and what came of it; the one points into the other.
struct Compared {
    Report before;  // of a history all of it
    Report after;   // of two years in one path nothing: they are all in `before`
    comparison::Comparison comparison;
    std::vector<Finding> findings;  // of rules across years, of pairs a year apart
    SourceSet sources;              // what these point into
    std::shared_ptr<const void> held;
};

Compared compare(const Request& before, const Request& after,
                 const comparison::CompareOptions& options);
/// `request` says everything but the paths.
Compared compare(const Request& request, const std::string& before, const std::string& after,
                 const comparison::CompareOptions& options);
/// Of what is under the request's paths, the submissions of these two years.
Compared compareYears(const Request& request, std::pair<int, int> years,
                      const comparison::CompareOptions& options);

struct Past {
    Report report;
    comparison::History history;
    std::vector<const model::Submission*> undated;  // left out
};
Past history(const Request& request, const comparison::MatchOptions& options);

}  // namespace biao::pipeline

#include "pipeline/compare.h"

#include "base/parallel.h"
#include "pipeline/session.h"

namespace biao::pipeline {

using comparison::CompareOptions;
using model::Submission;

namespace {

using Submissions = std::vector<const Submission*>;

/// Submissions of one side with what they were read with.
struct Side {
    Submissions submissions;
    std::vector<const definitions::Library*> libraries;

    explicit Side(const Report& report, std::optional<int> year = std::nullopt) {
        for (const Reading& reading : report.readings) {
            if (year && reading.kept.submission.year != year) continue;
            submissions.push_back(&reading.kept.submission);
            libraries.push_back(reading.library);
        }
    }
};

void compareAll(const Side& before, const Side& after, unsigned jobs, const CompareOptions& options,
                comparison::Comparison& out) {
    const auto matches =
        comparison::matchSubmissions(before.submissions, after.submissions, options.match);
    for (const std::size_t at : matches.dropped)
        out.dropped.push_back(before.submissions[at]);
    for (const std::size_t at : matches.added)
        out.added.push_back(after.submissions[at]);
    out.compared.resize(matches.pairs.size());
    inParallel(matches.pairs.size(), jobs == 0 ? coreCount() : jobs, [&](std::size_t i) {
        const auto& pair = matches.pairs[i];
        auto& one = out.compared[i];
        one = comparison::compare(*before.submissions[pair.before], *after.submissions[pair.after],
                                  *after.libraries[pair.after], options);
        one.why = pair.why;
        one.likeness = pair.likeness;
    });
}

Request reading(const Request& request, std::vector<std::string> paths) {
    Request one = request;
    one.paths = std::move(paths);
    one.readOnly = true;
    return one;
}

}  // namespace

Compared compare(const Request& request, const std::string& before, const std::string& after,
                 const CompareOptions& options) {
    Compared out;
    const auto session = std::make_shared<Session>(request.limits);
    out.held = session;
    out.before = session->check(reading(request, {before}));
    out.after = session->check(reading(request, {after}));
    compareAll(Side(out.before), Side(out.after), request.jobs, options, out.comparison);
    return out;
}

Compared compareYears(const Request& request, std::pair<int, int> years,
                      const CompareOptions& options) {
    Compared out;
    out.before = check(reading(request, request.paths));
    compareAll(Side(out.before, years.first), Side(out.before, years.second), request.jobs, options,
               out.comparison);
    return out;
}

Past history(const Request& request, const comparison::MatchOptions& options) {
    Past out;
    out.report = check(reading(request, request.paths));
    Submissions dated;
    for (const Reading& reading : out.report.readings) {
        const Submission& one = reading.kept.submission;
        (one.year ? dated : out.undated).push_back(&one);
    }
    if (!dated.empty())
        out.history = comparison::historyOf(dated, *out.report.readings.front().library, options);
    return out;
}

}  // namespace biao::pipeline

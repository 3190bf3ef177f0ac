#include "pipeline/compare.h"

#include <map>

#include "base/parallel.h"
#include "pipeline/session.h"
#include "pipeline/years.h"

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

Request reading(Request one) {
    one.readOnly = true;
    return one;
}

/// Rules across years over each pair.
void holdPairs(Compared& out) {
    out.sources = out.after.sources;
    const std::uint32_t behind = out.sources.add(out.before.sources);
    const bool inOne = out.after.readings.empty();  // of two years in one path
    std::map<const Submission*, OfYear> known;
    for (const Report* report : {&out.before, &out.after}) {
        const bool shifted = report == &out.before;
        for (const Reading& one : report->readings) {
            known[&one.kept.submission] = {&one.kept.submission, one.rules, one.library,
                                           &one.severities, shifted ? behind : 0};
        }
    }
    const auto& side = inOne ? out.before.readings : out.after.readings;
    Findings findings;
    for (const comparison::SubmissionChanges& one : out.comparison.compared) {
        const OfYear& now = known.at(one.after);
        Findings said;
        holdYears({now, known.at(one.before)}, *side.front().common, said);
        for (Finding& finding : said.list())
            now.severities->weigh(finding);
        findings.take(std::move(said));
    }
    out.findings = Findings::finish(std::move(findings.list()), out.sources);
}

}  // namespace

Compared compare(const Request& before, const Request& after, const CompareOptions& options) {
    Compared out;
    const auto session = std::make_shared<Session>(before.limits);
    out.held = session;
    out.before = session->check(reading(before));
    out.after = session->check(reading(after));
    compareAll(Side(out.before), Side(out.after), after.jobs, options, out.comparison);
    holdPairs(out);
    return out;
}

Compared compare(const Request& request, const std::string& before, const std::string& after,
                 const CompareOptions& options) {
    Request old = request;
    old.paths = {before};
    Request now = request;
    now.paths = {after};
    return compare(old, now, options);
}

Compared compareYears(const Request& request, std::pair<int, int> years,
                      const CompareOptions& options) {
    Compared out;
    out.before = check(reading(request));
    compareAll(Side(out.before, years.first), Side(out.before, years.second), request.jobs, options,
               out.comparison);
    holdPairs(out);
    return out;
}

Past history(const Request& request, const comparison::MatchOptions& options) {
    Past out;
    out.report = check(reading(request));
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

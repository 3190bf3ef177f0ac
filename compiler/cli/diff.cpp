#include "cli/diff.h"

#include <algorithm>
#include <filesystem>
#include <utility>
#include <variant>

#include "base/files.h"
#include "diagnostics/phrases.h"
#include "diagnostics/render.h"
#include "emit/changes.h"
#include "emit/csv.h"
#include "emit/names.h"
#include "git/revision.h"
#include "pipeline/compare.h"
#include "pipeline/inputs.h"

namespace biao::cli {

namespace {

/// What was not understood is worth knowing; what is merely unwise is for `check`.
void keepErrors(pipeline::Report report, Compared& into) {
    std::erase_if(report.findings,
                  [](const Finding& finding) { return finding.severity != Severity::error; });
    for (const Finding& finding : report.findings)
        into.unread = into.unread || finding.code == info(Code::unreadableText).id;
    for (pipeline::Trouble& one : report.trouble)
        into.trouble.push_back(std::move(one));
    report.readings.clear();
    into.reports.push_back(std::move(report));
}

const UnitTable& unitsOf(const std::vector<const pipeline::Report*>& reports) {
    static const UnitTable none;
    for (const pipeline::Report* report : reports) {
        if (!report->readings.empty()) return report->readings.front().library->units();
    }
    return none;
}

/// 曾用 that names no row of before stands for nothing.
void sayIdlePins(const comparison::SubmissionChanges& one, Compared& into) {
    for (const comparison::IdlePin& pin : one.idlePins) {
        const auto& row = (*one.after)[pin.row];
        const auto which = pin.taken ? Phrase::diffPinTaken : Phrase::diffPinIdle;
        into.notes.push_back(
            {emit::pathOf(*one.after), phrase(which, {{"name", std::string(row.name)},
                                                      {"former", std::string(pin.former)}})});
    }
}

void give(std::string text, const Options& options, Compared& out) {
    if (options.byteOrderMark) text.insert(0, emit::byteOrderMark);
    if (options.output.empty()) {
        out.text = std::move(text);
        return;
    }
    const auto written = writeFileAtomically(options.output, text);
    if (const auto* why = std::get_if<FileError>(&written)) {
        const Localized reason = pipeline::reasonOf(*why);
        out.trouble.push_back({why->path, phrase(Phrase::outputFailed, {{"reason", reason}})});
    }
}

/// The files of a revision, or those there are now.
std::variant<pipeline::Request, Localized> requestAt(const Options& options, std::size_t at) {
    pipeline::Request request = options.request;
    if (at < options.revisions.size()) {
        auto found = git::filesAt(options.revisions[at], options.request.paths);
        if (auto* error = std::get_if<Localized>(&found)) return std::move(*error);
        auto& files = std::get<git::Revision>(found);
        request.paths = std::move(files.paths);
        request.edited = std::move(files.texts);
        return request;
    }
    std::erase_if(request.paths, [](const std::string& path) {
        std::error_code error;
        return !std::filesystem::exists(path, error);
    });
    return request;
}

std::variant<pipeline::Compared, Localized> compareRevisions(const Options& options) {
    auto before = requestAt(options, 0);
    if (auto* error = std::get_if<Localized>(&before)) return std::move(*error);
    auto after = requestAt(options, 1);
    if (auto* error = std::get_if<Localized>(&after)) return std::move(*error);
    const auto& old = std::get<pipeline::Request>(before);
    const auto& now = std::get<pipeline::Request>(after);
    if (old.paths.empty() && now.paths.empty()) return phrase(Phrase::gitNoFiles);
    return pipeline::compare(old, now, options.comparing);
}

pipeline::Compared compareFiles(const Options& options) {
    const auto& paths = options.request.paths;
    return options.years
               ? pipeline::compareYears(options.request, *options.years, options.comparing)
               : pipeline::compare(options.request, paths[0], paths[1], options.comparing);
}

}  // namespace

Compared diff(const Options& options, Language language, bool colour, std::string_view generator) {
    Compared out;
    pipeline::Compared found;
    const bool byGit = !options.revisions.empty();
    if (byGit) {
        auto compared = compareRevisions(options);
        if (auto* error = std::get_if<Localized>(&compared)) {
            out.trouble.push_back({"", std::move(*error)});
            return out;
        }
        found = std::get<pipeline::Compared>(std::move(compared));
    } else {
        found = compareFiles(options);
    }
    const comparison::Comparison& comparison = found.comparison;
    const UnitTable& units = unitsOf({&found.after, &found.before});
    out.differs = comparison.any();
    // A side that could not be read at all would look as if everything had been dropped.
    const auto read = [](const pipeline::Report& report) { return report.summary.files > 0; };
    out.done = byGit ? read(found.before) || read(found.after)
                     : read(found.before) && (options.years || read(found.after));
    const auto lacks = [&](int year) {
        const auto& all = found.before.readings;
        const bool has = std::any_of(all.begin(), all.end(), [&](const auto& one) {
            return one.kept.submission.year == year;
        });
        if (has || !out.done) return false;
        out.trouble.push_back({options.request.paths[0],
                               phrase(Phrase::diffNoYear, {{"year", std::to_string(year)}})});
        return true;
    };
    if (options.years && (lacks(options.years->first) || lacks(options.years->second)))
        out.done = false;
    if (out.done) {
        std::string text;
        switch (options.shape) {
            case Shape::human:
                text = emit::changesHuman(comparison, language, colour);
                break;
            case Shape::json:
                text = emit::changesJson(comparison, units, generator);
                break;
            case Shape::markdown:
                text = emit::changesMarkdown(comparison, language);
                break;
            case Shape::csv:
                text = emit::changesCsv(comparison);
                break;
        }
        const std::string findings =
            renderFindings(found.findings, found.sources, {language, colour});
        const bool together = options.shape == Shape::human && !findings.empty();
        (together ? text : out.aside) += (together ? "\n" : "") + findings;
        give(std::move(text), options, out);
    }
    keepErrors(std::move(found.before), out);
    keepErrors(std::move(found.after), out);
    for (const comparison::SubmissionChanges& one : comparison.compared)
        sayIdlePins(one, out);
    return out;
}

Compared history(const Options& options, Language language, std::string_view generator) {
    Compared out;
    auto past = pipeline::history(options.request, options.comparing.match);
    const comparison::History& history = past.history;
    for (const model::Submission* one : past.undated)
        out.notes.push_back({emit::pathOf(*one), phrase(Phrase::historyWantsYear)});
    out.done = past.report.summary.files > 0;
    if (out.done) {
        std::string text;
        switch (options.shape) {
            case Shape::human:
                text = emit::historyHuman(history, language);
                break;
            case Shape::json:
                text = emit::historyJson(history, unitsOf({&past.report}), generator);
                break;
            case Shape::markdown:
                text = emit::historyMarkdown(history, language);
                break;
            case Shape::csv:
                text = emit::historyCsv(history);
                break;
        }
        give(std::move(text), options, out);
    }
    keepErrors(std::move(past.report), out);
    return out;
}

}  // namespace biao::cli

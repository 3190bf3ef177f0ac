#include "git/driver.h"

#include <set>
#include <utility>

#include "base/files.h"
#include "diagnostics/excerpt.h"
#include "diagnostics/phrases.h"
#include "git/repository.h"
#include "merge/merge.h"
#include "pipeline/inputs.h"

namespace biao::git {

namespace {

using Said = std::set<std::pair<std::string, std::string>>;

pipeline::Report checked(const std::string& path, const std::string& text) {
    pipeline::Request request;
    request.paths = {path};
    request.edited.emplace(pipeline::identityOf(path), text);
    return pipeline::check(request);
}

void remember(const pipeline::Report& report, Said& said) {
    for (const Finding& one : report.findings)
        said.emplace(one.code, one.message.en);
}

/// The findings of the merged text that neither side had, infos left out.
pipeline::Report newFindings(const merge::Texts& texts, const std::string& path,
                             const std::string& merged) {
    Said known;
    remember(checked(path, texts.ours), known);
    remember(checked(path, texts.theirs), known);
    auto report = checked(path, merged);
    std::erase_if(report.findings, [&](const Finding& one) {
        return !one.counts() || one.severity == Severity::info ||
               known.contains({one.code, one.message.en});
    });
    report.trouble.clear();
    return report;
}

/// By lines, as git does it by itself.
std::variant<merge::Merged, Localized> byLines(const MergeCall& call) {
    auto asked = ask({"merge-file", "-p", "-q", "--marker-size=" + std::to_string(call.marks), "-L",
                      "ours", "-L", "base", "-L", "theirs", call.ours, call.base, call.theirs});
    if (auto* error = std::get_if<Localized>(&asked)) return std::move(*error);
    auto& ran = std::get<Ran>(asked);
    constexpr int most = 127;  // conflicts; beyond it something went wrong
    // Of what it takes for binary it says so where nobody asked it to be quiet.
    if (ran.status > most && ran.complaints.empty()) return phrase(Phrase::mergeNoText);
    if (ran.status > most)
        return phrase(Phrase::gitFailed, {{"reason", firstLine(ran.complaints)}});
    return merge::Merged{std::move(ran.output), static_cast<std::size_t>(ran.status)};
}

}  // namespace

MergeResult mergeFiles(const MergeCall& call) {
    MergeResult result;
    const Limits limits;
    merge::Texts texts;
    for (auto [path, text] :
         {std::pair(&call.base, &texts.base), std::pair(&call.ours, &texts.ours),
          std::pair(&call.theirs, &texts.theirs)}) {
        auto read = readFile(*path, limits.fileBytes);
        if (const auto* error = std::get_if<FileError>(&read)) {
            result.trouble.push_back({error->path, pipeline::reasonOf(*error)});
            return result;
        }
        *text = std::get<std::string>(std::move(read));
    }
    merge::Marks marks;
    marks.length = call.marks;
    auto merged = merge::merge(texts, marks, limits);
    const bool understood = merged.has_value();
    if (!understood) {
        auto lines = byLines(call);
        if (auto* error = std::get_if<Localized>(&lines)) {
            result.trouble.push_back({call.path, *error});
            return result;
        }
        merged = std::get<merge::Merged>(std::move(lines));
        result.notes.push_back(phrase(Phrase::mergedByLines, {{"path", harmless(call.path)}}));
    }
    const auto written = writeFileAtomically(call.ours, merged->text);
    if (const auto* why = std::get_if<FileError>(&written)) {
        result.trouble.push_back(
            {why->path, phrase(Phrase::outputFailed, {{"reason", pipeline::reasonOf(*why)}})});
        return result;
    }
    result.clean = merged->conflicts == 0;
    if (!result.clean) {
        result.notes.push_back(
            phrase(Phrase::mergeConflicts,
                   {{"path", harmless(call.path)}, {"count", std::to_string(merged->conflicts)}}));
    } else if (understood) {
        result.report = newFindings(texts, call.path, merged->text);
        if (!result.report.findings.empty())
            result.notes.push_back(phrase(Phrase::mergeBrought, {{"path", harmless(call.path)}}));
    }
    return result;
}

}  // namespace biao::git

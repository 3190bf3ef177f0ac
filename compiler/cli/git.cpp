#include "cli/git.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/diff.h"
#include "base/files.h"
#include "cli/output.h"
#include "diagnostics/excerpt.h"
#include "diagnostics/phrases.h"
#include "diagnostics/render.h"
#include "emit/changes.h"
#include "git/driver.h"
#include "git/install.h"
#include "pipeline/compare.h"
#include "pipeline/inputs.h"

namespace biao::cli {

namespace {

GitAnswer install(const Options& options, Language language) {
    GitAnswer answer;
    auto done = git::install({options.everywhere, options.undo});
    if (auto* error = std::get_if<Localized>(&done)) {
        answer.trouble.push_back({"", std::move(*error)});
        return answer;
    }
    for (const Localized& line : std::get<std::vector<Localized>>(done))
        answer.text += line.in(language) + "\n";
    return answer;
}

/// Nothing where it is none, or none that a file has.
std::size_t lengthOf(const std::string& digits) {
    std::size_t length = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), length);
    constexpr std::size_t most = 1000;
    const bool good = read.ec == std::errc() && read.ptr == digits.data() + digits.size();
    return good && length <= most ? length : 0;
}

GitAnswer merge(const Options& options, Language language) {
    GitAnswer answer;
    const auto& words = options.request.paths;
    const std::size_t marks = words.size() == 5 ? lengthOf(words[3]) : 0;
    if (marks == 0) {
        answer.trouble.push_back(
            {"", phrase(Phrase::gitDriverCall, {{"name", "merge"}, {"words", "%O %A %B %L %P"}})});
        return answer;
    }
    auto result = git::mergeFiles({words[0], words[1], words[2], marks, words[4]});
    for (const Localized& note : result.notes)
        answer.notes.push_back({"", note});
    answer.aside = renderFindings(result.report.findings, result.report.sources, {language, false});
    answer.trouble = std::move(result.trouble);
    answer.clean = result.clean;
    return answer;
}

/// path old-file old-hex old-mode new-file new-hex new-mode, and of one that was renamed its new
/// path and what git says of that. Of a file that is not there one side is /dev/null.
struct DiffCall {
    std::string path;
    std::string newPath;
    std::string before;  // the texts
    std::string after;
    std::vector<pipeline::Trouble> trouble;
};

DiffCall callOf(const std::vector<std::string>& words) {
    DiffCall call;
    call.path = words[0];
    call.newPath = words.size() > 7 ? words[7] : words[0];
    for (auto [file, text] :
         {std::pair(&words[1], &call.before), std::pair(&words[4], &call.after)}) {
        if (*file == "/dev/null") continue;
        auto read = readFile(*file, Limits{}.fileBytes);
        if (const auto* error = std::get_if<FileError>(&read)) {
            call.trouble.push_back({error->path, pipeline::reasonOf(*error)});
        } else {
            *text = std::get<std::string>(std::move(read));
        }
    }
    return call;
}

pipeline::Request requestOf(const std::string& path, const std::string& text) {
    pipeline::Request request;
    if (text.empty()) return request;
    request.paths = {path};
    request.edited.emplace(pipeline::identityOf(path), text);
    return request;
}

bool isFaulty(const pipeline::Report& report) {
    const auto& findings = report.findings;
    return !report.trouble.empty() ||
           std::any_of(findings.begin(), findings.end(), [](const Finding& one) {
               return one.severity == Severity::error && one.code.starts_with("B0");
           });
}

/// As git says it: what may run, what is a link.
std::string modesOf(const std::vector<std::string>& words) {
    const std::string& before = words[3];
    const std::string& after = words[6];
    const bool both = before != "." && after != ".";
    if (!both || before == after) return {};
    return "old mode " + harmless(before) + "\nnew mode " + harmless(after) + "\n";
}

/// As git tells it.
bool isBinary(std::string_view text) {
    constexpr std::size_t seen = 8000;
    return text.substr(0, seen).find('\0') != std::string_view::npos;
}

/// What changed by what it means; by lines where that cannot be told. Nothing fails git.
GitAnswer diff(const Options& options, Language language) {
    GitAnswer answer;
    const auto& words = options.request.paths;
    if (words.size() == 1) {
        answer.text = "* Unmerged path " + harmless(words[0]) + "\n";
        return answer;
    }
    if (words.size() != 7 && words.size() != 9) {
        answer.trouble.push_back(
            {"", phrase(Phrase::gitDriverCall,
                        {{"name", "diff"},
                         {"words", "path old-file old-hex old-mode new-file new-hex new-mode"}})});
        return answer;
    }
    const DiffCall call = callOf(words);
    answer.notes = call.trouble;
    answer.text = "diff --biao a/" + harmless(call.path) + " b/" + harmless(call.newPath) + "\n";
    answer.text += modesOf(words);
    if (isBinary(call.before) || isBinary(call.after)) {
        answer.text += phrase(Phrase::diffBinary).in(language) + "\n";
        return answer;
    }
    const auto byLines = [&](const Localized& why) {
        if (!why.zh.empty()) answer.text += why.in(language) + "\n";
        answer.text += unifiedDiff(harmless(call.newPath), call.before, call.after);
        return answer;
    };
    const auto found = pipeline::compare(requestOf(call.path, call.before),
                                         requestOf(call.newPath, call.after), options.comparing);
    if (isFaulty(found.before) || isFaulty(found.after))
        return byLines(phrase(Phrase::diffByLines));
    // Forms, units and the like are no submissions; of those, lines are what there is to show.
    if (found.before.readings.empty() && found.after.readings.empty()) return byLines({});
    if (call.before == call.after) return answer;
    if (!found.comparison.any()) return byLines(phrase(Phrase::diffLayoutOnly));
    const bool colour = options.colour == Colour::always ||
                        (options.colour == Colour::automatic && isColourful(Stream::output));
    answer.text += emit::changesHuman(found.comparison, language, colour);
    return answer;
}

}  // namespace

GitAnswer git(const Options& options, Language language) {
    if (options.asked == "install") return install(options, language);
    if (options.asked == "merge") return merge(options, language);
    return diff(options, language);
}

}  // namespace biao::cli

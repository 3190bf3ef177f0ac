#include "cli/git.h"

#include <charconv>
#include <utility>

#include "diagnostics/phrases.h"
#include "diagnostics/render.h"
#include "git/driver.h"
#include "git/install.h"

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

}  // namespace

GitAnswer git(const Options& options, Language language) {
    if (options.asked == "install") return install(options, language);
    if (options.asked == "merge") return merge(options, language);
    return {};
}

}  // namespace biao::cli

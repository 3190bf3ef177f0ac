#include <algorithm>

#include "cli/option_reader.h"
#include "diagnostics/code_names.h"
#include "diagnostics/phrases.h"
#include "syntax/calendar.h"
#include "syntax/calendar_days.h"

namespace biao::cli {

std::optional<UsageError> OptionReader::takeSubmissions() {
    if (options_.request.paths.empty()) return nothingToRead();
    if (auto wrong = takeJobs()) return wrong;
    if (auto wrong = takeBaseline()) return wrong;
    if (auto wrong = takeData()) return wrong;
    if (auto wrong = takeFixes()) return wrong;
    if (auto wrong = takeActuals()) return wrong;
    return takeExplained();
}

/// --deny, --warn and --allow in the order they stand in, whichever it is.
std::optional<UsageError> OptionReader::takeSeverities() {
    for (const auto& [name, value] : line_.options) {
        if (name != "--deny" && name != "--warn" && name != "--allow") continue;
        for (const std::string& word : listed(value)) {
            if (auto wrong = takeSeverity(std::string(name), word)) return wrong;
        }
    }
    return std::nullopt;
}

std::optional<UsageError> OptionReader::takeSeverity(const std::string& option,
                                                     const std::string& word) {
    if (word.empty()) return misused(option);
    if (option == "--deny" && (word == "warning" || word == "info")) {
        const bool warning = word == "warning";
        options_.deny = std::max(options_.deny, warning ? Severity::warning : Severity::info);
        return std::nullopt;
    }
    const std::string named = tidyCode(word);
    const auto code = catalogueCode(named);
    const bool firm = isFirm(code) || isFirmFamily(named);
    if (firm && option != "--deny")
        return error(
            phrase(Phrase::optionFirm,
                   {{"option", option}, {"why", phrase(Phrase::neverWeighed, {{"code", named}})}}));
    // What looks like a code is one of the compiler's; the rules show when the files are read.
    const bool numbered = named.size() > 1 && named[0] == 'B' &&
                          named.find_first_not_of("0123456789", 1) == std::string::npos;
    if (numbered && code.empty() && !isFamily(named)) {
        Words known;
        for (const CodeInfo& row : catalogue())
            known.emplace_back(row.id);
        return error(
            phrase(Phrase::noSuchCode,
                   {{"option", option}, {"name", word}, {"suggestion", didYouMean(named, known)}}));
    }
    std::optional<Severity> severity;
    if (option == "--deny") severity = Severity::error;
    if (option == "--warn") severity = Severity::warning;
    options_.request.weighed.push_back({word, severity, option});
    return std::nullopt;
}

std::optional<UsageError> OptionReader::takeBaseline() {
    options_.baseline = value("--baseline");
    options_.newBaseline = value("--write-baseline");
    options_.showBaseline = isGiven("--show-baseline");
    if (auto wrong = empty({"--baseline", "--write-baseline"})) return wrong;
    if (options_.showBaseline && options_.baseline.empty() && options_.newBaseline.empty())
        return goesWith("--show-baseline", "--baseline");
    return std::nullopt;
}

/// What only score takes: the files, and the day of the evaluation.
std::optional<UsageError> OptionReader::takeActuals() {
    for (std::string& path : line_.values("--actuals")) {
        if (path.empty()) return misused("--actuals");
        if (path == options_.output) return error(phrase(Phrase::outputIsSource, {{"path", path}}));
        options_.request.actuals.push_back(std::move(path));
    }
    if (!isGiven("--as-of")) return std::nullopt;
    const auto calendar = syntax::readCalendar(value("--as-of"));
    if (calendar) options_.request.asOf = syntax::daysOf(*calendar).last;
    if (!options_.request.asOf) return wrongValue("--as-of", "2031-07-31");
    return std::nullopt;
}

std::optional<UsageError> OptionReader::takeExplained() {
    if (!isGiven("--explain")) return std::nullopt;
    options_.explained = value("--explain");
    if (options_.explained->find_first_not_of(' ') == std::string::npos)
        return misused("--explain");
    if (options_.data != Data::human) return goesWith("--explain", "--to human");
    return std::nullopt;
}

/// What only check takes.
std::optional<UsageError> OptionReader::takeFixes() {
    options_.fix = isGiven("--fix");
    const auto& paths = options_.request.paths;
    if (options_.diff && !options_.fix) return goesWith("--diff", "--fix");
    if (options_.fix && std::find(paths.begin(), paths.end(), "-") != paths.end())
        return error(phrase(Phrase::fixWantsFiles));
    return std::nullopt;
}

}  // namespace biao::cli

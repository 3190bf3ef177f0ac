#include <charconv>

#include "base/utf8.h"
#include "cli/option_reader.h"
#include "diagnostics/phrases.h"

namespace biao::cli {

std::optional<UsageError> OptionReader::takeComparison() {
    constexpr std::pair<std::string_view, Shape> all[] = {
        {"json", Shape::json}, {"markdown", Shape::markdown}, {"csv", Shape::csv}};
    for (const auto& [word, shape] : all) {
        if (value("--to") == word) options_.shape = shape;
    }
    options_.exitCode = isGiven("--exit-code");
    options_.comparing.sameAmounts = isGiven("--same");
    if (auto wrong = takeSimilarity()) return wrong;
    if (auto wrong = takeYears()) return wrong;
    if (auto wrong = takeJobs()) return wrong;
    if (auto wrong = takePaths()) return wrong;
    options_.data = options_.shape == Shape::csv ? Data::csv : Data::json;
    return takeData();
}

/// Two paths, two years in one, or one or two revisions and where to look in them.
std::optional<UsageError> OptionReader::takePaths() {
    auto& paths = options_.request.paths;
    const bool diff = line_.topic == Topic::diff;
    if (line_.tail) {
        if (options_.years) return tooMany("--years");
        if (paths.empty() || paths.size() > 2) return error(phrase(Phrase::diffWantsRevisions));
        options_.revisions = std::exchange(paths, line_.tail->empty() ? Words{"."} : *line_.tail);
    } else if (diff && options_.years && paths.size() != 1) {
        return error(phrase(Phrase::diffOnePath));
    } else if (diff && !options_.years && paths.size() != 2) {
        return error(phrase(Phrase::diffWantsTwo));
    }
    if (paths.empty()) return nothingToRead();
    return std::nullopt;
}

/// "70%", or "70".
std::optional<UsageError> OptionReader::takeSimilarity() {
    if (!isGiven("--similarity")) return std::nullopt;
    std::string digits = halfWidth(value("--similarity"));
    if (digits.ends_with('%')) digits.pop_back();
    int percent = -1;
    const auto end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, percent);
    if (read.ec != std::errc() || read.ptr != end || percent < 0 || percent > 100)
        return wrongValue("--similarity", "0% ~ 100%");
    options_.comparing.match.similarity = percent;
    return std::nullopt;
}

/// "2023-2024", or with a comma or ~ between.
std::optional<UsageError> OptionReader::takeYears() {
    if (!isGiven("--years")) return std::nullopt;
    const std::string text = halfWidth(value("--years"));
    int years[2] = {};
    const auto end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, years[0]);
    const bool apart = first.ec == std::errc() && first.ptr != end &&
                       std::string_view("-,~").find(*first.ptr) != std::string_view::npos;
    const auto second = apart ? std::from_chars(first.ptr + 1, end, years[1]) : first;
    if (!apart || second.ec != std::errc() || second.ptr != end)
        return wrongValue("--years", "2023-2024");
    options_.years = {years[0], years[1]};
    return std::nullopt;
}

}  // namespace biao::cli

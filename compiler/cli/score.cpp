#include "cli/score.h"

#include <algorithm>

#include "base/files.h"
#include "diagnostics/phrases.h"
#include "emit/csv.h"
#include "pipeline/inputs.h"
#include "scores/scores.h"

namespace biao::cli {

pipeline::Request Scoring::request() const {
    pipeline::Request request = options_.request;
    request.scorer = [data = options_.data, asked = options_.explained, language = language_](
                         const auto& submission, const auto& evaluation,
                         const auto& library) -> std::vector<std::string> {
        if (asked) return scores::explained(submission, evaluation, *asked, language);
        switch (data) {
            case Data::json:
                return {scores::json(submission, evaluation, library)};
            case Data::csv:
                return {scores::csvLines(submission, evaluation)};
            case Data::human:
                break;
        }
        return {scores::forPeople(submission, evaluation, language)};
    };
    return request;
}

Scores Scoring::of(pipeline::Report report, std::string_view generator) const {
    auto& texts = report.emitted;
    if (options_.explained) return explained(texts);
    texts.resize(1);  // none where there is no submission
    const scores::Summary summary(report.outcomes);
    switch (options_.data) {
        case Data::json:
            return {scores::jsonDocument(std::move(texts.front()), summary, generator)};
        case Data::csv:
            return {std::string(options_.byteOrderMark ? emit::byteOrderMark : "") +
                    scores::csvHeader() + texts.front()};
        case Data::human:
            break;
    }
    if (report.outcomes.size() > 1) texts.front() += scores::forPeople(summary, language_);
    if (texts.front().ends_with("\n\n")) texts.front().pop_back();
    return {std::move(texts.front())};
}

/// The surest meaning that fits anything counts.
Scores Scoring::explained(const std::vector<std::string>& found) const {
    for (std::size_t at = 0; at + 1 < found.size(); at += 2) {
        const auto count = std::count(found[at + 1].begin(), found[at + 1].end(), '\n');
        if (count == 0) continue;
        if (count == 1) return {found[at].substr(0, found[at].size() - 1)};
        return {found[at + 1],
                {{"", phrase(Phrase::explainSeveral,
                             {{"row", *options_.explained}, {"count", std::to_string(count)}})}}};
    }
    return {"", {{"", phrase(Phrase::explainNone, {{"row", *options_.explained}})}}};
}

std::vector<pipeline::Trouble> Scoring::write(const std::string& text) const {
    const auto written = writeFileAtomically(options_.output, text);
    const auto* why = std::get_if<FileError>(&written);
    if (!why) return {};
    return {{why->path, phrase(Phrase::outputFailed, {{"reason", pipeline::reasonOf(*why)}})}};
}

}  // namespace biao::cli

#include <nlohmann/json.hpp>

#include "emit/emit.h"
#include "entry.h"
#include "pipeline/session.h"
#include "places.h"

namespace biao::fuzz {

namespace {

std::vector<std::string> everything(const model::Submission& submission,
                                    const definitions::Library& library) {
    return {emit::submissionJson(submission, library), emit::indicatorLines(submission, library),
            emit::moneyLines(submission, library)};
}

void holdJson(const std::string& text, const char* what) {
    if (!nlohmann::json::accept(text)) broken(std::string("no JSON: ") + what);
}

}  // namespace

void checkOnce(std::string_view bytes) {
    static pipeline::Session session;
    pipeline::Request request;
    request.texts = {{"fuzz.biao", std::string(bytes)}};
    request.emitter = everything;
    request.jobs = 1;
    auto report = session.check(std::move(request));
    for (const auto& trouble : report.trouble)
        broken(trouble.what.en);  // a text that is at hand can always be checked
    holdPlaces(report.findings, report.sources);
    for (const Language language : {Language::zh, Language::en}) {
        renderHuman(report.findings, report.sources, report.summary, {language, true});
        holdJson(renderJson(report.findings, report.sources, report.summary, language), "findings");
    }
    report.emitted.resize(3);
    holdJson(emit::jsonDocument(std::move(report.emitted.front()), "fuzz"), "submissions");
}

}  // namespace biao::fuzz

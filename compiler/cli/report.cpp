#include "cli/report.h"

#include "base/files.h"
#include "diagnostics/phrases.h"
#include "diagnostics/render.h"
#include "pipeline/inputs.h"
#include "report/rules.h"

namespace biao::cli {

std::string reportText(const pipeline::Report& report, const Options& options,
                       const report::Producer& producer, Language language) {
    switch (options.format) {
        case Format::human:
            break;
        case Format::json:
            return renderJson(report.findings, report.sources, report.summary, language);
        case Format::sarif:
            return report::sarif(report, report::rulesOf(report, options.request), producer,
                                 language);
        case Format::github:
            return report::github(report, language);
        case Format::gitlab:
            return report::gitlab(report, language);
        case Format::junit:
            return report::junit(report, options.deny, language);
    }
    return renderHuman(report.findings, report.sources, report.summary, {language});
}

std::vector<pipeline::Trouble> writeReport(const std::string& text, const Options& options) {
    const auto written = writeFileAtomically(options.output, text);
    if (const auto* why = std::get_if<FileError>(&written)) {
        return {{why->path, phrase(Phrase::outputFailed, {{"reason", pipeline::reasonOf(*why)}})}};
    }
    return {};
}

}  // namespace biao::cli

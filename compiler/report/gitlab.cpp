#include "base/files.h"
#include "diagnostics/fingerprint.h"
#include "diagnostics/phrases.h"
#include "diagnostics/render.h"
#include "report/json_text.h"
#include "report/report.h"

namespace biao::report {

namespace {

const char* severityOf(const Finding& finding) {
    if (finding.accepted) return "info";
    switch (finding.severity) {
        case Severity::error:
            return "critical";
        case Severity::warning:
            return "minor";
        case Severity::info:
            break;
    }
    return "info";
}

}  // namespace

std::string gitlab(const pipeline::Report& report, Language language) {
    const auto names = fingerprints(report.findings, report.sources);
    std::string out = "[";
    for (std::size_t at = 0; at < report.findings.size(); ++at) {
        const Finding& finding = report.findings[at];
        if (finding.span.file.value >= report.sources.size() || finding.baseline) continue;
        const Source& source = report.sources[finding.span.file];
        Json one;
        const Localized text =
            finding.accepted
                ? phrase(Phrase::labelAndText,
                         {{"label", phrase(Phrase::acceptedWord)}, {"text", acceptedText(finding)}})
                : finding.message;
        one["description"] = text.in(language);
        one["check_name"] = finding.code;
        one["fingerprint"] = names[at];
        one["severity"] = severityOf(finding);
        one["location"]["path"] = plainPath(source.path());
        one["location"]["lines"]["begin"] = source.position(finding.span.begin).line;
        one["location"]["lines"]["end"] = source.position(finding.span.end).line;
        out += (out.size() > 1 ? ",\n  " : "\n  ") + lineOf(one);
    }
    return out + (out.size() > 1 ? "\n]\n" : "]\n");
}

}  // namespace biao::report

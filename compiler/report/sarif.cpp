#include <algorithm>
#include <string_view>

#include "diagnostics/fingerprint.h"
#include "diagnostics/render.h"
#include "report/report.h"
#include "report/sarif_rules.h"
#include "report/uri.h"

namespace biao::report {

namespace {

constexpr std::string_view schemaAddress =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

class ResultWriter {
public:
    ResultWriter(const SourceSet& sources, const std::vector<reference::Page>& rules,
                 Language language, bool againstBaseline)
        : sources_(sources),
          rules_(rules),
          language_(language),
          againstBaseline_(againstBaseline) {}

    Json json(const Finding& finding, const std::string& fingerprint) const {
        Json out;
        out["ruleId"] = finding.code;
        const auto rule = std::lower_bound(
            rules_.begin(), rules_.end(), finding.code,
            [](const reference::Page& page, const std::string& code) { return page.code < code; });
        if (rule != rules_.end() && rule->code == finding.code)
            out["ruleIndex"] = rule - rules_.begin();
        out["level"] = levelOf(finding.severity);
        out["message"] = messageOf(finding.message.in(language_));
        if (placed(finding.span))
            out["locations"].push_back({{"physicalLocation", physical(finding.span)}});
        for (const Related& related : finding.related) {
            Json one;
            one["id"] = out["relatedLocations"].size() + 1;
            if (placed(related.span)) one["physicalLocation"] = physical(related.span);
            one["message"] = messageOf(related.message.in(language_));
            out["relatedLocations"].push_back(std::move(one));
        }
        for (const Fix& fix : finding.fixes) {
            if (auto one = json(fix); !one.is_null()) out["fixes"].push_back(std::move(one));
        }
        out["partialFingerprints"]["biao/v1"] = fingerprint;
        if (finding.accepted) out["suppressions"].push_back(json(*finding.accepted));
        if (againstBaseline_ && !finding.accepted)
            out["baselineState"] = finding.baseline ? "unchanged" : "new";
        for (const Argument& argument : finding.arguments)
            out["properties"]["operands"][argument.name] = argument.value.in(language_);
        return out;
    }

private:
    bool placed(Span span) const { return span.file.value < sources_.size(); }

    Json artifact(Span span) const { return {{"uri", uriOf(sources_[span.file].path())}}; }

    Json region(Span span) const {
        const auto begin = sources_[span.file].position(span.begin);
        const auto end = sources_[span.file].position(span.end);
        return {{"startLine", begin.line},
                {"startColumn", begin.column},
                {"endLine", end.line},
                {"endColumn", end.column}};
    }

    Json physical(Span span) const {
        return {{"artifactLocation", artifact(span)}, {"region", region(span)}};
    }

    Json json(const Accepted& accepted) const {
        Json out;
        out["kind"] = "inSource";
        out["status"] = "accepted";
        out["justification"] = accepted.reason;
        out["location"]["physicalLocation"] = physical(accepted.where);
        return out;
    }

    /// Null where it changes no file.
    Json json(const Fix& fix) const {
        Json out;
        out["description"] = messageOf(fix.title.in(language_));
        std::vector<FileId> files;  // in the order of the edits
        for (const Edit& edit : fix.edits) {
            if (!placed(edit.span)) continue;
            auto at = std::find(files.begin(), files.end(), edit.span.file);
            const auto index = static_cast<std::size_t>(at - files.begin());
            if (at == files.end()) {
                files.push_back(edit.span.file);
                out["artifactChanges"].push_back({{"artifactLocation", artifact(edit.span)}});
            }
            Json replacement;
            replacement["deletedRegion"] = region(edit.span);
            if (!edit.text.empty()) replacement["insertedContent"] = {{"text", edit.text}};
            out["artifactChanges"][index]["replacements"].push_back(std::move(replacement));
        }
        if (files.empty()) return nullptr;
        out["properties"]["certain"] = fix.certain;
        return out;
    }

    const SourceSet& sources_;
    const std::vector<reference::Page>& rules_;
    Language language_;
    bool againstBaseline_;
};

/// What could not be done, and the rules over sets that were not evaluated.
Json notificationsOf(const pipeline::Report& report, Language language) {
    Json out = Json::array();
    for (const pipeline::Trouble& trouble : report.trouble) {
        Json one;
        if (!trouble.path.empty()) {
            one["locations"].push_back(
                {{"physicalLocation", {{"artifactLocation", {{"uri", uriOf(trouble.path)}}}}}});
        }
        one["message"] = messageOf(trouble.what.in(language));
        one["level"] = "error";
        out.push_back(std::move(one));
    }
    const std::string closing =
        renderSummary(report.findings, report.sources, report.summary, {language});
    for (auto at = closing.find('\n') + 1; at < closing.size();) {
        const auto end = closing.find('\n', at);
        Json one;
        one["message"] = messageOf(closing.substr(at, end - at));
        one["level"] = "note";
        out.push_back(std::move(one));
        at = end + 1;
    }
    return out;
}

/// Everything but the results.
Json frameOf(const pipeline::Report& report, const std::vector<reference::Page>& rules,
             const Producer& producer, Language language) {
    Json driver;
    driver["name"] = "biao";
    driver["version"] = producer.version;
    driver["semanticVersion"] = producer.version;
    if (!producer.homePage.empty()) driver["informationUri"] = producer.homePage;
    driver["rules"] = Json::array();
    for (const reference::Page& page : rules)
        driver["rules"].push_back(ruleOf(page, language));
    Json invocation;
    invocation["executionSuccessful"] = report.trouble.empty();
    invocation["toolExecutionNotifications"] = notificationsOf(report, language);
    Json run;
    run["tool"]["driver"] = std::move(driver);
    run["language"] = language == Language::zh ? "zh-CN" : "en-US";
    run["invocations"].push_back(std::move(invocation));
    run["columnKind"] = "unicodeCodePoints";
    run["results"] = Json::array();
    Json out;
    out["$schema"] = schemaAddress;
    out["version"] = "2.1.0";
    out["runs"].push_back(std::move(run));
    return out;
}

}  // namespace

std::string sarif(const pipeline::Report& report, const std::vector<reference::Page>& rules,
                  const Producer& producer, Language language) {
    const std::string frame = documentOf(frameOf(report, rules, producer, language));
    // No text of the frame holds this: its quotes would be escaped. The results are its last key.
    const std::string_view empty = "\"results\": []";
    const auto open = frame.rfind(empty) + empty.size() - 1;
    const auto names = fingerprints(report.findings, report.sources);
    const ResultWriter writer(report.sources, rules, language, report.summary.againstBaseline);
    std::string out = frame.substr(0, open);
    for (std::size_t at = 0; at < report.findings.size(); ++at) {
        out += at == 0 ? "\n        " : ",\n        ";
        out += lineOf(writer.json(report.findings[at], names[at]));
    }
    if (!report.findings.empty()) out += "\n      ";
    return out + frame.substr(open);
}

}  // namespace biao::report

#include <cstdint>
#include <set>
#include <nlohmann/json.hpp>

#include "diagnostics/count.h"
#include "diagnostics/render.h"

namespace biao {

namespace {

/// Keys stand in the order they are put in.
using Json = nlohmann::ordered_json;

/// Makes findings JSON; knows what they all need: the places and the language.
class FindingWriter {
public:
    FindingWriter(const SourceSet& sources, Language language)
        : sources_(sources), language_(language) {}

    Json json(const Finding& finding) const {
        Json out;
        out["code"] = finding.code;
        out["name"] = finding.name;
        out["severity"] = severityName(finding.severity);
        out["message"] = finding.message.in(language_);
        addPlace(out, finding.span);
        out["related"] = Json::array();
        for (const auto& related : finding.related) {
            Json one;
            addPlace(one, related.span);
            one["message"] = related.message.in(language_);
            out["related"].push_back(std::move(one));
        }
        out["fixes"] = Json::array();
        for (const auto& fix : finding.fixes) {
            out["fixes"].push_back(json(fix));
        }
        out["operands"] = Json::object();
        for (const auto& argument : finding.arguments) {
            out["operands"][argument.name] = argument.value.in(language_);
        }
        if (finding.accepted) {
            auto& accepted = out["accepted"];
            accepted["reason"] = finding.accepted->reason;
            addPlace(accepted, finding.accepted->where);
        }
        if (finding.baseline) out["baseline"] = true;
        return out;
    }

private:
    Json json(const Fix& fix) const {
        Json out;
        out["title"] = fix.title.in(language_);
        out["certain"] = fix.certain;
        out["edits"] = Json::array();
        for (const auto& edit : fix.edits) {
            Json one;
            addPlace(one, edit.span);
            one["text"] = edit.text;
            out["edits"].push_back(std::move(one));
        }
        return out;
    }

    /// A finding about no source has an empty path and an empty range at its beginning.
    void addPlace(Json& to, Span span) const {
        const bool placed = span.file.value < sources_.size();
        const auto position = [&](std::uint32_t byte) {
            const auto at = placed ? sources_[span.file].position(byte) : Position();
            Json place;
            place["line"] = at.line;
            place["column"] = at.column;
            return place;
        };
        to["path"] = placed ? sources_[span.file].path() : "";
        auto& range = to["range"];
        range["start"] = position(span.begin);
        range["end"] = position(span.end);
    }

    const SourceSet& sources_;
    Language language_;
};

/// Two spaces a level, Chinese as it is; bytes that are not UTF-8 become U+FFFD.
std::string textOf(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

/// The element of an array one level deep. In JSON every line end is one of the layout: those
/// inside strings are escaped.
void addElement(std::string& out, const Json& json) {
    out += "    ";
    for (const char byte : textOf(json)) {
        out.push_back(byte);
        if (byte == '\n') {
            out += "    ";
        }
    }
}

}  // namespace

// The findings are written one by one: a document of twenty thousand is never held as a tree.
std::string renderJson(const std::vector<Finding>& findings, const SourceSet& sources,
                       const Summary& summary, Language language) {
    Json out;
    out["version"] = 1;
    out["findings"] = Json::array();
    const auto count = countSeverities(findings);
    out["summary"] = {{"files", summary.files},           {"submissions", summary.submissions},
                      {"indicators", summary.indicators}, {"errors", count.errors},
                      {"warnings", count.warnings},       {"infos", count.infos}};
    if (count.accepted > 0) out["summary"]["accepted"] = count.accepted;
    if (count.baseline > 0) out["summary"]["baseline"] = count.baseline;
    if (summary.gone > 0) out["summary"]["gone"] = summary.gone;
    if (!summary.notEvaluated.empty()) {
        std::set<std::string> codes;
        for (const NotEvaluated& one : summary.notEvaluated)
            codes.insert(one.code);
        out["summary"]["notEvaluated"] = codes;
    }
    const std::string frame = textOf(out) + '\n';
    const auto open = frame.find('[') + 1;
    std::string text = frame.substr(0, open);
    const FindingWriter writer(sources, language);
    for (const auto& finding : findings) {
        text += &finding == &findings.front() ? "\n" : ",\n";
        addElement(text, writer.json(finding));
    }
    text += findings.empty() ? "" : "\n  ";
    return text + frame.substr(open);
}

}  // namespace biao

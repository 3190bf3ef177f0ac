#include <utility>

#include "base/json_writer.h"
#include "diagnostics/count.h"
#include "diagnostics/render.h"

namespace biao {

namespace {

using Layout = JsonWriter::Layout;

/// Writes findings; knows what they all need: the places and the language.
class FindingWriter {
public:
    FindingWriter(JsonWriter& json, const SourceSet& sources, Language language)
        : json_(json), sources_(sources), language_(language) {}

    void write(const Finding& finding) {
        json_.beginObject();
        json_.member("code", finding.code);
        json_.member("name", finding.name);
        json_.member("severity", severityName(finding.severity));
        json_.member("message", finding.message.in(language_));
        writePlace(finding.span);
        json_.key("related").beginArray();
        for (const auto& related : finding.related) {
            json_.beginObject();
            writePlace(related.span);
            json_.member("message", related.message.in(language_)).endObject();
        }
        json_.endArray();
        json_.key("fixes").beginArray();
        for (const auto& fix : finding.fixes) {
            writeFix(fix);
        }
        json_.endArray();
        json_.key("operands").beginObject();
        for (const auto& argument : finding.arguments) {
            json_.member(argument.name, argument.value.in(language_));
        }
        json_.endObject().endObject();
    }

private:
    void writePosition(std::string_view name, Position position) {
        json_.key(name).beginObject().member("line", position.line);
        json_.member("column", position.column).endObject();
    }

    /// A finding about no source has an empty path and an empty range at its beginning.
    void writePlace(Span span) {
        const bool placed = span.file.value < sources_.size();
        const auto position = [&](std::uint32_t byte) {
            return placed ? sources_[span.file].position(byte) : Position();
        };
        json_.member("path", placed ? std::string_view(sources_[span.file].path()) : "");
        json_.key("range").beginObject(Layout::onOneLine);
        writePosition("start", position(span.begin));
        writePosition("end", position(span.end));
        json_.endObject();
    }

    void writeFix(const Fix& fix) {
        json_.beginObject().member("title", fix.title.in(language_));
        json_.member("certain", fix.certain);
        json_.key("edits").beginArray();
        for (const auto& edit : fix.edits) {
            json_.beginObject();
            writePlace(edit.span);
            json_.member("text", edit.text).endObject();
        }
        json_.endArray().endObject();
    }

    JsonWriter& json_;
    const SourceSet& sources_;
    Language language_;
};

}  // namespace

std::string renderJson(const std::vector<Finding>& findings, const SourceSet& sources,
                       const Summary& summary, Language language) {
    JsonWriter json;
    json.beginObject().member("version", 1);
    json.key("findings").beginArray();
    FindingWriter writer(json, sources, language);
    for (const auto& finding : findings) {
        writer.write(finding);
    }
    json.endArray();
    const auto count = countSeverities(findings);
    json.key("summary").beginObject(Layout::onOneLine);
    json.member("files", summary.files).member("submissions", summary.submissions);
    json.member("indicators", summary.indicators).member("errors", count.errors);
    json.member("warnings", count.warnings).member("infos", count.infos);
    json.endObject().endObject();
    return std::move(json).take() + '\n';
}

}  // namespace biao

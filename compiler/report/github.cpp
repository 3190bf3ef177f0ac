#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

#include "base/files.h"
#include "diagnostics/excerpt.h"
#include "diagnostics/phrases.h"
#include "diagnostics/render.h"
#include "report/report.h"

namespace biao::report {

namespace {

// An annotation is read by people: the other formats have them all.
constexpr std::size_t mostPlaces = 8;
constexpr std::size_t mostFixes = 3;

/// What stands behind `::`, where line ends are `%0A`.
std::string dataOf(std::string_view text) {
    std::string out;
    for (const char byte : text) {
        switch (byte) {
            case '%':
                out += "%25";
                break;
            case '\r':
                out += "%0D";
                break;
            case '\n':
                out += "%0A";
                break;
            default:
                out += byte;
        }
    }
    return out;
}

std::string propertyOf(std::string_view text) {
    std::string out;
    for (const char byte : dataOf(harmless(text))) {
        if (byte == ':') {
            out += "%3A";
        } else if (byte == ',') {
            out += "%2C";
        } else {
            out += byte;
        }
    }
    return out;
}

std::string_view commandOf(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::info:
            break;
    }
    return "notice";
}

class GithubWriter {
public:
    GithubWriter(const SourceSet& sources, Language language)
        : sources_(sources), language_(language) {}

    void write(const Finding& finding) {
        std::string text = harmless(finding.message.in(language_));
        for (const Related& one : firstOf(finding.related, mostPlaces))
            text += "\n" + placeOf(one.span) + harmless(one.message.in(language_));
        text += restOf(Phrase::morePlaces, finding.related.size(), mostPlaces);
        for (const Fix& one : firstOf(finding.fixes, mostFixes)) {
            const Localized line = phrase(Phrase::labelAndText,
                                          {{"label", phrase(Phrase::help)}, {"text", one.title}});
            text += "\n" + harmless(line.in(language_));
        }
        text += restOf(Phrase::moreSuggestions, finding.fixes.size(), mostFixes);
        put(commandOf(finding.severity),
            rangeOf(finding.span) + "title=" + propertyOf(finding.code), text);
    }

    /// Nothing is asked for any more: one line, with who answers for it and why.
    void writeAccepted(const Finding& finding) {
        const Localized title =
            phrase(Phrase::labelAndText,
                   {{"label", phrase(Phrase::acceptedWord)}, {"text", finding.code}});
        put("notice", rangeOf(finding.span) + "title=" + propertyOf(title.in(language_)),
            harmless(acceptedText(finding).in(language_)));
    }

    void write(const pipeline::Trouble& trouble) {
        const std::string where =
            trouble.path.empty() ? "" : "file=" + propertyOf(plainPath(trouble.path));
        put("error", where, harmless(trouble.what.in(language_)));
    }

    /// The closing line as it is; what was not evaluated is remarked upon.
    void close(std::string_view summary) {
        const auto end = summary.find('\n') + 1;
        out_ += summary.substr(0, end);
        for (summary.remove_prefix(end); !summary.empty();) {
            const auto length = summary.find('\n');
            put("notice", "", summary.substr(0, length));
            summary.remove_prefix(length + 1);
        }
    }

    std::string take() && { return std::move(out_); }

private:
    template <class One>
    static std::span<const One> firstOf(const std::vector<One>& all, std::size_t most) {
        return std::span(all).first(std::min(all.size(), most));
    }

    std::string restOf(Phrase which, std::size_t all, std::size_t shown) const {
        if (all <= shown) return {};
        return "\n" + phrase(which, {{"count", std::to_string(all - shown)}}).in(language_);
    }

    void put(std::string_view command, std::string_view properties, std::string_view text) {
        out_ += fmt::format("::{}{}{}::{}\n", command, properties.empty() ? "" : " ", properties,
                            dataOf(text));
    }

    bool placed(Span span) const { return span.file.value < sources_.size(); }

    /// GitHub takes columns only where the place is in one line.
    std::string rangeOf(Span span) const {
        if (!placed(span)) return {};
        const Source& source = sources_[span.file];
        const auto begin = source.position(span.begin);
        const auto end = source.position(span.end);
        std::string out = fmt::format("file={},line={},endLine={},",
                                      propertyOf(plainPath(source.path())), begin.line, end.line);
        if (begin.line == end.line)
            out += fmt::format("col={},endColumn={},", begin.column, end.column);
        return out;
    }

    std::string placeOf(Span span) const {
        if (!placed(span)) return {};
        const Source& source = sources_[span.file];
        const auto at = source.position(span.begin);
        return fmt::format("{}:{}:{}: ", harmless(plainPath(source.path())), at.line, at.column);
    }

    const SourceSet& sources_;
    Language language_;
    std::string out_;
};

}  // namespace

std::string github(const pipeline::Report& report, Language language) {
    GithubWriter writer(report.sources, language);
    for (const pipeline::Trouble& trouble : report.trouble)
        writer.write(trouble);
    for (const Finding& finding : report.findings) {
        if (finding.counts()) writer.write(finding);
        if (finding.accepted && !finding.baseline) writer.writeAccepted(finding);
    }
    writer.close(renderSummary(report.findings, report.sources, report.summary, {language}));
    return std::move(writer).take();
}

}  // namespace biao::report

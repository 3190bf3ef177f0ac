#include <fmt/color.h>
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "diagnostics/count.h"
#include "diagnostics/excerpt.h"
#include "diagnostics/phrases.h"
#include "diagnostics/render.h"

namespace biao {

namespace {

// JSON has them all; a person has seen enough.
constexpr std::size_t mostPlaces = 8;
constexpr std::size_t mostExcerpts = 3;
constexpr std::size_t mostFixes = 3;
constexpr std::size_t mostEdits = 4;
constexpr std::size_t editColumns = 60;

Phrase wordFor(Severity severity) {
    switch (severity) {
        case Severity::error:
            return Phrase::severityError;
        case Severity::warning:
            return Phrase::severityWarning;
        case Severity::info:
            break;
    }
    return Phrase::severityInfo;
}

fmt::text_style colourOf(Severity severity) {
    switch (severity) {
        case Severity::error:
            return fmt::emphasis::bold | fg(fmt::terminal_color::red);
        case Severity::warning:
            return fmt::emphasis::bold | fg(fmt::terminal_color::yellow);
        case Severity::info:
            break;
    }
    return fmt::emphasis::bold | fg(fmt::terminal_color::cyan);
}

class HumanWriter {
public:
    HumanWriter(const SourceSet& sources, const HumanOptions& options)
        : sources_(sources), options_(options) {}

    void write(const Finding& finding) {
        if (finding.accepted) return writeAccepted(finding);
        if (finding.baseline && !options_.baseline) return;
        const auto style = colourOf(finding.severity);
        const Localized word = phrase(wordFor(finding.severity));
        const Localized shown =
            finding.baseline ? phrase(Phrase::baselineWord, {{"word", word}}) : word;
        put("{}{}: {}\n", place(finding.span),
            styled(style,
                   fmt::format("{}[{}]", shown.in(options_.language), harmless(finding.code))),
            styled(fmt::emphasis::bold, harmless(finding.message.in(options_.language))));
        writeExcerpt(finding.span, '^', style);
        writeRelated(finding.related);
        writeFixes(finding.fixes);
        put("\n");
    }

    void writeSummary(const Summary& summary, const SeverityCount& count) {
        std::string outcome;
        const auto add = [&](Phrase which, std::size_t number) {
            if (number > 0) {
                outcome += outcome.empty() ? "" : say(Phrase::listSeparator);
                outcome += say(which, {{"count", std::to_string(number)}});
            }
        };
        add(Phrase::countErrors, count.errors);
        add(Phrase::countWarnings, count.warnings);
        add(Phrase::countInfos, count.infos);
        add(Phrase::countAccepted, count.accepted);
        add(Phrase::countBaseline, count.baseline);
        const auto scope =
            phrase(Phrase::summaryScope, {{"files", std::to_string(summary.files)},
                                          {"submissions", std::to_string(summary.submissions)},
                                          {"indicators", std::to_string(summary.indicators)}});
        put("{}\n", say(Phrase::summary,
                        {{"scope", scope},
                         {"outcome", outcome.empty() ? say(Phrase::noFindings) : outcome}}));
        if (summary.gone > 0)
            put("{}\n", say(Phrase::baselineGone, {{"count", std::to_string(summary.gone)}}));
        std::map<std::string, std::set<std::string>> rules;  // by set
        for (const NotEvaluated& one : summary.notEvaluated)
            rules[one.set].insert(one.code);
        for (const auto& [set, codes] : rules) {
            put("{}\n", say(set.empty() ? Phrase::setNotDeclared : Phrase::setNotWhole,
                            {{"count", std::to_string(codes.size())}, {"set", harmless(set)}}));
        }
    }

    std::string take() && { return std::move(out_); }

private:
    void writeAccepted(const Finding& finding) {
        const std::string line = acceptedText(finding).in(options_.language);
        put("{}\n\n",
            styled(fmt::emphasis::faint,
                   fmt::format("{}{}[{}]: {}", place(finding.span), say(Phrase::acceptedWord),
                               harmless(finding.code), harmless(line))));
    }

    template <class... Values>
    void put(fmt::format_string<Values...> pattern, Values&&... values) {
        fmt::format_to(std::back_inserter(out_), pattern, std::forward<Values>(values)...);
    }

    std::string say(Phrase which, std::initializer_list<Argument> arguments = {}) const {
        return phrase(which, arguments).in(options_.language);
    }

    std::string styled(fmt::text_style style, const std::string& text) const {
        return options_.colour ? fmt::format(style, "{}", text) : text;
    }

    bool placed(Span span) const { return span.file.value < sources_.size(); }

    /// "path:line:column: ", or nothing where there is no place.
    std::string place(Span span) const {
        if (!placed(span)) {
            return {};
        }
        const auto& source = sources_[span.file];
        const auto [line, column] = source.position(span.begin);
        return fmt::format("{}:{}:{}: ", harmless(source.path()), line, column);
    }

    void writeExcerpt(Span span, char mark, fmt::text_style style) {
        if (!placed(span)) {
            return;
        }
        const auto& source = sources_[span.file];
        const auto number = std::to_string(source.position(span.begin).line);
        const auto excerpt = excerptOf(source, span);
        const auto bar = styled(fg(fmt::terminal_color::blue), "|");
        put("{} {}{}{}\n", number, bar, excerpt.text.empty() ? "" : " ", excerpt.text);
        put("{:{}} {} {:{}}{}\n", "", number.size(), bar, "", excerpt.caretColumn,
            styled(style, std::string(excerpt.caretWidth, mark)));
    }

    void writeRelated(const std::vector<Related>& related) {
        const auto label = styled(fmt::emphasis::bold, say(Phrase::note));
        for (const auto& one : std::span(related).first(std::min(related.size(), mostPlaces))) {
            put("{}{}: {}\n", place(one.span), label, harmless(one.message.in(options_.language)));
            if (related.size() <= mostExcerpts) {
                writeExcerpt(one.span, '-', fg(fmt::terminal_color::blue));
            }
        }
        writeRest(Phrase::morePlaces, related.size(), mostPlaces);
    }

    void writeFixes(const std::vector<Fix>& fixes) {
        const auto label =
            styled(fmt::emphasis::bold | fg(fmt::terminal_color::green), say(Phrase::help));
        for (const auto& fix : std::span(fixes).first(std::min(fixes.size(), mostFixes))) {
            put("  {}\n",
                say(Phrase::labelAndText,
                    {{"label", label}, {"text", harmless(fix.title.in(options_.language))}}));
            for (const auto& edit :
                 std::span(fix.edits).first(std::min(fix.edits.size(), mostEdits))) {
                writeEdit(edit);
            }
            if (fix.edits.size() > mostEdits) {
                put("    …\n");
            }
        }
        writeRest(Phrase::moreSuggestions, fixes.size(), mostFixes);
    }

    void writeEdit(const Edit& edit) {
        if (!placed(edit.span)) {
            return;
        }
        const auto old = shortened(sources_[edit.span.file].slice(edit.span), editColumns);
        const auto text = shortened(edit.text, editColumns);
        const auto where = place(edit.span);
        if (old.empty()) {
            put("    {}+ `{}`\n", where, text);
        } else if (text.empty()) {
            put("    {}- `{}`\n", where, old);
        } else {
            put("    {}`{}` → `{}`\n", where, old, text);
        }
    }

    void writeRest(Phrase which, std::size_t all, std::size_t shown) {
        if (all > shown) {
            put("  {}\n", say(which, {{"count", std::to_string(all - shown)}}));
        }
    }

    const SourceSet& sources_;
    const HumanOptions& options_;
    std::string out_;
};

}  // namespace

Localized acceptedText(const Finding& finding) {
    return phrase(Phrase::acceptedLine,
                  {{"message", finding.message}, {"reason", finding.accepted->reason}});
}

std::string renderHuman(const std::vector<Finding>& findings, const SourceSet& sources,
                        const Summary& summary, const HumanOptions& options) {
    HumanWriter writer(sources, options);
    for (const auto& finding : findings) {
        writer.write(finding);
    }
    writer.writeSummary(summary, countSeverities(findings));
    return std::move(writer).take();
}

std::string renderFindings(const std::vector<Finding>& findings, const SourceSet& sources,
                           const HumanOptions& options) {
    HumanWriter writer(sources, options);
    for (const auto& finding : findings)
        writer.write(finding);
    return std::move(writer).take();
}

std::string renderSummary(const std::vector<Finding>& findings, const SourceSet& sources,
                          const Summary& summary, const HumanOptions& options) {
    HumanWriter writer(sources, options);
    writer.writeSummary(summary, countSeverities(findings));
    return std::move(writer).take();
}

}  // namespace biao

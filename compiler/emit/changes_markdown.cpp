#include "diagnostics/excerpt.h"
#include "diagnostics/phrases.h"
#include "emit/change_text.h"
#include "emit/changes.h"
#include "emit/markdown.h"
#include "emit/names.h"

namespace biao::emit {

using comparison::Change;
using comparison::Comparison;
using comparison::SubmissionChanges;
using model::Submission;

std::string markdownCell(std::string_view text) {
    std::string out;
    for (const char byte : harmless(text)) {
        // What Markdown or HTML would act on stands for itself.
        if (std::string_view("\\|*_`<>[]#~").find(byte) != std::string_view::npos) out += '\\';
        out += byte;
    }
    return out;
}

std::string markdownLine(const std::vector<std::string>& cells) {
    std::string out = "|";
    for (const std::string& cell : cells)
        out += " " + cell + " |";
    return out + "\n";
}

namespace {

class Tables {
public:
    explicit Tables(Language language) : language_(language) {}

    std::string print(const Comparison& comparison) {
        for (const SubmissionChanges& one : comparison.compared) {
            if (one.any()) table(one);
        }
        lone(comparison.dropped, comparison::What::dropped);
        lone(comparison.added, comparison::What::added);
        if (out_.empty()) out_ = say(phrase(Phrase::diffNothing)) + "\n";
        return std::move(out_);
    }

private:
    std::string say(const Localized& text) const { return text.in(language_); }

    void heading(const std::string& text) {
        if (!out_.empty()) out_ += "\n";
        out_ += "## " + text + "\n\n";
    }

    void table(const SubmissionChanges& one) {
        std::string head = markdownCell(say(titleOf(*one.after)));
        if (one.before->year && one.after->year && *one.before->year != *one.after->year)
            head += " " + std::to_string(*one.before->year) + " \u2192 " +
                    std::to_string(*one.after->year);
        heading(head);
        if (one.retitled) {
            const Localized match = matchText(one.why, one.likeness, "");
            out_ += say(phrase(Phrase::diffTitle, {{"before", markdownCell(one.before->title)},
                                                   {"after", markdownCell(one.after->title)}})) +
                    (match.zh.empty() ? "" : "  " + say(match)) + "\n\n";
        }
        for (const Localized& line : formLines(one))
            out_ += markdownCell(say(line)) + "\n\n";
        if (one.changes.empty()) return;
        std::vector<std::string> titles;
        for (const Phrase each : {Phrase::diffPlace, Phrase::diffRow, Phrase::diffChange,
                                  Phrase::diffBefore, Phrase::diffAfter, Phrase::diffDifference})
            titles.push_back(say(phrase(each)));
        out_ += markdownLine(titles) + "| --- | --- | --- | --- | --- | --- |\n";
        for (const Change& change : one.changes) {
            const ChangeText text = textOf(one, change);
            std::string row = markdownCell(say(text.row));
            if (!text.column.zh.empty())
                row += (row.empty() ? "" : " \u00b7 ") + markdownCell(say(text.column));
            std::string difference = say(text.difference);
            if (!text.percent.empty()) difference += " (" + text.percent + ")";
            if (!text.match.zh.empty())
                difference += (difference.empty() ? "" : "  ") + say(text.match);
            out_ += markdownLine({markdownCell(say(text.place)), row, say(text.what),
                                  markdownCell(text.before), markdownCell(text.after), difference});
        }
    }

    void lone(const std::vector<const Submission*>& all, comparison::What what) {
        if (all.empty()) return;
        heading(say(wordFor(what)));
        for (const Submission* one : all)
            out_ +=
                "- " + markdownCell(say(titleOf(*one))) + " (" + markdownCell(pathOf(*one)) + ")\n";
    }

    const Language language_;
    std::string out_;
};

}  // namespace

std::string changesMarkdown(const Comparison& comparison, Language language) {
    return Tables(language).print(comparison);
}

}  // namespace biao::emit

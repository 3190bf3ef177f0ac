#include "emit/change_text.h"
#include "emit/changes.h"
#include "emit/csv.h"
#include "emit/names.h"
#include "emit/understood.h"

namespace biao::emit {

using comparison::Change;
using comparison::SubmissionChanges;
using model::Submission;

namespace {

std::string yearText(const Submission* one) {
    return one && one->year ? std::to_string(*one->year) : "";
}

void head(CsvLines& out, const Submission* before, const Submission* after) {
    const Submission& one = after ? *after : *before;
    out.cell(one.subject).cell(one.title).cell(yearText(before)).cell(yearText(after));
}

void spot(CsvLines& out, const Submission* in, Span span) {
    out.cell(in ? pathOf(*in) : "");
    out.cell(in ? std::to_string(in->source->position(span.begin).line) : "");
}

/// What changed of the submission itself: its title, its form.
void whole(CsvLines& out, const SubmissionChanges& one, std::string_view what,
           std::string_view before, std::string_view after, bool matched) {
    head(out, one.before, one.after);
    out.cell("").cell("").cell("").cell("").cell(what).cell(before).cell(after);
    out.cell("").cell("").cell("").cell(matched ? whyName(one.why) : "");
    out.cell(matched && one.likeness ? std::to_string(one.likeness->total) : "");
    spot(out, one.before, one.before->headSpan);
    spot(out, one.after, one.after->headSpan);
    out.endLine();
}

void lone(CsvLines& out, const Submission* before, const Submission* after) {
    head(out, before, after);
    out.cell("").cell("").cell("").cell("").cell(before ? "dropped" : "added");
    for (int i = 0; i < 7; ++i)
        out.cell("");
    spot(out, before, before ? before->headSpan : Span());
    spot(out, after, after ? after->headSpan : Span());
    out.endLine();
}

}  // namespace

std::string_view whyName(comparison::Why why) {
    constexpr std::string_view names[] = {"id",    "former",  "code", "key",
                                          "moved", "renamed", "only"};
    return names[static_cast<std::size_t>(why)];
}

std::string changesCsv(const comparison::Comparison& comparison) {
    CsvLines out;
    for (const std::string_view name :
         {"subject",    "title",       "year_before", "year_after", "place",
          "row_before", "row_after",   "column",      "change",     "before",
          "after",      "difference",  "unit",        "percent",    "matched_by",
          "likeness",   "path_before", "line_before", "path_after", "line_after"})
        out.cell(name);
    out.endLine();
    for (const SubmissionChanges& one : comparison.compared) {
        if (one.retitled) whole(out, one, "renamed", one.before->title, one.after->title, true);
        if (one.form.changed)
            whole(out, one, "form", one.before->form->name.text(), one.after->form->name.text(),
                  false);
        for (const Change& change : one.changes) {
            const ChangeText text = textOf(one, change);
            const auto* old = change.before ? &(*one.before)[change.before] : nullptr;
            const auto* now = change.after ? &(*one.after)[change.after] : nullptr;
            head(out, one.before, one.after);
            out.cell(text.place.zh);
            const bool renamed = old && now && change.part == comparison::Part::row;
            out.cell(old ? (renamed ? std::string(old->name) : text.row.zh) : "");
            out.cell(now ? text.row.zh : "");
            out.cell(text.column.zh).cell(nameOf(change.what)).cell(text.before).cell(text.after);
            out.cell(change.difference ? change.difference->value.exactText() : "");
            out.cell(differenceUnit(change));
            out.cell(change.ratio ? (*change.ratio * 100).exactText() : "");
            out.cell(renamed ? whyName(change.why) : "");
            out.cell(change.likeness ? std::to_string(change.likeness->total) : "");
            spot(out, old ? one.before : nullptr, old ? old->nameSpan : Span());
            spot(out, now ? one.after : nullptr, now ? now->nameSpan : Span());
            out.endLine();
        }
    }
    for (const Submission* one : comparison.dropped)
        lone(out, one, nullptr);
    for (const Submission* one : comparison.added)
        lone(out, nullptr, one);
    return out.take();
}

}  // namespace biao::emit

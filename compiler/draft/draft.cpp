#include "draft/draft.h"

#include <algorithm>
#include <charconv>

#include "diagnostics/phrases.h"
#include "draft/drafter.h"
#include "draft/remarks.h"
#include "draft/words.h"
#include "format/format.h"

namespace biao::draft {

using definitions::Decomposition;
using definitions::ElementKind;
using definitions::Form;
using model::RowKind;
using syntax::Keyword;
using syntax::Role;

Drafter::Drafter(const Wanted& wanted)
    : wanted_(wanted),
      form_(wanted.form),
      language_(wanted.language),
      rowsWanted_(wanted.form.elements.size(), false) {
    if (wanted.last) carried_.emplace(*wanted.last, form_);
    for (const ElementId id : childrenOf({0}))
        chooseLeaves(id);
}

std::string Drafter::text() {
    const auto& library = wanted_.library;
    std::string subject = form_.subject;
    if (subject.empty() && wanted_.last) subject = std::string(wanted_.last->subject);
    if (subject.empty()) {
        const auto known = library.subjectSpellings();
        if (!known.empty()) subject = known.front();
    }
    if (const auto spelling = library.subject(subject)) subject = spelling->in(language_);
    std::string head = subject + " " + quoted(wanted_.last ? wanted_.last->title : "");
    if (wanted_.naming) {
        head += ", " + word(syntax::Property::by, language_) + " " + nameOf(form_, language_);
    }
    line(head + " {");
    below({0}, {});
    line("}");
    return std::move(out_);
}

void Drafter::line(const std::string& text, const std::vector<std::string>& remarks) {
    out_ += text + behind(remarks, language_) + "\n";
}

Drafter::Ids Drafter::childrenOf(ElementId id) const {
    Ids out;
    for (const ElementId child : form_[id].children) {
        if (!form_[child].dropped) out.push_back(child);
    }
    return out;
}

std::string Drafter::demand(ElementId id) const {
    return demandOf(form_, form_[id], language_);
}

std::string Drafter::named(ElementId id) const {
    return spelt(form_[id], language_);
}

/// Nothing of what stood there is nothing to remark on.
std::string Drafter::remark(const std::string& text) const {
    return text.empty() ? text : lastYear(wanted_.last->year, text, language_);
}

RowIndex Drafter::only(ElementId id, RowKind kind) const {
    if (!carried_) return {};
    const auto rows = carried_->rows(id, kind, {});
    return rows.empty() ? RowIndex() : rows.front();
}

void Drafter::below(ElementId parent, RowIndex around) {
    for (const ElementId id : childrenOf(parent))
        element(id, around);
}

void Drafter::element(ElementId id, RowIndex around) {
    switch (form_[id].kind) {
        case ElementKind::field:
            return field(id);
        case ElementKind::fund:
            return fund(id);
        case ElementKind::table:
            return table(id);
        case ElementKind::tree:
        case ElementKind::category:
            return category(id, around);
        case ElementKind::group:
            return group(id);
        case ElementKind::list:
            return list(id);
        case ElementKind::root:
        case ElementKind::line:
        case ElementKind::column:
            return;
    }
}

void Drafter::field(ElementId id) {
    const definitions::Element& element = form_[id];
    const RowIndex last = only(id, RowKind::field);
    std::vector<std::string> remarks = {demand(id)};
    Taken value;
    if (element.role.role == Role::year && wanted_.last && wanted_.last->year) {
        value.text = std::to_string(*wanted_.last->year + (carried_->evaluates() ? 0 : 1));
    } else if (last) {
        const model::Row& row = (*carried_)[last];
        value = carried_->taken(element, row.value(), row);
    }
    if (!value.text.empty()) remarks.clear();
    if (!value.remark.empty()) remarks.push_back(remark(value.remark));
    const bool block = value.text.starts_with('{');
    line(named(id) + (value.text.empty() ? "" : " ") + value.text,
         block ? std::vector<std::string>() : remarks);
}

void Drafter::fund(ElementId id) {
    const RowIndex last = only(id, RowKind::fund);
    std::vector<std::string> remarks = {demand(id)};
    if (last) {
        if (const auto amounts = amountsOf(last); !amounts.empty())
            remarks.push_back(remark(amounts));
    }
    if (!hasInside(id)) return line(named(id) + sumsOf(id, last), remarks);
    line(named(id) + sumsOf(id, last) + " {", remarks);
    fundInside(id);
    line("}");
}

/// Whether a part is divided by 其中, which stands in a line of its own.
bool Drafter::hasInside(ElementId fund) const {
    const auto parts = childrenOf(fund);
    return std::any_of(parts.begin(), parts.end(),
                       [&](ElementId part) { return !ofWhich(part).empty() || hasInside(part); });
}

std::string Drafter::ofWhich(ElementId part) const {
    std::string out;
    for (const Decomposition& sum : form_[part].decompositions) {
        if (!sum.ofWhich || sum.parts.empty()) continue;
        out += " " + word(syntax::LineWord::ofWhich, language_) + sumOf(sum);
        if (sum.open) out += " + \u2026";
    }
    return out;
}

/// The parts stand in the sum above: 财政拨款 其中 上年结转
void Drafter::fundInside(ElementId fund) {
    for (const ElementId part : childrenOf(fund)) {
        const bool inner = hasInside(part);
        const std::string own = ofWhich(part);
        if (own.empty() && !inner) continue;
        line(named(part) + own + (inner ? " {" : ""));
        if (!inner) continue;
        fundInside(part);
        line("}");
    }
}

std::string Drafter::sumOf(const Decomposition& sum) const {
    std::string out;
    if (!sum.label.empty()) out += " [" + sum.label + "]";
    bool first = true;
    for (const auto& part : sum.parts) {
        if (form_[part.element].dropped) continue;
        out += part.minus ? " - " : first ? " " : " + ";
        first = false;
        out += named(part.element);
        const auto& inside = form_[part.element].decompositions;
        const auto whole = std::find_if(inside.begin(), inside.end(),
                                        [](const auto& one) { return !one.ofWhich; });
        if (whole != inside.end() && !whole->parts.empty()) out += " (=" + sumOf(*whole) + ")";
    }
    return out;
}

/// Parts that last year's submission added stand in the first sum that is open to them.
std::string Drafter::sumsOf(ElementId fund, RowIndex last) const {
    std::string added;
    if (last) {
        for (const RowIndex part : carried_->under(last)) {
            const model::Row& row = (*carried_)[part];
            if (row.added) added += " + " + std::string(row.name);
        }
    }
    std::string out;
    for (const Decomposition& sum : form_[fund].decompositions) {
        if (sum.parts.empty()) continue;
        const auto lead = sum.ofWhich ? word(syntax::LineWord::ofWhich, language_) : "=";
        out += " " + lead + sumOf(sum);
        if (!sum.open) continue;
        out += added + " + \u2026";
        added.clear();
    }
    return out;
}

/// "20万元 (财政拨款 15万元, 其他资金 5万元)"
std::string Drafter::amountsOf(RowIndex fund) const {
    const model::Row& row = (*carried_)[fund];
    std::string parts;
    for (const RowIndex part : carried_->under(fund)) {
        const auto amounts = amountsOf(part);
        if (amounts.empty()) continue;
        parts += parts.empty() ? "" : phrase(Phrase::listSeparator).in(language_);
        parts += std::string((*carried_)[part].name) + " " + amounts;
    }
    const auto own = writtenLine(row.value(), row, *wanted_.last);
    if (parts.empty()) return own;
    if (own.empty()) return parts;
    return phrase(Phrase::underLabel, {{"name", own}, {"label", parts}}).in(language_);
}

std::string submission(const Wanted& wanted) {
    return Drafter(wanted).text();
}

std::string heading(const std::vector<std::string>& files, const std::vector<const Form*>& forms,
                    Language language) {
    const std::string use = word(Keyword::use, language) + " ";
    std::string out;
    for (const std::string& file : files)
        out += use + quoted(file) + "\n";
    for (const Form* form : forms)
        out += use + nameOf(*form, language) + "\n";
    return out.empty() ? out : out + "\n";
}

std::optional<std::string> laidOut(const std::string& text) {
    SourceSet sources;
    const FileId id = sources.add(Source("", text));
    Findings findings;
    return format::format(sources[id], id, Limits{}, findings);
}

}  // namespace biao::draft

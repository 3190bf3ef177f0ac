// What the form requires and the submission leaves out: fields, funds and their parts, lines,
// categories, columns of rows, numbers of rows. The outermost missing thing is said; what would
// stand inside it follows from that.
#include <algorithm>

#include "checks/checks.h"
#include "diagnostics/phrases.h"

namespace biao::checks {
namespace {

using definitions::Element;
using definitions::ElementId;
using definitions::ElementKind;
using model::Row;
using model::RowKind;

class Required {
public:
    explicit Required(const Context& context)
        : context_(context),
          form_(context.form()),
          rows_(form_.elements.size(), 0),
          valued_(form_.elements.size(), false),
          place_(form_.elements.size(), context.submission.headSpan) {
        for (const Row& row : context.submission.rows) {
            const bool holds = row.kind == RowKind::category;
            if (row.kind == RowKind::ofWhich || row.kind == RowKind::together || row.added) {
                continue;
            }
            if (place_[row.element.value] == context.submission.headSpan) {
                place_[row.element.value] = row.nameSpan;
            }
            if (row.broken || std::any_of(row.cells.begin(), row.cells.end(),
                                          [](const auto& c) { return gives(c.value); })) {
                valued_[row.element.value] = !holds || valued_[row.element.value];
            }
            const bool nothing = row.kind == RowKind::indicator &&
                                 row.value().type == model::Value::Type::notApplicable;
            if (holds || nothing) continue;
            for (ElementId at = row.element; at.value != 0; at = form_[at].parent) {
                ++rows_[at.value];
            }
        }
    }

    void run() {
        inside({0}, context_.submission.headSpan);
        columns();
    }

private:
    /// `/` and a text of blanks give nothing to what is required.
    static bool gives(const model::Value& value) {
        return !value.isBlank() && value.type != model::Value::Type::notApplicable &&
               (value.type != model::Value::Type::text ||
                value.text.find_first_not_of(" \t") != std::string_view::npos);
    }

    bool present(ElementId id) const {
        const Element& e = form_[id];
        if (rows_[id.value] == 0) return false;
        return e.kind == ElementKind::field ? valued_[id.value] : anyValue(id);
    }
    /// A fund left blank with blank parts is missing; an indicator without a value is not.
    bool anyValue(ElementId id) const {
        const Element& e = form_[id];
        if (e.kind != ElementKind::fund) return true;
        // The total of a whole fund is asked for; a subtotal may be what its parts add up to.
        if (valued_[id.value] || e.parent.value == 0) return valued_[id.value];
        return std::any_of(e.children.begin(), e.children.end(),
                           [&](ElementId child) { return anyValue(child); });
    }

    void inside(ElementId parent, Span place) {
        for (const ElementId id : form_[parent].children) {
            const Element& e = form_[id];
            if (e.dropped) continue;
            if (!present(id)) {
                if (e.required && !meant(id) && !doubted(id)) say(id, place);
                // What an optional group leaves out whole is left out with all that is in it, but a
                // form may require a category of a tree whose root it does not.
                continue;
            }
            rowsWanted(id);
            inside(id, place_[id.value] == context_.submission.headSpan ? place : place_[id.value]);
        }
    }

    bool doubted(ElementId id) const {
        const auto& list = context_.submission.doubtful;
        return std::find(list.begin(), list.end(), id) != list.end();
    }
    /// It, or something inside it, stands there under a name that was misspelt: that was said.
    bool meant(ElementId id) const {
        const Element& e = form_[id];
        const auto& names = context_.submission.misspelt;
        const bool own = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
            return std::find(e.spellings.begin(), e.spellings.end(), name) != e.spellings.end();
        });
        return own || std::any_of(e.children.begin(), e.children.end(),
                                  [&](ElementId child) { return meant(child); });
    }

    void say(ElementId id, Span place) {
        const Span at = rows_[id.value] > 0 ? place_[id.value] : place;
        Finding f = finding(Code::missing, at, {{"what", name(id)}});
        f.firm = form_[id].hard;
        context_.findings.add(std::move(f));
    }

    void rowsWanted(ElementId id) {
        const Element& e = form_[id];
        const std::size_t count = rows_[id.value];
        const bool few = e.minRows && count < *e.minRows;
        const bool many = e.maxRows && count > *e.maxRows;
        if (!few && !many) return;
        const std::string limit = std::to_string(few ? *e.minRows : *e.maxRows);
        context_.findings.add(finding(
            Code::outOfBounds, place_[id.value],
            {{"found", phrase(Phrase::rowCount, {{"count", std::to_string(count)}})},
             {"place", name(id)},
             {"bound",
              phrase(few ? Phrase::rowsAtLeast : Phrase::rowsAtMost, {{"limit", limit}})}}));
    }

    void columns() {
        for (const Row& row : context_.submission.rows) {
            const bool filled = row.kind == RowKind::indicator || row.kind == RowKind::line;
            if (!filled || row.broken || row.isTotal) continue;
            for (const ElementId id : form_.columnsOf(row.element)) {
                const Element& column = form_[id];
                if (!column.required || column.isKey || column.period.each) continue;
                const model::Cell* cell = row.cell({id, {}});
                if (!cell && meant(id)) continue;
                if (cell && !cell->value.isBlank()) continue;
                Finding f = finding(
                    Code::missing, row.nameSpan,
                    {{"what", phrase(Phrase::columnOfRow, {{"column", column.shown()},
                                                           {"row", std::string(row.name)}})}});
                f.firm = column.hard;
                f.group = "column " + column.id;
                context_.findings.add(std::move(f));
            }
        }
    }

    Localized name(ElementId id) const {
        const Element& e = form_[id];
        const Localized path = form_.path(id);
        if (e.label.zh.empty()) return phrase(Phrase::quoted, {{"text", path}});
        return phrase(Phrase::labelled, {{"name", path}, {"label", e.label}});
    }

    const Context& context_;
    const definitions::Form& form_;
    std::vector<std::size_t> rows_;
    std::vector<bool> valued_;
    std::vector<Span> place_;
};

}  // namespace

void missingRequired(const Context& context) {
    if (!context.submission.unbalanced) Required(context).run();
}

}  // namespace biao::checks

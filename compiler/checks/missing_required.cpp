// What the form requires and the submission leaves out: fields, funds and their parts, lines,
// categories, columns of rows, numbers of rows. The outermost missing thing is said; what would
// stand inside it follows from that.
#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>
#include <utility>

#include "checks/checks.h"
#include "diagnostics/phrases.h"
#include "model/world.h"

namespace biao::checks {
namespace {

using definitions::Element;
using definitions::ElementId;
using definitions::ElementKind;
using model::Row;
using model::RowIndex;
using model::RowKind;

class Required {
public:
    Required(const Context& context, const Formulas& formulas)
        : context_(context),
          form_(context.form()),
          rows_(form_.elements.size(), 0),
          valued_(form_.elements.size(), false),
          place_(form_.elements.size(), context.submission.headSpan) {
        if (!formulas.demands.empty()) {
            const model::SubmissionWorld world(context.submission, context.units());
            for (const auto& demand : formulas.demands)
                ask(demand, world);
        }
        for (const Row& row : context.submission.rows) {
            // A list is there when one of its lines is.
            const bool list =
                row.kind == RowKind::field && form_[row.element].kind == ElementKind::list;
            const bool holds = row.kind == RowKind::category || list;
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
            const bool empty = row.kind == RowKind::item && !gives(row.value());
            const bool nothing = empty || (row.kind == RowKind::indicator &&
                                           row.value().type == model::Value::Type::notApplicable);
            if (holds || nothing) continue;
            for (ElementId at = row.element; at.value != 0; at = form_[at].parent) {
                ++rows_[at.value];
            }
        }
    }

    void run() {
        inside({0}, context_.submission.headSpan);
        eachOfSeveral();
        oneOf();
        columns();
    }

private:
    /// 必填 当 …: where the condition holds in this submission.
    void ask(const expression::CompiledDemand& demand, const model::SubmissionWorld& world) {
        auto where = expression::demanded(demand, world, context_.library, context_.findings);
        Asked& asked = asked_[demand.element.value];
        asked.everywhere = where.holds;
        asked.condition = demand.condition;
        for (const auto row : where.rows)
            asked.rows.insert(row.value);
    }
    /// The condition on which it is asked for here; nothing when it is not, "" when it always is.
    std::optional<std::string> wanted(ElementId id, std::size_t row) const {
        if (form_[id].required) return "";
        const auto asked = asked_.find(id.value);
        if (asked == asked_.end()) return std::nullopt;
        if (!asked->second.everywhere && asked->second.rows.count(row) == 0) return std::nullopt;
        return asked->second.condition;
    }
    static constexpr std::size_t noRow = SIZE_MAX;
    static Localized because(Localized what, const std::string& condition) {
        if (condition.empty()) return what;
        return phrase(Phrase::because, {{"what", std::move(what)}, {"condition", condition}});
    }

    /// 至少一 { … }, where what it stands in is filled in at all.
    void oneOf() {
        for (const definitions::OneOf& one : form_.oneOf) {
            const bool some =
                std::any_of(one.elements.begin(), one.elements.end(), [&](ElementId id) {
                    return present(id) || meant(id) || doubted(id) || said_.count(id.value) > 0;
                });
            const bool open = one.scope.value == 0 || present(one.scope);
            if (some || !open || doubted(one.scope)) continue;
            Localized list;
            for (const ElementId id : one.elements) {
                const bool first = list.zh.empty();
                list.zh += (first ? "" : "\u3001") + name(id).zh;
                list.en += (first ? "" : ", ") + name(id).en;
            }
            context_.findings.add(
                finding(Code::missing, place_[one.scope.value],
                        {{"what", phrase(Phrase::oneOfThese, {{"list", list}})}}));
        }
    }

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
                const auto condition = wanted(id, noRow);
                if (meant(id) || doubted(id)) continue;
                // What is optional and left out whole is left out with all that is in it; but a
                // group that is not said to be only gathers what the form asks for.
                if (condition) {
                    say(id, place, *condition);
                } else if (gathers(e)) {
                    inside(id, place);
                }
                continue;
            }
            rowsWanted(id);
            inside(id, place_[id.value] == context_.submission.headSpan ? place : place_[id.value]);
        }
    }

    /// Of what may stand several times each asks for what is required in it; what stands in none
    /// of them has been said.
    void eachOfSeveral() {
        const auto& rows = context_.submission.rows;
        std::set<std::pair<RowIndex, ElementId>>
            filled;  // there is a row of the element in the row
        for (const Row& row : rows) {
            if (row.kind == RowKind::category) continue;
            for (RowIndex above = row.parent; above; above = rows[above.value].parent) {
                const ElementId whole = rows[above.value].element;
                if (!form_[whole].repeatable) continue;
                for (ElementId at = row.element; at.value != 0 && at != whole;
                     at = form_[at].parent)
                    filled.emplace(above, at);
            }
        }
        for (std::uint32_t at = 0; at < rows.size(); ++at) {
            const Element& e = form_[rows[at].element];
            if (rows[at].kind != RowKind::category || !e.repeatable || rows[at].broken) continue;
            for (const ElementId id : e.children) {
                if (form_[id].dropped || !form_[id].required || filled.count({{at}, id}) > 0)
                    continue;
                if (!present(id) || meant(id) || doubted(id)) continue;
                missing(id, rows[at].nameSpan, name(id));
            }
        }
    }

    static bool gathers(const Element& e) {
        return e.kind == ElementKind::group && !e.repeatable && !e.optional && !e.demand;
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

    void say(ElementId id, Span place, const std::string& condition) {
        const Span at = rows_[id.value] > 0 ? place_[id.value] : place;
        said_.insert(id.value);
        missing(id, at, because(name(id), condition));
    }
    Finding& missing(ElementId id, Span at, Localized what) {
        Finding& f = context_.findings.add(finding(Code::missing, at, {{"what", std::move(what)}}));
        f.firm = form_[id].hard;
        return f;
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
                const auto condition =
                    wanted(id, static_cast<std::size_t>(&row - context_.submission.rows.data()));
                if (!condition || column.isKey || column.period.each) continue;
                const model::Cell* cell = row.cell({id, {}});
                if (!cell && meant(id)) continue;
                if (cell && !cell->value.isBlank()) continue;
                Localized what = phrase(Phrase::columnOfRow, {{"column", column.shown()},
                                                              {"row", std::string(row.name)}});
                missing(id, row.nameSpan, because(std::move(what), *condition)).group =
                    "column " + column.id;
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
    std::unordered_set<std::uint32_t> said_;
    struct Asked {
        bool everywhere = false;
        std::string condition;
        std::unordered_set<std::size_t> rows;
    };
    std::map<std::uint32_t, Asked> asked_;
};

}  // namespace

void missingRequired(const Context& context, const Formulas& formulas) {
    if (!context.submission.unbalanced) Required(context, formulas).run();
}

}  // namespace biao::checks

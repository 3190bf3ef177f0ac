#include <algorithm>
#include <charconv>

#include "diagnostics/phrases.h"
#include "draft/drafter.h"
#include "draft/remarks.h"
#include "draft/words.h"
#include "model/target_columns.h"
#include "model/value.h"

namespace biao::draft {

using definitions::ElementKind;
using model::Row;
using model::RowKind;
using model::Value;
using syntax::LineWord;
using syntax::Operator;

/// Leaves that are required, and of a category that is required with nothing inside it so, the
/// first. True where there are any, or rows of last year.
bool Drafter::chooseLeaves(ElementId id) {
    const Element& element = form_[id];
    const bool wanted = element.required || element.minRows.value_or(0) > 0;
    if (element.kind != ElementKind::tree && element.kind != ElementKind::category) return false;
    bool any = carried_ && !carried_->rows(id, RowKind::indicator, {}).empty();
    for (const ElementId child : childrenOf(id))
        any = chooseLeaves(child) || any;
    if (any || !wanted) return any;
    rowsWanted_[firstLeaf(id).value] = true;
    return true;
}

ElementId Drafter::firstLeaf(ElementId id) const {
    for (auto inside = childrenOf(id); !inside.empty(); inside = childrenOf(id))
        id = inside.front();
    return id;
}

void Drafter::category(ElementId id, RowIndex around) {
    if (!form_[id].repeatable || !carried_) return categoryOnce(id, around, {});
    const auto titled = carried_->rows(id, RowKind::category, around);
    for (const RowIndex one : titled)
        categoryOnce(id, one, one);
    if (titled.empty()) categoryOnce(id, around, {});
}

/// `last`: the one of last year that it is, where there may be several.
void Drafter::categoryOnce(ElementId id, RowIndex around, RowIndex last) {
    const Element& element = form_[id];
    std::vector<std::string> remarks;
    std::string head = named(id);
    if (element.repeatable) head += " " + quoted(last ? (*carried_)[last].name : "");
    RowIndex own = last;
    if (carried_ && !element.repeatable) {
        const auto same = carried_->rows(id, RowKind::category, around);
        if (!same.empty()) own = same.front();
    }
    if (own) head += attributes(form_.columnsOf(id), own, remarks);
    const auto inside = childrenOf(id);
    const auto rows =
        carried_ ? carried_->rows(id, RowKind::indicator, around) : std::vector<RowIndex>();
    if (inside.empty() && rows.empty() && !rowsWanted_[id.value]) {
        remarks.insert(remarks.begin(), demand(id));
        return line(head + " {}", remarks);
    }
    if (element.required && !inside.empty())
        remarks.insert(remarks.begin(), word(syntax::Flag::required, language_));
    line(head + " {", remarks);
    if (!rows.empty() && isSplit(id)) columnHeader(id);
    for (const RowIndex row : rows)
        indicator(row);
    if (inside.empty() && rows.empty()) blankRows(id);
    below(id, around);
    line("}");
}

void Drafter::blankRows(ElementId leaf) {
    std::uint32_t count = 1;
    for (ElementId at = leaf; at.value != 0; at = form_[at].parent)
        count = std::max(count, form_[at].minRows.value_or(0));
    std::vector<std::string> remarks = {demand(leaf)};
    const bool split = isSplit(leaf);
    if (split) columnHeader(leaf);
    if (!split) markRequired(form_.columnsOf(leaf), remarks);
    const std::string row = quoted("") + (split ? rowCells(leaf, {}, remarks)
                                                : attributes(form_.columnsOf(leaf), {}, remarks));
    constexpr std::uint32_t most = 100;
    for (std::uint32_t at = 0; at < std::min(count, most); ++at)
        line(row, at == 0 ? remarks : std::vector<std::string>());
}

/// Its name, its operator and its columns stay; its target is new.
void Drafter::indicator(RowIndex last) {
    const Row& row = (*carried_)[last];
    std::string head;
    if (row.kind == RowKind::ofWhich) head = word(LineWord::ofWhich, language_) + " ";
    if (row.kind == RowKind::together) head = word(LineWord::together, language_) + " ";
    head += quoted(row.name);
    if (!row.id.empty()) head += " #" + std::string(row.id);
    std::vector<std::string> remarks;
    const Value& value = row.value();
    const bool split = isSplit(carried_->to(row.element));
    // What is aimed at is new, in words as in numbers; that it does not apply stays.
    Taken target;
    if (split && value.fromColumns) {
        // its cells say it
    } else if (value.type == Value::Type::notApplicable || carried_->evaluates()) {
        target = carried_->taken(Element(), value, row);
    } else if (!value.isBlank()) {
        target.remark = writtenLine(value, row, *wanted_.last);
    }
    for (const model::Equation& equation : row.equations) {
        std::string& written = target.text.empty() ? target.remark : target.text;
        if (!written.empty()) written += " " + oneLine(wanted_.last->source->slice(equation.span));
    }
    if (!target.remark.empty()) {
        remarks.push_back(remark(target.remark));
        const bool date = value.type == Value::Type::date;
        const bool compares = value.op != Operator::none;
        if (compares && !date && !split)
            target.text =
                word(value.op, language_) + " " + phrase(Phrase::printBlank).in(language_);
    }
    if (!target.text.empty()) head += " " + target.text;
    const ElementId to = carried_->to(row.element);
    head += split ? rowCells(to, last, remarks) : attributes(form_.columnsOf(to), last, remarks);
    if (row.isTotal) head += ", " + word(LineWord::isTotal, language_);
    const auto inside = carried_->under(last);
    if (inside.empty()) return line(head, remarks);
    line(head + " {", remarks);
    for (const RowIndex one : inside)
        indicator(one);
    line("}");
}

/// Whether operator, number and unit of its rows stand in columns.
bool Drafter::isSplit(ElementId category) const {
    return category && static_cast<bool>(model::targetColumns(form_, category).number);
}

namespace {

/// Those that a header names.
std::vector<ElementId> headed(const definitions::Form& form, ElementId category) {
    std::vector<ElementId> out;
    for (const ElementId id : form.columnsOf(category)) {
        const definitions::Element& column = form[id];
        if (!column.dropped && !column.isKey && !column.period.each) out.push_back(id);
    }
    return out;
}

}  // namespace

void Drafter::columnHeader(ElementId category) {
    std::string header;
    std::vector<std::string> remarks;
    const Ids columns = headed(form_, category);
    for (const ElementId id : columns)
        header += " | " + named(id);
    markRequired(columns, remarks);
    line(header, remarks);
}

std::string Drafter::rowCells(ElementId category, RowIndex last,
                              std::vector<std::string>& remarks) {
    return cells(headed(form_, category), last, remarks);
}

/// "必填：权重，得分"
void Drafter::markRequired(const Ids& columns, std::vector<std::string>& remarks) const {
    std::string names;
    for (const ElementId id : columns) {
        if (!form_[id].required || form_[id].dropped || form_[id].isKey) continue;
        names += names.empty() ? "" : phrase(Phrase::listSeparator).in(language_);
        names += named(id);
    }
    if (names.empty()) return;
    remarks.push_back(phrase(Phrase::labelAndText,
                             {{"label", syntax::spelling(syntax::Flag::required)}, {"text", names}})
                          .in(language_));
}

/// Every column by name; of last year those that stay. A category shows only what it had.
std::string Drafter::attributes(const Ids& columns, RowIndex last,
                                std::vector<std::string>& remarks) {
    std::string out;
    const bool ofRow = !last || (*carried_)[last].kind == RowKind::indicator;
    for (const ElementId id : columns) {
        const Element& column = form_[id];
        if (column.dropped || column.period.each) continue;
        Taken value;
        const ElementId from = last ? carried_->columnFor(form_, id) : ElementId();
        const model::Cell* cell = from ? (*carried_)[last].cell({from, {}}) : nullptr;
        if (cell && !cell->inherited)
            value = carried_->taken(column, cell->value, (*carried_)[last]);
        if (cell && cell->value.isBlank() && !value.text.empty())
            value.text = quoted(value.text);  // an operator alone
        if (!value.remark.empty()) remarks.push_back(named(id) + " " + remark(value.remark));
        const bool shown = ofRow && !(cell && cell->inherited);
        if (value.text.empty() && !shown) continue;
        out += ", " + named(id) + (value.text.empty() ? "" : " ") + value.text;
    }
    return out;
}

Drafter::Ids Drafter::columnsOf(ElementId table) const {
    Ids out;
    for (const ElementId id : form_.columnsOf(table)) {
        const Element& column = form_[id];
        if (column.dropped || column.isKey) continue;
        if (!column.period.each || !years_.empty()) out.push_back(id);
    }
    return out;
}

void Drafter::table(ElementId id) {
    const Element& element = form_[id];
    table_ = id;
    years_ = carried_ ? carried_->yearsOf(id) : std::vector<int>();
    if (years_.empty()) {
        // A form is of a year; where its version is none there is no telling which columns.
        const std::string& version = form_.name.version;
        int year = 0;
        const auto read = std::from_chars(version.data(), version.data() + version.size(), year);
        if (read.ec == std::errc() && version.size() == 4) years_ = {year};
    }
    const auto columns = columnsOf(id);
    std::string header;
    std::string kinds;
    for (const ElementId column : columns) {
        if (!form_[column].period.each) {
            header += " | " + named(column);
        } else {
            for (const int year : years_)
                header += " | " + phrase(Phrase::yearColumn, {{"year", std::to_string(year)}}).zh;
        }
        kinds += kinds.empty() ? "" : phrase(Phrase::listSeparator).in(language_);
        kinds += named(column) + " " + kindsOf(form_, form_[column], language_);
    }
    const auto flag = element.required ? syntax::Flag::required : syntax::Flag::optional;
    const auto demands =
        phrase(Phrase::labelAndText, {{"label", syntax::spelling(flag)}, {"text", kinds}});
    line(named(id) + " {", {demands.in(language_)});
    if (!header.empty()) line(header);
    bool any = false;
    if (carried_) {
        for (const RowIndex row : carried_->rows(id, RowKind::line, {})) {
            tableLine(id, quoted((*carried_)[row].name), row);
            any = true;
        }
    }
    if (element.freeRows && !any) tableLine(id, quoted(""), {});
    for (const ElementId child : childrenOf(id))
        tableLine(child, named(child), only(child, RowKind::line));
    line("}");
}

void Drafter::tableLine(ElementId id, const std::string& name, RowIndex last) {
    std::vector<std::string> remarks;
    const std::string filled = name + cells(columnsOf(table_), last, remarks);
    const auto inside = id == table_ ? Ids() : childrenOf(id);
    if (inside.empty()) return line(filled, remarks);
    line(filled + " {", remarks);
    for (const ElementId child : inside)
        tableLine(child, named(child), only(child, RowKind::line));
    line("}");
}

std::string Drafter::cells(const Ids& columns, RowIndex last, std::vector<std::string>& remarks) {
    std::string out;
    std::string gone;
    const auto add = [&](ElementId id, std::optional<int> year) {
        Taken value;
        const ElementId from = last ? carried_->columnFor(form_, id) : ElementId();
        const model::Cell* cell = from ? (*carried_)[last].cell({from, year}) : nullptr;
        if (cell && !cell->inherited) {
            const Row& row = (*carried_)[last];
            value = carried_->taken(form_[id], cell->value, row);
            const auto& wanted = form_[id].period.offset;
            const auto& had = (*wanted_.last->form)[from].period.offset;
            const bool passed = wanted && had && *had == *wanted + 1 && !carried_->evaluates();
            if (passed && cell->value.isMeasure())
                value = {writtenLine(cell->value, row, *wanted_.last), {}};
        }
        out += " | " + value.text;
        if (value.remark.empty()) return;
        gone += gone.empty() ? "" : phrase(Phrase::listSeparator).in(language_);
        gone += (year ? std::to_string(*year) : named(id)) + " " + value.remark;
    };
    for (const ElementId id : columns) {
        if (!form_[id].period.each) {
            add(id, {});
        } else {
            for (const int year : years_)
                add(id, year);
        }
    }
    if (!gone.empty()) remarks.push_back(remark(gone));
    return out;
}

}  // namespace biao::draft

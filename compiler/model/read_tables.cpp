// Tables: lines × columns under a `|` header, and the same cells on the rows of a tree.
#include <algorithm>

#include "diagnostics/phrases.h"
#include "model/reader.h"
#include "model/target_columns.h"

namespace biao::model {

using namespace syntax;
using definitions::Element;
using definitions::ElementKind;

void SubmissionReader::table(const Item& item, ElementId element, RowIndex parent) {
    Header header = declaredColumns(element);
    if (item.value || item.title) {
        const Span at = item.title ? item.title.span : file_[item.value].span;
        misplaced(at, quoted(source_.slice(at)), placeName(element));
    }
    // A row for the table itself: what is in it hangs under it, and opening it twice goes on.
    RowIndex row;
    for (std::uint32_t i = 0; i < out_.rows.size(); ++i) {
        if (out_.rows[i].kind == RowKind::category && out_.rows[i].element == element) row = {i};
    }
    if (!row) {
        row = add(start(item, RowKind::category, element, parent));
        open(element, header);
    }
    attributes(item, row);
    for (const ItemId id : item.block) {
        const Item& inner = file_[id];
        if (inner.headKind == HeadKind::cells) {
            if (inner.broken) continue;
            header = readHeader(inner, element);
            open(element, header);
        } else {
            tableLine(inner, element, element, row, header);
        }
    }
}

/// A line of those in `scope`; nested ones may be written flat.
ElementId SubmissionReader::lineNamed(ElementId scope, std::string_view name) const {
    if (const ElementId own = form_.child(scope, name)) return own;
    for (const ElementId inner : form_[scope].children) {
        if (form_[inner].dropped) continue;
        if (const ElementId found = lineNamed(inner, name)) return found;
    }
    return {};
}

void SubmissionReader::tableLine(const Item& item, ElementId table, ElementId scope,
                                 RowIndex parent, const Header& header) {
    if (item.headKind == HeadKind::date) {
        findings_.add(
            finding(Code::notSupported, item.head.span, {{"what", phrase(Phrase::datedLine)}}));
        return;
    }
    const bool text = item.headKind == HeadKind::text;
    ElementId element = lineNamed(scope, item.head.text);
    const bool declared = static_cast<bool>(element);
    const auto& around = form_[scope].decompositions;
    const bool adds = !declared && text && scope != table &&
                      std::any_of(around.begin(), around.end(), [](auto& d) { return d.open; });
    if (!declared) {
        if (!adds && (!text || !form_[table].freeRows)) {
            unknown(item.head, placeName(scope), form_.spellingsIn(scope));
            return unreadableLine(item, table, parent, header);
        }
        element = adds ? scope : table;
    }
    Row fresh = start(item, RowKind::line, element, parent);
    fresh.added = adds;
    const auto& decompositions = form_[element].decompositions;
    fresh.isTotal = declared && std::any_of(decompositions.begin(), decompositions.end(),
                                            [](const auto& d) { return d.allRows; });
    const RowIndex row = add(std::move(fresh));

    if (!file_.of(item.cells).empty()) {
        cells(item, row, header);
    } else if (item.value || item.title || item.broken) {
        // Without cells: the amount goes into the column that is a total, or the first for amounts.
        ColumnRef main;
        bool lost = false;  // a column of the header is not known, and may be the one
        for (const ColumnRef& column : header) {
            lost = lost || !column.element;
            if (!column.element) continue;
            const Element& c = form_[column.element];
            const bool measures = std::any_of(c.kinds.begin(), c.kinds.end(),
                                              [](const auto& k) { return k.measures(); });
            if (measures && (!main.element || (!c.decompositions.empty() &&
                                               form_[main.element].decompositions.empty()))) {
                main = column;
            }
        }
        if (main.element) {
            put(row, main, valueOf(item, place(main.element, true)));
        } else if (lost) {
            out_.rows[row.value].broken = true;
        } else {
            misplaced(item.span, quoted(source_.slice(item.span)), placeName(table));
        }
    }
    for (const syntax::Equation& e : file_.of(item.equations)) {
        for (const Part& part : file_.of(e.parts)) {
            const ElementId column = part.name ? form_.column(table, part.name.text) : ElementId{};
            if (!column) {
                std::vector<std::string> candidates;
                for (const ElementId c : form_.columnsOf(table)) {
                    const auto& spelled = form_[c].spellings;
                    candidates.insert(candidates.end(), spelled.begin(), spelled.end());
                }
                unknown(part.name ? part.name : Word{source_.slice(part.span), part.span},
                        placeName(table), std::move(candidates));
                continue;
            }
            Value value = values_.read(Operator::none, {}, part.value, place(column, true));
            if (value.span.empty()) value.span = part.span;
            put(row, {column, {}}, std::move(value));
        }
    }
    attributes(item, row);
    Header inside = header;
    for (const ItemId id : item.block) {
        const Item& inner = file_[id];
        if (inner.headKind == HeadKind::cells) {
            inside = readHeader(inner, table);
            open(table, inside);
        } else if (const ElementId column = form_.column(table, inner.head.text);
                   column && inner.headKind == HeadKind::name) {
            attributeLine(inner, column, row);
        } else {
            tableLine(inner, table, declared ? element : scope, row, inside);
        }
    }
}

/// A line whose name is not known still was one of the lines summed: those sums are unknown now.
void SubmissionReader::unreadableLine(const Item& item, ElementId table, RowIndex parent,
                                      const Header& header) {
    Row row = start(item, RowKind::line, table, parent);
    row.broken = true;
    const RowIndex index = add(std::move(row));
    for (const ColumnRef& column : header) {
        if (!column.element) continue;
        Value value;
        value.type = Value::Type::unreadable;
        value.span = item.head.span;
        put(index, column, std::move(value));
    }
}

namespace {

/// ≤2030年 and ≥2036年 are all years up to one, and from one on; false for any other operator.
bool readYears(Operator op, ColumnRef& column) {
    switch (op) {
        case Operator::le:
            column.years = ColumnRef::Years::upTo;
            return true;
        case Operator::ge:
            column.years = ColumnRef::Years::from;
            return true;
        default:
            return op == Operator::none || op == Operator::eq;
    }
}

}  // namespace

SubmissionReader::Header SubmissionReader::readHeader(const Item& item, ElementId owner) {
    Header header;
    const auto columns = form_.columnsOf(owner);
    for (const syntax::Cell& cell : file_.of(item.cells)) {
        ColumnRef column;
        const Expr* e = cell.value ? &file_[cell.value] : nullptr;
        if (e && e->kind == ExprKind::date) {
            const auto calendar = readCalendar(e->text);
            for (const ElementId c : columns) {
                if (form_[c].period.each) column.element = c;
            }
            const bool one = calendar && calendar->begin.year && !calendar->end &&
                             !calendar->begin.month && !calendar->begin.quarter;
            if (one && readYears(cell.op, column)) column.year = *calendar->begin.year;
            // What stands under a year that is not understood is unknown, and so is every sum of
            // the years.
            if (!column.element || !column.year) {
                misplaced(e->span, quoted(e->text), placeName(owner));
                column = {column.element};
            } else if (std::find(header.begin(), header.end(), column) != header.end()) {
                findings_.add(finding(Code::duplicate, e->span, {{"what", quoted(e->text)}}));
                column = {column.element};
            }
        } else if (e && (e->kind == ExprKind::name || e->kind == ExprKind::text)) {
            column.element = form_.column(owner, e->text);
            if (column.element && form_[column.element].isKey && header.empty()) {
                continue;  // the printed form heads the names of the rows too
            }
            if (!column.element) {
                std::vector<std::string> candidates;
                for (const ElementId c : columns) {
                    const auto& spelled = form_[c].spellings;
                    candidates.insert(candidates.end(), spelled.begin(), spelled.end());
                }
                unknown({e->text, e->span}, placeName(owner), std::move(candidates));
            } else if (std::find(header.begin(), header.end(), column) != header.end()) {
                findings_.add(finding(Code::duplicate, e->span, {{"what", quoted(e->text)}}));
                column = {};
            }
        } else if (e) {
            misplaced(e->span, quoted(source_.slice(e->span)), placeName(owner));
        }
        header.push_back(column);
    }
    return header;
}

/// Without a header: the columns as the form has them, but for the key, which is the row's name,
/// and column groups, which only a header opens.
SubmissionReader::Header SubmissionReader::declaredColumns(ElementId owner) const {
    Header header;
    // Where the target has columns of its own, no cell stands for it as a whole.
    if (form_[owner].kind == ElementKind::tree && !targetColumns(form_, owner).number) {
        header.push_back({});
    }
    for (const ElementId c : form_.columnsOf(owner)) {
        const Element& column = form_[c];
        if (!column.isKey && !column.period.each) header.push_back({c, {}});
    }
    return header;
}

void SubmissionReader::cells(const Item& item, RowIndex row, const Header& header) {
    if (item.broken) {
        // Where the mistake shifted the cells to is not known.
        for (const ColumnRef& column : header) {
            if (!column.element) continue;
            Value value;
            value.type = Value::Type::unreadable;
            value.span = item.head.span;
            put(row, column, std::move(value));
        }
        return;
    }
    const auto list = file_.of(item.cells);
    for (std::uint32_t i = 0; i < list.size(); ++i) {
        const syntax::Cell& cell = list[i];
        if (i >= header.size()) {
            if (!cell.value && cell.op == Operator::none) continue;
            misplaced(cell.span, quoted(source_.slice(cell.span)),
                      phrase(Phrase::beyondHeader, {{"name", std::string(item.head.text)}}));
            return;
        }
        const ColumnRef column = header[i];
        const bool own = form_[form_.owner(out_[row].element)].kind == ElementKind::tree;
        if (!column.element && !(own && i == 0 && header[0] == ColumnRef{})) continue;
        const ElementId place_ = column.element ? column.element : out_[row].element;
        Value value = values_.read(cell.op, cell.span, cell.value,
                                   place(place_, column.element.value != UINT32_MAX));
        if (value.span.empty()) value.span = cell.span;
        if (!own) exact(value, place_);
        if (column.element && form_[column.element].period.each && !column.year) {
            value.type = Value::Type::unreadable;
            value.amount = Amount::unknown(value.span);
        }
        Row& into = out_.rows[row.value];
        const auto known = std::find_if(into.cells.begin(), into.cells.end(),
                                        [&](const Cell& c) { return c.column == column; });
        if (known == into.cells.end()) {
            into.cells.push_back({column, false, std::move(value)});
        } else if (known->value.isBlank()) {
            known->value = std::move(value);
        }
    }
}

void SubmissionReader::open(ElementId owner, const Header& header) {
    OpenedColumns* opened = nullptr;
    for (OpenedColumns& each : out_.opened) {
        if (each.owner == owner) opened = &each;
    }
    if (!opened) opened = &out_.opened.emplace_back(OpenedColumns{owner, {}});
    for (const ColumnRef& column : header) {
        if (!column.element) continue;
        if (std::find(opened->columns.begin(), opened->columns.end(), column) ==
            opened->columns.end()) {
            opened->columns.push_back(column);
        }
    }
}

}  // namespace biao::model

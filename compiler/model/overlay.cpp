#include "model/overlay.h"

#include <algorithm>

#include "definitions/reading.h"
#include "diagnostics/phrases.h"
#include "quantity/quantity.h"

namespace biao::model {

using definitions::Element;
using definitions::ElementKind;
using syntax::Operator;
using syntax::Role;

namespace {

std::optional<RowKind> kindOf(ElementKind kind) {
    switch (kind) {
        case ElementKind::field:
        case ElementKind::list:
            return RowKind::field;
        case ElementKind::fund:
            return RowKind::fund;
        case ElementKind::line:
            return RowKind::line;
        default:
            return RowKind::category;
    }
}

Localized series(const std::vector<Localized>& names) {
    constexpr std::size_t most = 5;
    Localized out;
    for (std::size_t at = 0; at < names.size() && at < most; ++at) {
        const Localized one = phrase(Phrase::quoted, {{"text", names[at]}});
        out.zh += (at == 0 ? "" : "\u3001") + one.zh;
        out.en += (at == 0 ? "" : ", ") + one.en;
    }
    if (names.size() > most) {
        out.zh += "\u2026\u2026";
        out.en += ", ...";
    }
    return out;
}

std::string shownValue(const Submission& submission, const Value& value) {
    return brief(value.text.empty() ? submission.slice(value.span) : value.text, 200);
}

}  // namespace

void Overlay::from(FileId file, const Source& source) {
    if (&source == submission_.source) return;
    const bool known = std::any_of(submission_.beside.begin(), submission_.beside.end(),
                                   [&](const auto& one) { return one.file == file; });
    if (!known) submission_.beside.push_back({file, &source});
}

void Overlay::adopt(Value& value) {
    if (!submission_.made) submission_.made = std::make_shared<std::deque<std::string>>();
    value.text = submission_.made->emplace_back(value.text);
    for (Value& part : value.parts)
        adopt(part);
}

RowIndex Overlay::row(const RowFinder::Sought& sought, Span where) {
    const auto found = finder_.find(sought);
    if (found.size() == 1) return found.front();
    if (found.empty()) {
        const std::string_view name = sought.name.empty() ? sought.id : sought.name;
        auto best = finder_.likely(name);
        if (best) {  // a namesake where it was looked for is likelier
            RowFinder::Sought same = sought;
            same.id = {};
            same.name = submission_[*best].name;
            if (const auto here = finder_.find(same); !here.empty()) best = here.front();
        }
        const Localized suggestion =
            best ? phrase(Phrase::didYouMean, {{"name", rowPath(submission_, *best)}})
                 : Localized();
        const auto named = [](std::string_view text) {
            return phrase(Phrase::quoted, {{"text", std::string(text)}});
        };
        const Localized place = sought.parent             ? named(submission_[sought.parent].name)
                                : sought.scope.value == 0 ? named(submission_.title)
                                                          : form_[sought.scope].shown();
        Finding f =
            finding(Code::actualUnmatched, where,
                    {{"place", place}, {"name", std::string(name)}, {"suggestion", suggestion}});
        if (best) f.related.push_back({submission_[*best].nameSpan, phrase(Phrase::likelyRow)});
        f.group = "actuals";
        findings_.add(std::move(f));
        return {};
    }
    std::vector<Localized> paths;
    for (const RowIndex one : found)
        paths.push_back(rowPath(submission_, one));
    Finding f = finding(Code::actualAmbiguous, where,
                        {{"name", std::string(sought.name)}, {"rows", series(paths)}});
    for (const RowIndex one : found)
        f.related.push_back({submission_[one].nameSpan, phrase(Phrase::likelyRow)});
    f.group = "actuals";
    findings_.add(std::move(f));
    return {};
}

RowIndex Overlay::rowOf(ElementId element, Span where) {
    if (element.value == 0) return {0};
    if (const RowIndex known = finder_.of(element)) return known;
    Row row;
    row.kind = *kindOf(form_[element].kind);
    row.element = element;
    row.parent = rowOf(form_[element].parent, where);
    row.name = form_[element].name.zh;
    row.span = row.nameSpan = where;
    submission_.rows.push_back(std::move(row));
    const RowIndex index{static_cast<std::uint32_t>(submission_.rows.size() - 1)};
    finder_.add(index);
    if (form_[element].kind == ElementKind::table && !submission_.columnsOf(element)) {
        OpenedColumns opened{element, {}};
        for (const ElementId column : form_.columnsOf(element)) {
            if (!form_[column].isKey && !form_[column].period.each)
                opened.columns.push_back({column});
        }
        submission_.opened.push_back(std::move(opened));
    }
    return index;
}

std::vector<ElementId> Overlay::below(ElementId scope, std::string_view name) const {
    std::vector<ElementId> level = {scope};
    while (!level.empty()) {
        std::vector<ElementId> found;
        std::vector<ElementId> next;
        for (const ElementId at : level) {
            if (const ElementId one = form_.child(at, name)) found.push_back(one);
            for (const ElementId child : form_[at].children) {
                if (!form_[child].dropped) next.push_back(child);
            }
        }
        if (!found.empty()) return found;
        level = std::move(next);
    }
    return {};
}

ElementId Overlay::column(RowIndex row, std::string_view word) const {
    const ElementId element = submission_[row].element;
    if (const ElementId named = form_.column(element, word)) return named;
    const Role role = syntax::wordFrom<Role>(word);
    if (role == Role::none) return {};
    for (const ElementId one : form_.columnsOf(element)) {
        if (form_[one].role == definitions::RoleRef{role, ""}) return one;
    }
    return {};
}

ElementId Overlay::mainColumn(RowIndex row) const {
    const ElementId element = submission_[row].element;
    const bool indicator = submission_[row].kind == RowKind::indicator ||
                           submission_[row].kind == RowKind::ofWhich ||
                           submission_[row].kind == RowKind::together;
    const Role wanted = indicator ? Role::actual : Role::executed;
    const Role other = indicator ? Role::executed : Role::actual;
    for (const Role role : {wanted, other}) {
        for (const ElementId one : form_.columnsOf(element)) {
            if (form_[one].role.role == role) return one;
        }
    }
    return {};
}

Place Overlay::place(ElementId column) const {
    Place place = placeOf(form_, column, library_, true);
    const Role role = form_[column].role.role;
    const bool score = role == Role::score || role == Role::totalScore;
    if (score && !place.slot.unit && place.slot.dimension)
        place.slot.unit = library_.units().unitFor(*place.slot.dimension);
    return place;
}

bool Overlay::isPlanned(ElementId column) const {
    switch (form_[column].role.role) {
        case Role::target:
        case Role::weight:
        case Role::budget:
        case Role::basis:
        case Role::direction:
            return true;
        default:
            return false;
    }
}

Localized Overlay::columnName(RowIndex row, ElementId column) const {
    return form_[column ? column : submission_[row].element].shown();
}

bool Overlay::agree(const Value& a, const Value& b) const {
    const auto same = [&](const Amount& one, const Amount& two) {
        if (!one.isKnown() || !two.isKnown()) return false;
        if (one.quantity().bare() != two.quantity().bare())
            return one.quantity().value == two.quantity().value;
        const auto order = compare(library_.units(), one.quantity(), two.quantity());
        return order && *order == 0;
    };
    const auto mark = [](Operator op) { return op == Operator::eq ? Operator::none : op; };
    if (a.type != b.type || mark(a.op) != mark(b.op)) return false;
    switch (a.type) {
        case Value::Type::measure:
            return same(a.amount, b.amount);
        case Value::Type::range:
            return same(a.amount, b.amount) && same(a.upTo, b.upTo);
        case Value::Type::date:
            return a.date == b.date;
        case Value::Type::tuple:
        case Value::Type::list:
            return a.parts.size() == b.parts.size() &&
                   std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(),
                              [&](const Value& x, const Value& y) { return agree(x, y); });
        case Value::Type::word:
        case Value::Type::text: {
            const auto& normal = form_.names.normalForm;
            return normal.of(a.text) == normal.of(b.text);
        }
        default:
            return true;
    }
}

void Overlay::put(RowIndex row, ElementId column, Value value) {
    if (value.isBlank()) return;
    std::vector<Cell>& cells = submission_.rows[row.value].cells;
    const ColumnRef at{column};
    const bool twice = !laid_.emplace(row, column).second;
    const auto known = std::find_if(cells.begin(), cells.end(), [&](const Cell& cell) {
        return cell.column.element == column && !cell.column.year;
    });
    if (known == cells.end()) {
        cells.push_back({at, false, std::move(value)});
        return;
    }
    if (known->inherited || known->value.isBlank()) {
        *known = {at, false, std::move(value)};
        return;
    }
    if (known->value.type == Value::Type::unreadable || value.type == Value::Type::unreadable ||
        agree(known->value, value))
        return;
    const Localized name = rowPath(submission_, row);
    Finding f = finding(Code::actualsDiffer, value.span,
                        {{"name", name},
                         {"column", columnName(row, column)},
                         {"where", phrase(twice ? Phrase::inActualsBefore : Phrase::inSubmission)},
                         {"beside", shownValue(submission_, known->value)},
                         {"over", shownValue(submission_, value)}});
    f.related.push_back(
        {known->value.span, phrase(twice ? Phrase::givenBefore : Phrase::givenHere)});
    f.group = "actuals";
    findings_.add(std::move(f));
    // Which of them is right nobody can tell here: what is built on it is not known.
    known->value.type = Value::Type::unreadable;
    known->value.amount = Amount::unknown(value.span);
    known->value.span = value.span;
}

void Overlay::noPlace(RowIndex row, Span where) {
    const Row& at = submission_[row];
    const bool indicator = at.kind == RowKind::indicator || at.kind == RowKind::ofWhich ||
                           at.kind == RowKind::together;
    findings_.add(finding(Code::noPlaceForActual, where,
                          {{"form", form_.name.text()},
                           {"name", rowPath(submission_, row)},
                           {"role", syntax::spelling(indicator ? Role::actual : Role::executed)}}));
}

}  // namespace biao::model

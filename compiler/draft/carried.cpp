#include "draft/carried.h"

#include <algorithm>
#include <map>

#include "draft/draft.h"
#include "draft/words.h"
#include "emit/names.h"
#include "emit/written.h"

namespace biao::draft {

using definitions::Element;
using definitions::ElementKind;
using definitions::Form;
using model::Row;
using model::RowKind;
using model::Submission;
using model::Value;
using syntax::Role;

namespace {

bool isNewEveryYear(Role role) {
    switch (role) {
        case Role::budget:
        case Role::executed:
        case Role::goal:
        case Role::target:
        case Role::actual:
        case Role::score:
        case Role::totalScore:
        case Role::grade:
        case Role::reason:
            return true;
        default:
            return false;
    }
}

bool isResult(Role role) {
    return isNewEveryYear(role) && role != Role::budget && role != Role::goal &&
           role != Role::target;
}

/// The new form says what came of it, and the old one did not.
bool isEvaluationOf(const Form& old, const Form& to) {
    const definitions::RoleRef actual{Role::actual, {}};
    return to.withRole(actual) && !old.withRole(actual);
}

bool isNumberOrDate(Value::Type type) {
    switch (type) {
        case Value::Type::measure:
        case Value::Type::range:
        case Value::Type::tuple:
        case Value::Type::date:
        case Value::Type::asked:
        case Value::Type::unreadable:
            return true;
        default:
            return false;
    }
}

/// 130600-2031-004 is the code of 2031; the next one is given out anew.
bool isCodeOfYear(const Element& element, const Value& value, const Submission& last) {
    return element.role.role == Role::subjectCode && last.year &&
           value.text.find(std::to_string(*last.year)) != std::string_view::npos;
}

std::string proseBlock(const Value& value) {
    std::string out;
    for (const Value& line : value.parts)
        out += "\n" + quoted(line.text);
    return "{" + out + "\n}";
}

}  // namespace

std::string writtenLine(const Value& value, const Row& row, const Submission& last) {
    if (value.type == Value::Type::text) return oneLine(emit::proseOf(value));
    return oneLine(emit::writtenOf(value, row, last).text);
}

Taken Carried::taken(const Element& element, const Value& value, const Row& row) const {
    const Submission& last = last_;
    const bool ofTarget = element.role.role == Role::target && !element.role.part.empty();
    const bool number =
        syntax::wordFrom<syntax::Member>(element.role.part) == syntax::Member::number;
    if (ofTarget && !number && value.isBlank() && value.op != syntax::Operator::none)
        return {syntax::spelling(value.op).zh, {}};
    if (value.isBlank()) return {};
    if (ofTarget && !number) return {writtenLine(value, row, last), {}};
    const Role role = element.role.role;
    const bool ofYear = role == Role::none ? isNumberOrDate(value.type) : isNewEveryYear(role);
    const bool fresh = evaluates_ ? isResult(role) : ofYear || isCodeOfYear(element, value, last);
    const bool lost = value.type == Value::Type::asked || value.type == Value::Type::unreadable;
    if (fresh || lost) return {{}, writtenLine(value, row, last)};
    if (value.type == Value::Type::text)
        return {value.parts.empty() ? quoted(value.text) : proseBlock(value), {}};
    return {writtenLine(value, row, last), {}};
}

Carried::Carried(const Submission& last, const Form& to)
    : last_(last),
      evaluates_(isEvaluationOf(*last.form, to)),
      to_(last.form->elements.size()),
      from_(to.elements.size()) {
    const Form& old = *last.form;
    emit::ElementIds ids(to);
    emit::ElementIds oldIds(old);
    std::map<std::string, ElementId> known;
    for (std::uint32_t at = 0; at < to.elements.size(); ++at) {
        if (!to.elements[at].dropped) known.emplace(ids[{at}], ElementId{at});
    }
    for (std::uint32_t at = 0; at < old.elements.size(); ++at) {
        const auto found = known.find(oldIds[{at}]);
        if (old.elements[at].dropped || found == known.end()) continue;
        if (to[found->second].kind != old.elements[at].kind) continue;
        to_[at] = found->second;
        from_[found->second.value] = {at};
    }
    findByRole(to);
    under_.resize(last.rows.size());
    for (std::uint32_t at = 0; at < last.rows.size(); ++at) {
        if (const RowIndex parent = last.rows[at].parent) under_[parent.value].push_back({at});
    }
}

/// 年度总体目标 of one form is 预期目标 of another.
void Carried::findByRole(const Form& to) {
    const Form& old = *last_.form;
    const auto only = [](const Form& form, const definitions::RoleRef& role) {
        ElementId found;
        for (std::uint32_t at = 0; at < form.elements.size(); ++at) {
            const Element& one = form.elements[at];
            if (one.kind != ElementKind::field || one.dropped || one.role != role) continue;
            if (found) return ElementId();
            found = {at};
        }
        return found;
    };
    for (std::uint32_t at = 0; at < to.elements.size(); ++at) {
        const Element& one = to.elements[at];
        if (from_[at] || one.kind != ElementKind::field || one.role.role != Role::goal) continue;
        const ElementId from = only(old, one.role);
        if (!from || to_[from.value] || only(to, one.role) != ElementId{at}) continue;
        to_[from.value] = {at};
        from_[at] = from;
    }
}

std::vector<RowIndex> Carried::rows(ElementId element, RowKind kind, RowIndex around) const {
    std::vector<RowIndex> out;
    const ElementId from = from_[element.value];
    if (!from) return out;
    for (std::uint32_t at = 0; at < last_.rows.size(); ++at) {
        const Row& row = last_.rows[at];
        if (row.element != from || row.kind != kind || row.added) continue;
        RowIndex above = row.parent;
        while (around && above && above != around)
            above = last_[above].parent;
        if (!around || above) out.push_back({at});
    }
    return out;
}

ElementId Carried::columnFor(const Form& form, ElementId column) const {
    const auto& wanted = form[column].period.offset;
    const ElementId from = from_[column.value];
    if (!wanted || evaluates_) return from;
    const Form& old = *last_.form;
    for (std::uint32_t at = 0; at < old.elements.size(); ++at) {
        const Element& one = old.elements[at];
        if (one.kind != ElementKind::column || one.dropped || !one.period.offset) continue;
        if (*one.period.offset == *wanted + 1 && to_[one.parent.value] == form[column].parent)
            return {at};
    }
    return from;
}

std::vector<int> Carried::yearsOf(ElementId table) const {
    std::vector<int> years;
    const ElementId from = from_[table.value];
    const auto* columns = from ? last_.columnsOf(from) : nullptr;
    if (!columns) return years;
    for (const model::ColumnRef& column : *columns) {
        if (column.year && std::find(years.begin(), years.end(), *column.year) == years.end())
            years.push_back(*column.year);
    }
    return years;
}

std::vector<Localized> leftBehind(const Submission& last, const Form& form) {
    std::vector<Localized> out;
    const Carried carried(last, form);
    for (std::uint32_t at = 0; at < last.rows.size(); ++at) {
        const Row& row = last.rows[at];
        const bool placed = static_cast<bool>(carried.to(row.element));
        const bool inLeft = row.parent && !carried.to(last[row.parent].element);
        const bool empty = row.kind == RowKind::field && row.value().isBlank();
        if (!placed && !inLeft && !empty) out.push_back(model::rowPath(last, {at}));
    }
    return out;
}

}  // namespace biao::draft

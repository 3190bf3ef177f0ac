#include "model/target_columns.h"

#include <algorithm>
#include <ranges>

#include "base/utf8.h"
#include "model/reader.h"

namespace biao::model {

using namespace syntax;
using definitions::Form;

TargetColumns targetColumns(const Form& form, ElementId category) {
    TargetColumns found;
    for (const ElementId id : form.columnsOf(category)) {
        const definitions::RoleRef& role = form[id].role;
        if (role.role != Role::target || role.part.empty()) continue;
        switch (wordFrom<Member>(role.part)) {
            case Member::comparator:
                found.comparator = id;
                break;
            case Member::number:
                found.number = id;
                break;
            default:
                found.unit = id;
                break;
        }
    }
    return found;
}

ToldOperator toldOperator(const Value& cell) {
    using What = ToldOperator::What;
    if (cell.isBlank()) {
        if (cell.op == Operator::none) return {};
        return {What::comparison, cell.op};
    }
    const bool none = cell.type == Value::Type::notApplicable;
    if (none || cell.type == Value::Type::unreadable) return {};
    const bool words = cell.type == Value::Type::word || cell.type == Value::Type::text;
    if (!words || cell.op != Operator::none) return {What::notOne, Operator::none};
    const std::string word = halfWidth(cell.text);
    if (wordFrom<Property>(word) == Property::qualitative) return {What::qualitative, {}};
    // As a list of choices or a program spells them; in a cell they are signs of the language.
    if (word == ">=") return {What::comparison, Operator::ge};
    if (word == "<=") return {What::comparison, Operator::le};
    switch (const Operator op = wordFrom<Operator>(word)) {
        case Operator::ge:
        case Operator::le:
        case Operator::gt:
        case Operator::lt:
        case Operator::eq:
        case Operator::reach:
        case Operator::by:
            return {What::comparison, op};
        default:
            return {What::notOne, Operator::none};
    }
}

namespace {

bool isBareNumber(std::string_view text) {
    return text.find_first_not_of("0123456789.") == std::string_view::npos;
}

}  // namespace

Span contentOf(const Value& cell, std::string_view text) {
    const std::size_t whole = text.size();
    constexpr std::string_view around = "| \t";
    constexpr std::string_view wide = "\uFF5C";
    for (;;) {
        if (text.starts_with(wide)) {
            text.remove_prefix(wide.size());
        } else if (!text.empty() && around.find(text.front()) != std::string_view::npos) {
            text.remove_prefix(1);
        } else {
            break;
        }
    }
    const std::size_t before = whole - text.size();
    while (!text.empty() && around.find(text.back()) != std::string_view::npos)
        text.remove_suffix(1);
    if (text.empty()) return cell.span;
    const auto begin = cell.span.begin + static_cast<std::uint32_t>(before);
    return {cell.span.file, begin, begin + static_cast<std::uint32_t>(text.size())};
}

/// Every row whose target is not written as one value gets it from its columns.
void SubmissionReader::targets() {
    std::vector<std::optional<TargetColumns>> known(form_.elements.size());
    for (Row& row : out_.rows) {
        const bool measured = row.kind == RowKind::indicator || row.kind == RowKind::ofWhich ||
                              row.kind == RowKind::together;
        if (!measured || row.broken) continue;
        auto& columns = known[row.element.value];
        if (!columns) columns = targetColumns(form_, row.element);
        if (!columns->number || !row.value().isBlank()) continue;
        const Cell* number = row.cell({columns->number, {}});
        if (!number || number->inherited || number->value.isBlank()) continue;
        Value made = targetOf(row, *columns);
        const auto own = std::find_if(row.cells.begin(), row.cells.end(),
                                      [](const Cell& cell) { return cell.column == ColumnRef{}; });
        if (own != row.cells.end()) {
            own->value = std::move(made);
        } else {
            row.cells.insert(row.cells.begin(), {{}, false, std::move(made)});
        }
    }
}

Value SubmissionReader::targetOf(const Row& row, const TargetColumns& columns) {
    Value made = row.cell({columns.number, {}})->value;
    made.span = contentOf(made, source_.slice(made.span));
    made.fromColumns = true;
    const Span number = made.span;
    const auto with = [&](const Cell& cell) {
        if (cell.inherited || cell.value.span.file != number.file) return;
        const Span at = contentOf(cell.value, source_.slice(cell.value.span));
        made.span.begin = std::min(made.span.begin, at.begin);
        made.span.end = std::max(made.span.end, at.end);
    };
    if (const Cell* cell = row.cell({columns.comparator, {}}); columns.comparator && cell) {
        const ToldOperator told = toldOperator(cell->value);
        if (told.what == ToldOperator::What::comparison) {
            if (made.op == Operator::none) made.op = told.op;
            with(*cell);
        }
    }
    if (const Cell* cell = row.cell({columns.unit, {}}); columns.unit && cell) {
        const bool said = cell->value.type == Value::Type::word ||
                          (cell->value.type == Value::Type::text && !cell->value.text.empty());
        if (said) {
            giveUnit(made, cell->value, place(row.element, false));
            with(*cell);
        }
    }
    return made;
}

/// A bare number takes the unit that stands beside it.
void SubmissionReader::giveUnit(Value& value, const Value& unit, const Place& at) {
    const bool bare =
        (value.isMeasure() && value.amount.isKnown() && value.amount.quantity().bare()) ||
        value.type == Value::Type::tuple;
    if (!bare) return;
    if (!out_.made) out_.made = std::make_shared<std::deque<std::string>>();
    const std::string& whole =
        out_.made->emplace_back(std::string(value.text) + std::string(unit.text));
    if (value.type == Value::Type::measure && at.takes(definitions::Kind::Type::date)) {
        // 12 | 月, 2031 | 年: as one value it would be a date.
        const auto date = readCalendar(whole);
        if (date && (date->begin.year || date->begin.month) && !date->end && !isBareNumber(whole)) {
            value.type = Value::Type::date;
            value.date = date;
            value.text = whole;
            return;
        }
    }
    Span span = unit.span;  // between the quotes of a text
    const auto inside = source_.slice(span).find(unit.text);
    if (inside != std::string_view::npos) {
        span.begin += static_cast<std::uint32_t>(inside);
        span.end = span.begin + static_cast<std::uint32_t>(unit.text.size());
    }
    const auto read = expression::readUnit(library_.units(), {unit.text, span}, at.slot, findings_);
    if (!read) {
        value.type = Value::Type::unreadable;
        value.amount = Amount::unknown(span);
        return;
    }
    const auto give = [&](Amount& amount) {
        if (amount.isKnown() && amount.quantity().bare()) {
            amount = Quantity{amount.quantity().value, *read};
        }
    };
    give(value.amount);
    give(value.upTo);
    for (Value& part : value.parts)
        give(part.amount);
    value.text = whole;
}

}  // namespace biao::model

// Cells, their parts, and what they are named by.
#include <utility>

#include "expression/evaluate.h"

namespace biao::expression {

using definitions::ElementId;
using syntax::Member;
using syntax::Operator;
using What = Cell::What;

Value amountValue(Amount amount) {
    Value value;
    value.amount = std::move(amount);
    return value;
}

Value numberValue(Number number) {
    return amountValue(Quantity{std::move(number), nullptr});
}

Value undetermined(const Value& because) {
    return amountValue(Amount::unknown(because.span.value_or(Span())));
}

Value Evaluator::cell(RowId row, ElementId column) const {
    Cell cell = world_.cell(row, column);
    Value read;
    read.what = cell.what;
    read.text = cell.raw;
    read.op = cell.op;
    read.span = cell.span;
    read.date = cell.date;
    read.several = cell.several;
    if (cell.what != What::amount) return read;
    read.amount = std::move(cell.amount);
    const bool unbounded = !cell.bounds.lower && !cell.bounds.upper;
    read.plain = cell.bounds.isPoint() || (unbounded && cell.op == Operator::none);
    if (!read.plain) read.bounds = std::move(cell.bounds);
    return read;
}

Value Evaluator::selected(const Node& node, RowId row) {
    switch (node.member) {
        case Member::none:
            return cell(row, node.column);
        case Member::target:
            return cell(row, {});
        case Member::name:
        case Member::key: {
            Value name;
            name.span = world_.span(row);
            name.text = world_.name(row);
            // That a row has no name has been said: to rules it is blank.
            if (!name.text.empty()) name.what = What::text;
            return name;
        }
        case Member::category:
        case Member::topCategory:
            return category(row, node.member == Member::topCategory);
        case Member::heading:
            return heading(row);
        case Member::categoryTitle: {
            const std::string_view title = world_.categoryTitle(row);
            Value name = title.empty() ? Value() : words(std::string(title));
            name.span = world_.span(row);
            return name;
        }
        default:
            return member(node.member, cell(row, {}));
    }
}

/// The name of a category the row stands in, its own or the outermost; blank where it is in none.
Value Evaluator::category(RowId row, bool outermost) {
    const auto path = world_.categoryPath(row);
    if (path.empty()) return Value();
    Value name;
    name.what = What::text;
    const definitions::Element& category = world_.form()[outermost ? path.front() : path.back()];
    name.text = category.name.zh;
    name.english = words(category.shown().en).text;
    name.span = world_.span(row);
    return name;
}

/// The name of the tree of trees a row stands in, of a submission its form; empty where there is
/// none.
Value Evaluator::heading(RowId row) {
    const auto path = world_.categoryPath(row);
    const definitions::Form& form = world_.form();
    if (path.empty()) return words(std::string(world_.formOf(row)));
    if (form[path.front()].parent.value == 0) return words({});
    ElementId top = path.front();
    while (form[top].parent.value != 0)
        top = form[top].parent;
    Value name = words(form[top].name.zh);
    name.span = world_.span(row);
    return name;
}

Value Evaluator::member(Member member, const Value& of) {
    if (member == Member::upper || member == Member::lower) {
        return bound(of, member == Member::upper);
    }
    if (member == Member::raw) {
        if (of.text.empty()) return of;
        Value text;
        text.what = What::text;
        text.text = of.text;
        text.date = of.date;
        text.several = of.several;
        text.span = of.span;
        return text;
    }
    if (member == Member::year || member == Member::month || member == Member::endYear) {
        if (!of.date) return of.what == What::amount && of.amount.isOpen() ? of : Value();
        const bool end = member == Member::endYear && of.date->end;
        const syntax::CalendarPoint& point = end ? *of.date->end : of.date->begin;
        if (member == Member::month ? !point.month : !point.year) return Value();
        Value part =
            numberValue(member == Member::month ? Number(*point.month) : Number(*point.year));
        part.span = of.span;
        return part;
    }
    if (of.what != What::amount) return Value();
    if (!of.amount.isKnown()) return of;
    const Quantity& quantity = of.amount.quantity();
    Value part;
    if (member == Member::number) {
        part = numberValue(quantity.value);
    } else if (member == Member::unit) {
        part = words(quantity.bare() ? std::string() : quantity.unit->spelling());
    } else {
        part = words(of.op == Operator::none ? std::string() : syntax::spelling(of.op).zh);
    }
    part.span = of.span;
    return part;
}

/// Texts that stand in no source live as long as the run.
Value Evaluator::words(std::string text) {
    Value made;
    made.what = What::text;
    made.text = *common_->words.insert(std::move(text)).first;
    return made;
}

/// The end of an interval, in the unit of what was written; undetermined where there is none.
Value Evaluator::bound(const Value& value, bool upper) const {
    if (value.what != What::amount || !value.amount.isKnown() || value.plain) return value;
    const auto& end = upper ? value.bounds.upper : value.bounds.lower;
    if (!end) return undetermined(value);
    const Quantity& written = value.amount.quantity();
    const Reading* const reading = firstReading(written);
    const Number number = reading ? end->divided(reading->factor).value_or(0) : *end;
    Value at = amountValue(Quantity{number, written.unit});
    at.span = value.span;
    return at;
}

}  // namespace biao::expression

#include "emit/understood.h"

#include "syntax/words.h"

namespace biao::emit {

using model::Value;
using syntax::Operator;

namespace {

Value::Type typeOf(const Amount& amount, Value::Type known) {
    switch (amount.state()) {
        case State::known:
            return known;
        case State::blank:
            return Value::Type::blank;
        case State::asked:
            return Value::Type::asked;
        case State::notApplicable:
            return Value::Type::notApplicable;
        case State::unknown:
            break;
    }
    return Value::Type::unreadable;
}

}  // namespace

Value::Type typeOf(const Value& value) {
    if (!value.isMeasure()) return value.type;
    const Value::Type type = typeOf(value.amount, value.type);
    return type == Value::Type::range ? typeOf(value.upTo, type) : type;
}

std::string_view typeName(Value::Type type) {
    switch (type) {
        case Value::Type::blank:
            return "blank";
        case Value::Type::asked:
            return "asked";
        case Value::Type::notApplicable:
            return "notApplicable";
        case Value::Type::unreadable:
            return "unreadable";
        case Value::Type::measure:
            return "measure";
        case Value::Type::range:
            return "range";
        case Value::Type::tuple:
            return "tuple";
        case Value::Type::date:
            return "date";
        case Value::Type::yes:
            return "yes";
        case Value::Type::no:
            return "no";
        case Value::Type::word:
            return "word";
        case Value::Type::text:
            return "text";
        case Value::Type::list:
            return "list";
    }
    return {};
}

std::string_view stateName(Value::Type type) {
    switch (type) {
        case Value::Type::blank:
        case Value::Type::asked:
        case Value::Type::notApplicable:
        case Value::Type::unreadable:
            return typeName(type);
        default:
            return "known";
    }
}

std::string_view operatorName(Operator op) {
    switch (op) {
        case Operator::ge:
        case Operator::reach:
            return ">=";
        case Operator::le:
            return "<=";
        case Operator::gt:
            return ">";
        case Operator::lt:
            return "<";
        case Operator::eq:
            return "=";
        case Operator::ne:
            return "!=";
        case Operator::by:
            return "by";
        default:
            return {};
    }
}

std::string_view operatorWord(Operator op) {
    switch (op) {
        case Operator::ge:
        case Operator::reach:
            return "ge";
        case Operator::le:
            return "le";
        case Operator::gt:
            return "gt";
        case Operator::lt:
            return "lt";
        case Operator::eq:
            return "eq";
        case Operator::ne:
            return "ne";
        default:
            return operatorName(op);
    }
}

std::optional<InBase> inBase(const Quantity& quantity, const UnitTable& units) {
    const Reading* reading = firstReading(quantity);
    if (!reading) return std::nullopt;
    InBase out;
    out.number = toBase(quantity, *reading).exactText();
    out.unit = units.unitFor(reading->dimension)->spelling();
    out.dimension = units.describe(reading->dimension, Language::en,
                                   syntax::spelling(syntax::Property::ratio).en);
    return out;
}

std::string_view unitName(const Quantity& quantity) {
    return quantity.bare() ? std::string_view() : quantity.unit->spelling();
}

}  // namespace biao::emit

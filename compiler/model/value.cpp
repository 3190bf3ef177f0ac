#include "model/value.h"

namespace biao::model {

using syntax::Operator;

Amount Value::number() const {
    switch (type) {
        case Type::asked:
            return amount;
        case Type::notApplicable:
            return Amount::notApplicable();
        case Type::unreadable:
            return Amount::unknown(span);
        case Type::measure:
        case Type::range:
            return amount;
        default:
            return {};
    }
}

std::optional<Bounds> Value::bounds() const {
    if (!isMeasure() || !amount.isKnown()) return std::nullopt;
    if (type == Type::range) {
        if (!upTo.isKnown()) return std::nullopt;
        return Bounds::between(amount.quantity(), upTo.quantity());
    }
    switch (op) {
        case Operator::ge:
        case Operator::reach:
            return Bounds::of(Op::ge, amount.quantity());
        case Operator::le:
            return Bounds::of(Op::le, amount.quantity());
        case Operator::gt:
            return Bounds::of(Op::gt, amount.quantity());
        case Operator::lt:
            return Bounds::of(Op::lt, amount.quantity());
        default:
            return Bounds::exactly(amount.quantity());
    }
}

void eachQuantity(const Value& value, const std::function<void(const Quantity&, Span)>& act) {
    if (value.isMeasure()) {
        if (value.amount.isKnown()) act(value.amount.quantity(), value.span);
        if (value.type == Value::Type::range && value.upTo.isKnown()) {
            act(value.upTo.quantity(), value.span);
        }
    }
    for (const Value& part : value.parts)
        eachQuantity(part, act);
}

}  // namespace biao::model

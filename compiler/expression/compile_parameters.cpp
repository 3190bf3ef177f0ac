// Parameters of a form stand for the value they were given, as if it were written in their place.
#include <utility>

#include "expression/compile.h"

namespace biao::expression {

using definitions::Parameter;
using syntax::ExprId;

/// A rule across submissions is of no single form: it reads those of the form that declares it.
const std::vector<Parameter>& Compiler::parameters() const {
    return rule_.across.empty() ? form_.parameters : rule_.parameters;
}

const Parameter* Compiler::parameter(std::string_view name) const {
    return find(parameters(), name);
}

NodeId Compiler::parameterNode(const Parameter& parameter, ExprId id) {
    Node node = made(Node::Kind::text, id);
    switch (parameter.type) {
        case Parameter::Type::amount:
            return amountNode(std::move(node), parameter.quantity);
        case Parameter::Type::yesNo: {
            node.kind = parameter.yes ? Node::Kind::yes : Node::Kind::no;
            definitions::Kind kind;
            kind.type = definitions::Kind::Type::yesNo;
            node.type = valueType({kind});
            return add(std::move(node));
        }
        case Parameter::Type::words:
        case Parameter::Type::date:
            break;
    }
    node.text = parameter.text;
    if (parameter.type == Parameter::Type::date) node.date = syntax::readCalendar(parameter.text);
    node.type = textType();
    return add(std::move(node));
}

NodeId Compiler::amountNode(Node node, const Quantity& quantity) {
    node.kind = Node::Kind::amount;
    node.amount = quantity;
    node.type = numberType();
    node.type.zero = quantity.bareZero();
    node.type.literal = true;
    if (!quantity.bare()) {
        node.type.kinds.clear();
        for (const Reading& reading : quantity.unit->readings())
            node.type.kinds.push_back(dimensionKind(reading.dimension));
    }
    return add(std::move(node));
}

}  // namespace biao::expression

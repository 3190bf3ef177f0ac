// What rules over a set of submissions need beside the rest: keys to join by, and parts of funds
// where a fund is a column.
#include "expression/compile.h"

namespace biao::expression {

using definitions::ElementId;
using syntax::ExprId;
using syntax::Member;
using syntax::Operator;

/// Rows are found by texts (years among them) and by numbers without a unit.
bool Compiler::isKey(NodeId value) const {
    return isText(value) || measured(typeOf(value)).what == Measured::What::bare;
}

/// d.预算.项目支出: in a form of forms a fund is a column, and so are its parts.
NodeId Compiler::partOfColumn(NodeId object, ExprId id) {
    const Node& node = out_[object];
    if (node.kind != Node::Kind::select || !node.column || file_[id].op == Operator::role) {
        return {};
    }
    const ElementId part = form_.childKnownAs(node.column, file_[id].text);
    return part ? select(node.children[0], Member::none, part, id) : NodeId();
}

}  // namespace biao::expression

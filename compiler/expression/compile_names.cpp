// What the names of a rule mean: binders and lets, then members and columns of
// the row in hand, then elements of the form.
#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "expression/arithmetic.h"
#include "expression/compile.h"

namespace biao::expression {

using definitions::Element;
using definitions::ElementId;
using definitions::RoleRef;
using syntax::Expr;
using syntax::ExprId;
using syntax::ExprKind;
using syntax::Member;
using syntax::Operator;
using syntax::Role;
using Shape = Type::Shape;

namespace {

/// Every word of a group in both languages, for "did you mean".
template <class E>
void addSpellings(std::vector<std::string>& names, const std::string& before = {}) {
    for (int next = 1;; ++next) {
        const Localized word = syntax::spelling(static_cast<E>(next));
        if (word.zh.empty()) return;
        names.push_back(before + word.zh);
        names.push_back(before + word.en);
    }
}

}  // namespace

NodeId Compiler::name(ExprId id) {
    const Expr& e = file_[id];
    for (auto binding = bindings_.rbegin(); binding != bindings_.rend(); ++binding) {
        if (binding->name == e.text) return binding->node;
    }
    const Member member = syntax::wordFrom<Member>(e.text);
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
        const ElementId column = form_.column(scope->element, e.text);
        if (member == Member::none && !column) continue;
        return select(rowOf(*scope, e.span, {}), member, column, id);
    }
    if (const ElementId element = form_.find(e.text)) return elementNode(element, id);
    return unknownName(id, phrase(Phrase::placeForm, {{"name", form_.name.text()}}),
                       namesInScope());
}

NodeId Compiler::role(ExprId id) {
    const RoleRef wanted{syntax::wordFrom<Role>(file_[id].text), {}};
    if (wanted.role == Role::none) {
        std::vector<std::string> roles;
        addSpellings<Role>(roles, "@");
        return unknownName(id, phrase(Phrase::placeRoles), roles);
    }
    if (const NodeId found = withRole(wanted, id)) return found;
    return unknownName(id, phrase(Phrase::placeForm, {{"name", form_.name.text()}}), {});
}

/// The column of the row in hand that has the role, else the first element of
/// the form; none.
NodeId Compiler::withRole(const RoleRef& role, ExprId id) {
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
        if (const ElementId column = columnWithRole(scope->element, role)) {
            return select(rowOf(*scope, file_[id].span, {}), Member::none, column, id);
        }
    }
    const ElementId element = form_.withRole(role);
    return element ? elementNode(element, id) : NodeId();
}

NodeId Compiler::member(ExprId id) {
    const Expr& e = file_[id];
    const ExprId inner = file_.of(e.operands)[0].expr;
    const Expr& object = file_[inner];
    if (object.kind == ExprKind::role && e.op != Operator::role) {
        // @预算.年初: a role that is narrowed by a part
        const RoleRef wanted{syntax::wordFrom<Role>(object.text), std::string(e.text)};
        if (wanted.role != Role::none) {
            if (const NodeId found = withRole(wanted, id)) return found;
        }
    }
    const NodeId of = expression(inner);
    switch (typeOf(of).shape) {
        case Shape::missing:
            return missing(e.span);
        case Shape::element:
            return memberOfElement(of, id);
        case Shape::row:
        case Shape::rows:
            return memberOfRows(of, id);
        case Shape::value:
            return memberOfValue(of, id);
        default:
            break;
    }
    return fault(e.span, phrase(Phrase::ruleNoMembers, {{"text", out_[of].spelled},
                                                        {"kind", describe(units_, typeOf(of))},
                                                        {"name", std::string(e.text)}}));
}

NodeId Compiler::memberOfElement(NodeId object, ExprId id) {
    const Expr& e = file_[id];
    const ElementId of = out_[object].element;
    const bool line = form_[of].isLine();
    Member member = Member::none;
    ElementId column;
    if (e.op == Operator::role) {
        column = columnWithRole(of, {syntax::wordFrom<Role>(e.text), {}});
    } else {
        if (const ElementId child = form_.child(of, e.text)) return elementNode(child, id);
        column = form_.column(of, e.text);
        member = syntax::wordFrom<Member>(e.text);
    }
    if (column && line) {
        Node cell = made(Node::Kind::ownCell, id);
        cell.element = of;
        cell.column = column;
        cell.type = valueType(kindsOf({kNoSlot, of, column, {}}, kindsUnder(form_, of, column)));
        read(column);
        return add(std::move(cell));
    }
    if (!column && member == Member::none) {
        return unknownName(id, phrase(Phrase::quoted, {{"text", out_[object].spelled}}),
                           namesIn(of));
    }
    if (column || (member != Member::rows && !line)) {
        return select(asRows(object), member, column, id);
    }
    if (member != Member::rows) return memberOfValue(asValue(object), id);
    const NodeId rows = asRows(object);
    out_[rows].spelled = spelled(file_, id);
    out_[rows].span = e.span;
    return rows;
}

NodeId Compiler::memberOfRows(NodeId object, ExprId id) {
    const Expr& e = file_[id];
    const ElementId under = typeOf(object).element;
    Member member = Member::none;
    ElementId column;
    if (e.op == Operator::role) {
        const Role role = syntax::wordFrom<Role>(e.text);
        column = columnWithRole(under, {role, {}});
        // The target of an indicator is its own value, whether or not a column says
        // so.
        if (!column && role == Role::target) member = Member::target;
    } else {
        member = syntax::wordFrom<Member>(e.text);
        column = form_.column(under, e.text);
    }
    if (member == Member::none && !column) {
        return unknownName(id, phrase(Phrase::quoted, {{"text", out_[object].spelled}}),
                           namesIn(under));
    }
    return select(object, member, column, id);
}

NodeId Compiler::memberOfValue(NodeId object, ExprId id) {
    if (isMissing(object)) return object;
    Node node = made(Node::Kind::part, id);
    const Expr& e = file_[id];
    node.member = e.op == Operator::role ? Member::none : syntax::wordFrom<Member>(e.text);
    node.children = {object};
    switch (node.member) {
        case Member::number:
            node.type = numberType();
            break;
        case Member::unit:
        case Member::comparator:
        case Member::raw:
            node.type = textType();
            break;
        case Member::upper:
        case Member::lower:
            if (!isQuantity(object)) return missing(e.span);
            node.type = typeOf(object);
            break;
        default: {
            std::vector<std::string> known;
            addSpellings<Member>(known);
            return unknownName(id, phrase(Phrase::quoted, {{"text", out_[object].spelled}}), known);
        }
    }
    return add(std::move(node));
}

NodeId Compiler::select(NodeId rows, Member member, ElementId column, ExprId id) {
    if (isMissing(rows)) return rows;
    const Type from = typeOf(rows);
    const bool one = from.shape == Shape::row;
    const Span span = file_[id].span;
    // A member that a column stands for: the one with its role, its mark, or its
    // very name.
    if (member == Member::target || member == Member::actual) {
        const Role role = member == Member::target ? Role::target : Role::actual;
        column = columnWithRole(from.element, {role, {}});
        if (!column && member == Member::actual) {
            return unknownName(id, phrase(Phrase::placeForm, {{"name", form_.name.text()}}), {});
        }
    } else if (member == Member::key) {
        column = {};
        for (const ElementId each : form_.columnsOf(from.element)) {
            if (form_[each].isKey) column = each;
        }
    } else if (member == Member::rows || member == Member::columns) {
        if (!column) return notYet(id);
    } else if (member == Member::name || member == Member::isTotal) {
        column = {};
    }
    Node node = made(Node::Kind::select, id);
    node.member = column ? Member::none : member;
    node.column = column;
    node.children = {rows};
    if (column) read(column);
    switch (node.member) {
        case Member::isTotal:
            if (!one) return fault(span, phrase(Phrase::ruleOneRow, {{"text", node.spelled}}));
            node.type = truthType();
            return add(std::move(node));
        case Member::name:
        case Member::key:
        case Member::comparator:
        case Member::unit:
        case Member::raw:
            node.type = textType();
            break;
        case Member::number:
            node.type = numberType();
            break;
        default: {
            Kinds kinds = kindsUnder(form_, from.element, column);
            for (const Fact& fact : from.facts) {
                if (fact.column == column) kinds = fact.kinds;
            }
            if (one) kinds = kindsOf({out_[rows].slot, {}, column, {}}, kinds);
            node.type = valueType(std::move(kinds));
        }
    }
    if (!one) node.type.shape = Shape::cells;
    const bool end = node.member == Member::upper || node.member == Member::lower;
    const NodeId made = add(std::move(node));
    return end && !isQuantity(made) ? missing(span) : made;
}

Kinds Compiler::kindsOf(const Settled& cell, const Kinds& declared) const {
    for (auto one = settled_.rbegin(); one != settled_.rend(); ++one) {
        if (one->slot == cell.slot && one->element == cell.element && one->column == cell.column) {
            return one->kinds;
        }
    }
    return declared;
}

ElementId Compiler::columnWithRole(ElementId element, const RoleRef& role) const {
    if (role.role == Role::none) return {};
    for (const ElementId id : form_.columnsOf(element)) {
        if (form_[id].role == role) return id;
    }
    return {};
}

NodeId Compiler::rowOf(const Scope& scope, Span span, std::string spelled) {
    Node node;
    node.kind = Node::Kind::rowOf;
    node.slot = scope.slot;
    node.depends = only(scope.slot);
    node.span = span;
    node.spelled = std::move(spelled);
    node.type.shape = Shape::row;
    node.type.element = scope.element;
    return add(std::move(node));
}

NodeId Compiler::elementNode(ElementId element, ExprId id) {
    Node node = made(Node::Kind::element, id);
    node.element = element;
    node.type.shape = Shape::element;
    read(element);
    if (form_[element].kind != definitions::ElementKind::column) return add(std::move(node));
    // A column stands for its cells in every row of its table or tree.
    node.element = form_[element].parent;
    return select(asRows(add(std::move(node))), Member::none, element, id);
}

void Compiler::read(ElementId element) {
    if (std::find(out_.reads.begin(), out_.reads.end(), element) == out_.reads.end()) {
        out_.reads.push_back(element);
    }
}

NodeId Compiler::unknownName(ExprId id, Localized place,
                             const std::vector<std::string>& candidates) {
    failed_ = true;
    const Expr& e = file_[id];
    const bool role = e.kind == ExprKind::role || e.op == Operator::role;
    const std::string name = (role ? "@" : "") + std::string(e.text);
    // Of a path the last name is unknown.
    Span at = e.span;
    if (e.kind == ExprKind::member) {
        at.begin = at.end - std::min(at.end - at.begin, static_cast<std::uint32_t>(name.size()));
    }
    Localized suggestion;
    const auto dropped =
        std::find_if(form_.elements.begin(), form_.elements.end(), [&](const Element& element) {
            const auto& spellings = element.spellings;
            return element.dropped &&
                   std::find(spellings.begin(), spellings.end(), e.text) != spellings.end();
        });
    if (dropped != form_.elements.end()) {
        suggestion = phrase(Phrase::droppedHere);
    } else if (const auto near = nearest(name, candidates)) {
        suggestion = phrase(Phrase::didYouMean, {{"name", candidates[*near]}});
    }
    findings_.add(finding(
        Code::unknownElement, at,
        {{"place", std::move(place)}, {"name", name}, {"suggestion", std::move(suggestion)}}));
    return missing(e.span);
}

std::vector<std::string> Compiler::namesInScope() const {
    std::vector<std::string> names;
    for (const Binding& binding : bindings_)
        names.push_back(binding.name);
    for (const Scope& scope : scopes_) {
        for (std::string& one : namesIn(scope.element))
            names.push_back(std::move(one));
    }
    for (const Element& element : form_.elements) {
        if (element.dropped) continue;
        names.insert(names.end(), element.spellings.begin(), element.spellings.end());
    }
    return names;
}

std::vector<std::string> Compiler::namesIn(ElementId element) const {
    std::vector<std::string> names = form_.spellingsIn(element);
    for (const ElementId id : form_.columnsOf(element)) {
        names.insert(names.end(), form_[id].spellings.begin(), form_[id].spellings.end());
    }
    addSpellings<Member>(names);
    return names;
}

}  // namespace biao::expression

// What the names of a rule mean: binders and lets, then members and columns of the row in hand,
// then parameters and elements of the form.
#include <algorithm>
#include <ranges>
#include <utility>

#include "expression/arithmetic.h"
#include "expression/compile.h"

namespace biao::expression {

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

bool isPast(Member member) {
    return member == Member::pastYears || member == Member::sameYears;
}

/// Tighter or looser than last year: of rows with a year before alone.
bool isOfChange(Member member) {
    return member == Member::tightened || member == Member::loosened;
}

/// What the row was in another year is no part of the row.
bool isOfYears(Member member) {
    return member == Member::lastYear || member == Member::nextYear || isPast(member);
}

Member memberNamed(std::string_view name) {
    const Member member = syntax::wordFrom<Member>(name);
    return isOfYears(member) ? Member::none : member;
}

}  // namespace

NodeId Compiler::name(ExprId id) {
    const Expr& e = file_[id];
    for (const Binding& binding : std::views::reverse(bindings_)) {
        if (binding.name == e.text) return binding.node;
    }
    const Member member = memberNamed(e.text);
    if (member == Member::rows && !form_.find(e.text)) return everyRow(id);
    for (const Scope& scope : std::views::reverse(scopes_)) {
        const ElementId column = form_.columnKnownAs(scope.element, e.text);
        // 上年 alone is last year's submission.
        const Member years = syntax::wordFrom<Member>(e.text);
        if (!column && isOfYears(years) && years != Member::lastYear) {
            if (const NodeId other = inOtherYear(rowOf(scope, e.span, {}), id)) return other;
        }
        if (member == Member::none && !column) continue;
        return select(rowOf(scope, e.span, {}), member, column, id);
    }
    const ElementId near = beside(e.text);
    const definitions::Parameter* constant = near ? nullptr : parameter(e.text);
    if (constant) return parameterNode(*constant, id);
    const ElementId element = near ? near : form_.find(e.text);
    const bool ofRows = member != Member::none || !element ||
                        form_[element].kind == definitions::ElementKind::column;
    if (lostScope_ && ofRows) return missing(e.span);
    if (element) return elementNode(element, id);
    if (isOfYears(syntax::wordFrom<Member>(e.text)) && !form_.lastYear) return withoutYears(id);
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

/// The column of the row in hand that has the role, else the first element of the form; none.
NodeId Compiler::withRole(const RoleRef& role, ExprId id) {
    for (const Scope& scope : std::views::reverse(scopes_)) {
        if (const ElementId column = columnWithRole(scope.element, role)) {
            return select(rowOf(scope, file_[id].span, {}), Member::none, column, id);
        }
    }
    const ElementId element = form_.withRole(role);
    return element ? elementNode(element, id) : NodeId();
}

NodeId Compiler::member(ExprId id) {
    const Expr& e = file_[id];
    const ExprId inner = file_.of(e.operands)[0].expr;
    const Expr& object = file_[inner];
    const bool followed = std::exchange(followed_, false);
    if (object.kind == ExprKind::role && e.op != Operator::role) {
        // @预算.年初: a role that is narrowed by a part
        const RoleRef wanted{syntax::wordFrom<Role>(object.text), std::string(e.text)};
        if (wanted.role != Role::none) {
            if (const NodeId found = withRole(wanted, id)) return found;
        }
    }
    followed_ = object.kind == ExprKind::member;
    const NodeId of = expression(inner);
    followed_ = followed;
    switch (typeOf(of).shape) {
        case Shape::missing:
            return missing(e.span);
        case Shape::element:
            return memberOfElement(of, id);
        case Shape::row:
        case Shape::rows:
            return memberOfRows(of, id);
        case Shape::value:
        case Shape::cells:
            if (const NodeId part = partOfColumn(of, id)) return part;
            if (typeOf(of).shape == Shape::value) return memberOfValue(of, id);
            break;
        case Shape::promise:
            return memberOfPromise(of, id);
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
        const RoleRef role{syntax::wordFrom<Role>(e.text), {}};
        const ElementId now = of == form_.lastYear ? form_.withRole(role) : ElementId();
        if (now) return elementNode({now.value + form_.lastYear.value}, id);
        column = columnWithRole(of, role);
    } else {
        if (const ElementId child = form_.childKnownAs(of, e.text)) return elementNode(child, id);
        column = form_.columnKnownAs(of, e.text);
        member = memberNamed(e.text);
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
    if (!column && member == Member::columns) return columnsOf(object, id);
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
    if (const NodeId other = inOtherYear(object, id)) return other;
    if (e.op == Operator::role) {
        const Role role = syntax::wordFrom<Role>(e.text);
        column = columnWithRole(under, {role, {}});
        // The target of an indicator is its own value, whether or not a column says so.
        if (!column && role == Role::target) member = Member::target;
    } else {
        member = memberNamed(e.text);
        column = form_.columnKnownAs(under, e.text);
    }
    if (member == Member::none && !column) {
        return unknownName(id, phrase(Phrase::quoted, {{"text", out_[object].spelled}}),
                           namesIn(under));
    }
    return select(object, member, column, id);
}

NodeId Compiler::withoutYears(ExprId id) {
    return fault(file_[id].span, phrase(Phrase::ruleWithoutYears, {{"text", spelled(file_, id)}}));
}

/// r.上年, r.下年, r.往年; none where that is asked of nothing that has years, or is a column's
/// name.
NodeId Compiler::inOtherYear(NodeId object, ExprId id) {
    const Expr& e = file_[id];
    if (e.op == Operator::role) return {};
    const Member member = syntax::wordFrom<Member>(e.text);
    const bool next = member == Member::nextYear;
    const Type from = typeOf(object);
    if (!isOfYears(member) || form_.column(from.element, e.text)) return {};
    // The column may be called otherwise in this form. Of a year more is asked: r.上年.目标.
    const bool year = form_.lastYear && followed_;
    if (!year && form_.columnKnownAs(from.element, e.text)) return {};
    if (!form_.lastYear) return withoutYears(id);
    if (from.shape != Shape::row) {
        return fault(e.span, phrase(Phrase::ruleOneRow, {{"text", spelled(file_, id)}}));
    }
    const bool past = from.element >= form_.lastYear;
    Node node = made(isPast(member) ? Node::Kind::pastYears : Node::Kind::otherYear, id);
    node.member = member;
    node.children = {object};
    node.type.shape = isPast(member) ? Shape::rows : Shape::row;
    node.type.element = from.element;
    if (!next && !past) node.type.element.value += form_.lastYear.value;
    if (next && past) node.type.element.value -= form_.lastYear.value;
    return add(std::move(node));
}

NodeId Compiler::memberOfValue(NodeId object, ExprId id) {
    if (isMissing(object)) return object;
    Node node = made(Node::Kind::part, id);
    const Expr& e = file_[id];
    node.member = e.op == Operator::role ? Member::none : syntax::wordFrom<Member>(e.text);
    node.children = {object};
    switch (node.member) {
        case Member::number:
        case Member::year:
        case Member::month:
        case Member::endYear:
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
    // A member that a column stands for: the one with its role, its mark, or its very name.
    if (member == Member::target || member == Member::actual) {
        const Role role = member == Member::target ? Role::target : Role::actual;
        const bool table = form_[form_.owner(from.element)].kind == definitions::ElementKind::table;
        const ElementId named = table ? column : ElementId();  // whose rows have no target
        column = columnWithRole(from.element, {role, {}});
        if (!column) column = named;
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
    } else if (isOfChange(member) && !column && !form_.lastYear) {
        return withoutYears(id);
    }
    Node node = made(Node::Kind::select, id);
    node.member = column ? Member::none : member;
    node.column = column;
    node.children = {rows};
    if (column) read(column);
    switch (node.member) {
        case Member::promise:
            if (!one) return fault(span, phrase(Phrase::ruleOneRow, {{"text", node.spelled}}));
            node.type.shape = Shape::promise;
            return add(std::move(node));
        case Member::isTotal:
        case Member::tightened:
        case Member::loosened:
            if (!one) return fault(span, phrase(Phrase::ruleOneRow, {{"text", node.spelled}}));
            node.type = truthType();
            return add(std::move(node));
        case Member::name:
        case Member::key:
        case Member::category:
        case Member::topCategory:
        case Member::heading:
        case Member::categoryTitle:
        case Member::comparator:
        case Member::unit:
        case Member::raw:
            node.type = textType();
            break;
        case Member::number:
        case Member::year:
        case Member::month:
        case Member::endYear:
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
    for (const Settled& one : std::views::reverse(settled_)) {
        if (one.slot == cell.slot && one.element == cell.element && one.column == cell.column) {
            return one.kinds;
        }
    }
    return declared;
}

ElementId Compiler::columnWithRole(ElementId element, const RoleRef& role) const {
    if (role.role == Role::none) return {};
    // The innermost, as for names.
    for (const ElementId id : std::views::reverse(form_.columnsOf(element))) {
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

}  // namespace biao::expression

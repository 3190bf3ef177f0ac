#include "expression/trace.h"

#include <algorithm>

#include "expression/message.h"
#include "expression/written.h"

namespace biao::expression {

using syntax::Function;
using syntax::Member;
using syntax::Operator;
using Shape = Type::Shape;

namespace {

Localized spaced(const Localized& left, const Localized& right) {
    return joined(left, " ", right);
}

bool isCell(const Node& node) {
    return node.type.shape == Shape::value &&
           (node.kind == Node::Kind::select || node.kind == Node::Kind::ownCell);
}

/// What a cell is called: its column, else its line, else the member of the row.
Localized nameOf(Evaluator& run, const Node& node) {
    const definitions::Form& form = run.world().form();
    if (node.kind == Node::Kind::ownCell) {
        if (!node.column) return form[node.element].name;
        return phrase(Phrase::cellName,
                      {{"row", form[node.element].name}, {"column", form[node.column].name}});
    }
    if (node.column) return form[node.column].name;
    const Member member = node.member == Member::none ? Member::target : node.member;
    return syntax::spelling(member);
}

Localized named(Evaluator& run, NodeId id) {
    const Node& node = run.rule()[id];
    if (node.type.shape != Shape::value) return node.spelled;
    if (isCell(node)) return spaced(nameOf(run, node), inWords(run.value(id)));
    if (node.kind == Node::Kind::part) {
        const Node& of = run.rule()[node.children[0]];
        const Localized name = isCell(of) ? nameOf(run, of) : Localized(of.spelled);
        const Localized part =
            phrase(Phrase::cellName, {{"row", name}, {"column", syntax::spelling(node.member)}});
        const Localized value = inWords(run.value(id));
        return value.zh.empty() ? part : spaced(part, value);
    }
    if (node.kind == Node::Kind::text) {
        const Localized text = phrase(Phrase::itemNamed, {{"name", node.text}});
        const bool constant = node.spelled.find(node.text) == std::string::npos;  // a parameter
        return constant ? spaced(node.spelled, text) : text;
    }
    if (node.kind == Node::Kind::yes || node.kind == Node::Kind::no) {
        return inWords(run.value(id));
    }
    const Value value = run.value(id);
    if (value.what != Cell::What::amount) return inWords(value);
    const Localized text = written(run, id);
    if (!node.label.empty() && value.amount.isKnown() && value.plain) {
        return spaced(node.label, shown(value.amount.quantity()));
    }
    const bool end = node.kind == Node::Kind::call &&
                     (node.function == Function::upper || node.function == Function::lower);
    if (end) {
        const Node& of = run.rule()[node.children[0]];
        const Localized name = isCell(of) ? nameOf(run, of) : Localized(of.spelled);
        const Member side = node.function == Function::upper ? Member::upper : Member::lower;
        return spaced(phrase(Phrase::cellName, {{"row", name}, {"column", syntax::spelling(side)}}),
                      inWords(value));
    }
    const bool worked = node.kind == Node::Kind::sum || node.kind == Node::Kind::product ||
                        node.kind == Node::Kind::call || node.kind == Node::Kind::banded;
    if (!worked || !value.amount.isKnown() || !value.plain) return text;
    return joined(text, " = ", shown(value.amount.quantity()));
}

Localized series(Evaluator& run, const Node& node, Phrase between) {
    const Truth decides = node.kind == Node::Kind::all ? Truth::fails : Truth::holds;
    for (const Truth wanted : {decides, Truth::undetermined}) {
        for (const NodeId child : node.children) {
            if (run.truth(child).truth == wanted) return traced(run, child);
        }
    }
    Localized text;
    for (const NodeId child : node.children) {
        const Localized one = traced(run, child);
        text = text.zh.empty() ? one
                               : Localized{text.zh + phrase(between).zh + one.zh,
                                           text.en + phrase(between).en + one.en};
    }
    return text;
}

}  // namespace

Localized traced(Evaluator& run, NodeId id) {
    const Node& node = run.rule()[id];
    if (!node.label.empty()) return node.label;
    switch (node.kind) {
        case Node::Kind::all:
            return series(run, node, Phrase::tracedAnd);
        case Node::Kind::any:
            return series(run, node, Phrase::tracedOr);
        case Node::Kind::isNot:
            return phrase(Phrase::tracedNot, {{"text", traced(run, node.children[0])}});
        case Node::Kind::compare: {
            const Localized op = syntax::spelling(node.op);
            const Localized left = named(run, node.children[0]);
            const Localized right = named(run, node.children[1]);
            return spaced(spaced(left, op), right);
        }
        case Node::Kind::isKind:
            return phrase(Phrase::tracedIs, {{"name", named(run, node.children[0])},
                                             {"kind", describe(run.units(), {node.tested})}});
        case Node::Kind::like:
        case Node::Kind::inList: {
            const bool like = node.kind == Node::Kind::like;
            const std::string op =
                " " + syntax::spelling(like ? Operator::like : Operator::in).zh + " ";
            const auto at = node.spelled.find(op);
            if (at == std::string::npos) return node.spelled;
            return joined(named(run, node.children[0]), node.spelled.substr(at), "");
        }
        case Node::Kind::call:
            break;
        default:
            return isCell(node) ? named(run, id) : Localized(node.spelled);
    }
    const auto& args = node.children;
    const bool values = std::all_of(args.begin(), args.end(), [&](NodeId arg) {
        return run.rule()[arg].type.shape == Shape::value;
    });
    if (!values) return node.spelled;
    const auto bare = [&](NodeId arg) -> Localized {
        const Node& of = run.rule()[arg];
        if (!of.label.empty() && !isCell(of)) return of.label;
        return isCell(of) ? nameOf(run, of) : Localized(of.spelled);
    };
    switch (node.function) {
        case Function::isBlank:
            return phrase(Phrase::tracedBlank, {{"name", bare(args[0])}});
        case Function::filled:
            return phrase(Phrase::tracedFilled, {{"name", bare(args[0])}});
        case Function::comparable:
            return phrase(Phrase::tracedComparable,
                          {{"left", named(run, args[0])}, {"right", named(run, args[1])}});
        default:
            return node.spelled;
    }
}

std::optional<Lacking> lackingIn(Evaluator& run, NodeId id) {
    const Node& node = run.rule()[id];
    if (isCell(node)) {
        const Value value = run.value(id);
        if (value.what != Cell::What::amount || value.amount.isKnown()) return std::nullopt;
        return Lacking{nameOf(run, node), value.amount.state(), value.span};
    }
    for (const NodeId child : node.children) {
        const Shape shape = run.rule()[child].type.shape;
        if (shape != Shape::value && shape != Shape::truth) continue;
        if (auto found = lackingIn(run, child)) return found;
    }
    return std::nullopt;
}

}  // namespace biao::expression

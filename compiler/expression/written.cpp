#include "expression/written.h"

#include <algorithm>

#include "diagnostics/phrases.h"

namespace biao::expression {

using syntax::Function;
using syntax::Operator;

Localized shown(const Quantity& quantity) {
    return {text(quantity), text(quantity, Language::en)};
}

Localized joined(const Localized& left, const std::string& sign, const Localized& right) {
    return {left.zh + sign + right.zh, left.en + sign + right.en};
}

namespace {

class Writer {
public:
    explicit Writer(Evaluator& run) : run_(run) {}

    Localized written(NodeId id, bool inside) {
        const Node& node = run_.rule()[id];
        // The end of an interval is a number; so is what has a name of its own.
        const bool end = node.kind == Node::Kind::call &&
                         (node.function == Function::upper || node.function == Function::lower);
        if (end || (node.kind == Node::Kind::call && !node.label.empty())) {
            const Value value = run_.value(id);
            if (value.amount.isKnown() && value.plain) return shown(value.amount.quantity());
        }
        Localized text;
        switch (node.kind) {
            case Node::Kind::sum:
                text = series(node);
                break;
            case Node::Kind::product:
                text = series(node);
                inside = false;
                break;
            case Node::Kind::negate:
                return joined("", "-", written(node.children[0], true));
            case Node::Kind::call:
                if (node.function == Function::daysLate) return late(id);
                return called(node);
            case Node::Kind::banded: {
                const Value value = run_.value(id);
                if (!value.amount.isKnown() || !value.plain) return called(node);
                return joined(shown(value.amount.quantity()), "",
                              phrase(Phrase::inBrackets, {{"text", called(node)}}));
            }
            default: {
                const Value value = run_.value(id);
                return value.amount.isKnown() ? shown(value.amount.quantity()) : node.spelled;
            }
        }
        return inside ? Localized{"(" + text.zh + ")", "(" + text.en + ")"} : text;
    }

private:
    bool isValue(NodeId id) const { return run_.rule()[id].type.shape == Type::Shape::value; }

    Localized late(NodeId id) {
        const Value value = run_.value(id);
        if (!value.amount.isKnown()) return called(run_.rule()[id]);
        return phrase(Phrase::tracedDaysLate, {{"days", value.amount.quantity().value.text()}});
    }

    /// 最大(30人, 20人); over the cells of many rows as the formula has it.
    Localized called(const Node& node) {
        if (!std::all_of(node.children.begin(), node.children.end(),
                         [&](NodeId child) { return isValue(child); })) {
            return node.spelled;
        }
        Localized text = node.spelled.substr(0, node.spelled.find('(') + 1);
        for (std::size_t i = 0; i < node.children.size(); ++i)
            text = joined(text, i == 0 ? "" : ", ", written(node.children[i], false));
        return joined(text, ")", "");
    }

    Localized series(const Node& node) {
        const bool product = node.kind == Node::Kind::product;
        Localized text;
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const Operator sign = node.signs[i];
            const Node& child = run_.rule()[node.children[i]];
            if (!product && !run_.value(node.children[i]).amount.isKnown()) continue;
            const bool apart = sign == Operator::over && child.kind == Node::Kind::product;
            const bool bracket = product || sign == Operator::minus;
            Localized one = written(node.children[i], bracket);
            if (apart) one = {"(" + one.zh + ")", "(" + one.en + ")"};
            const std::string between = sign == Operator::over    ? " ÷ "
                                        : product                 ? " × "
                                        : sign == Operator::minus ? " - "
                                                                  : " + ";
            text = text.zh.empty() && sign != Operator::minus ? one : joined(text, between, one);
        }
        return text;
    }

    Evaluator& run_;
};

}  // namespace

Localized written(Evaluator& run, NodeId id) {
    return Writer(run).written(id, false);
}

}  // namespace biao::expression

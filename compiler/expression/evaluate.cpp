// Conditions and rows.
#include "expression/evaluate.h"

#include <algorithm>
#include <utility>

namespace biao::expression {

using definitions::ElementId;
using definitions::Kind;
using syntax::Function;
using syntax::Member;
using syntax::Operator;
using What = Cell::What;

Finding Evaluator::limitPassed() const {
    const bool steps = beyond_ == Phrase::stepsOfRule;
    const Span where = !rule_.lines.empty()       ? rule_.lines.front().span
                       : rule_.conditions.empty() ? rule_[rule_.result].span
                                                  : rule_[rule_.conditions.front()].span;
    return finding(Code::limitExceeded, where,
                   {{"what", phrase(*beyond_, {{"name", rule_.code}})},
                    {"limit", std::to_string(steps ? limits_.ruleSteps : limits_.resultDigits)}});
}

Verdict Evaluator::truth(NodeId id) {
    if (!charge()) return {};
    if (rule_[id].depends != 0) return truthNow(id);
    std::optional<Verdict>& known = memo_[id.value].truth;
    if (!known) known = truthNow(id);
    return *known;
}

Verdict Evaluator::truthNow(NodeId id) {
    const Node& node = rule_[id];
    switch (node.kind) {
        case Node::Kind::all:
            return joined(node, Truth::fails);
        case Node::Kind::any:
            return joined(node, Truth::holds);
        case Node::Kind::isNot: {
            const Verdict inner = truth(node.children[0]);
            return {negated(inner.truth), inner.cause};
        }
        case Node::Kind::compare:
            return compare(value(node.children[0]), node.op, value(node.children[1]));
        case Node::Kind::isKind:
            return isKind(value(node.children[0]), node.tested);
        case Node::Kind::inList:
            return inList(node);
        case Node::Kind::like:
            return like(node);
        case Node::Kind::select:
            if (node.member == Member::isTotal) {
                const auto one = row(node.children[0]);
                return {one ? truthOf(world_.isTotal(*one)) : Truth::undetermined, {}};
            }
            if (node.member == Member::tightened || node.member == Member::loosened) {
                const auto one = row(node.children[0]);
                const auto since = one ? world_.sinceLastYear(*one) : std::nullopt;
                if (!since) return {};
                const auto asked =
                    node.member == Member::tightened ? Since::tightened : Since::loosened;
                return {truthOf(*since == asked), {}};
            }
            return answer(value(id));
        case Node::Kind::isPromised:
            return isPromised(node);
        case Node::Kind::promised: {
            const auto one = row(node.children[0]);
            return one ? inPlace(*one) : Verdict();
        }
        case Node::Kind::call:
            break;
        default:
            return answer(value(id));
    }
    switch (node.function) {
        case Function::every:
            return every(node);
        case Function::filled:
            return filled(node.children[0]);
        case Function::isBlank: {
            const Verdict inner = filled(node.children[0]);
            return {negated(inner.truth), inner.cause};
        }
        case Function::contains:
        case Function::comparable:
        case Function::within: {
            const Value& first = value(node.children[0]);
            const Value& second = value(node.children[1]);
            if (node.function == Function::comparable) return comparableWith(first, second);
            if (node.function == Function::within) return within(first, second);
            for (const Value* one : {&first, &second}) {
                if (one->what != What::text) return answer(*one);
            }
            const std::string inner = definitions::plain(second.text);
            return {truthOf(definitions::plain(first.text).find(inner) != std::string::npos), {}};
        }
        default: {  // exists
            const Rows found = rows(node.children[0]);
            if (!found->rows.empty()) return {Truth::holds, {}};
            return {found->cause ? Truth::undetermined : Truth::fails, found->cause};
        }
    }
}

/// A cell that says yes or no.
Verdict Evaluator::answer(const Value& value) const {
    if (value.what == What::yes || value.what == What::no) {
        return {truthOf(value.what == What::yes), {}};
    }
    if (value.what == What::amount && value.amount.isOpen()) {
        return {Truth::undetermined, value.amount.cause()};
    }
    return {};
}

/// 且 and 或: one part that is the strongest decides, else one that is undetermined.
Verdict Evaluator::joined(const Node& node, Truth strongest) {
    Verdict result{negated(strongest), {}};
    for (const NodeId child : node.children) {
        const Verdict one = truth(child);
        if (one.truth == strongest) return one;
        if (one.truth == Truth::undetermined && !result.cause) result = one;
    }
    return result;
}

Verdict Evaluator::every(const Node& node) {
    const Rows over = rows(node.children[0]);
    Verdict result{over->cause ? Truth::undetermined : Truth::holds, over->cause};
    for (const RowId one : over->rows) {
        bind(node.slot, one);
        const Verdict verdict = truth(node.children[1]);
        if (verdict.truth == Truth::fails) return verdict;
        if (verdict.truth == Truth::undetermined && !result.cause) result = verdict;
    }
    return result;
}

Verdict Evaluator::isKind(const Value& tested, const Kind& kind) const {
    const bool any = kind.type == Kind::Type::any;
    if (tested.what == What::yes || tested.what == What::no) {
        return {truthOf(any || kind.type == Kind::Type::yesNo), {}};
    }
    if (tested.several && !any) return {};  // of each of them it may be so or not
    if (tested.what == What::text) {
        if (tested.date) return {truthOf(any || kind.type == Kind::Type::date), {}};
        const auto& words = kind.words;
        const bool word =
            kind.type == Kind::Type::word &&
            (words.empty() || std::find(words.begin(), words.end(), tested.text) != words.end());
        return {truthOf(any || word || kind.type == Kind::Type::text), {}};
    }
    if (!tested.amount.isKnown()) return answer(tested);
    const Quantity& quantity = tested.amount.quantity();
    if (quantity.bareZero()) return {truthOf(kind.measures()), {}};
    if (quantity.bare()) return {truthOf(any || kind.type == Kind::Type::number), {}};
    const auto& readings = quantity.unit->readings();
    const bool is = std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
        return covers(units_, kind, dimensionKind(reading.dimension));
    });
    return {truthOf(is), {}};
}

Verdict Evaluator::inList(const Node& node) {
    const Value& tested = value(node.children[0]);
    if (tested.what == What::amount && !tested.amount.isKnown()) return answer(tested);
    Verdict result{Truth::fails, {}};
    for (std::size_t i = 1; i < node.children.size(); ++i) {
        const Verdict one = compare(tested, Operator::eq, value(node.children[i]));
        if (one.truth == Truth::holds) return one;
        if (one.truth == Truth::undetermined && !result.cause) result = one;
    }
    return result;
}

/// Words, or a quantity as it is written.
Verdict Evaluator::like(const Node& node) {
    const Value& tested = value(node.children[0]);
    if (tested.what == What::amount && !tested.amount.isKnown()) return answer(tested);
    charge(tested.text.size() / 16 * node.patterns.patterns.patterns().size());
    return {truthOf(node.patterns.matches(tested.text)), {}};
}

/// Something stands there: an amount, words, yes or no. What is asked for or was not understood is
/// neither filled in nor blank.
Verdict Evaluator::filled(NodeId argument) {
    const auto stands = [&](const Value& one) -> Verdict {
        if (one.what != What::amount || one.amount.isKnown()) return {Truth::holds, {}};
        if (one.amount.isOpen()) return answer(one);
        return {Truth::fails, {}};
    };
    const Type::Shape shape = rule_[argument].type.shape;
    if (shape == Type::Shape::value) {
        // Of what is known it is known whether it has that end.
        const Node& node = rule_[argument];
        const bool upper = node.function == Function::upper || node.member == Member::upper;
        if (upper || node.function == Function::lower || node.member == Member::lower) {
            const Value& inner = value(node.children[0]);
            const bool interval =
                inner.what == What::amount && inner.amount.isKnown() && !inner.plain;
            if (interval) return {truthOf(!!(upper ? inner.bounds.upper : inner.bounds.lower)), {}};
        }
        return stands(value(argument));
    }
    if (shape == Type::Shape::row) return {truthOf(row(argument).has_value()), {}};
    if (shape == Type::Shape::rows) {
        const Rows found = rows(argument);
        if (!found->rows.empty()) return {Truth::holds, {}};
        return {found->cause ? Truth::undetermined : Truth::fails, found->cause};
    }
    const Cells set = cells(argument);
    Verdict result{set->cause ? Truth::undetermined : Truth::fails, set->cause};
    for (const Value& one : set->cells) {
        const Verdict verdict = stands(one);
        if (verdict.truth == Truth::holds) return verdict;
        if (verdict.truth == Truth::undetermined) result = verdict;
    }
    return result;
}

Rows Evaluator::rows(NodeId id) {
    const Node& node = rule_[id];
    Memo& memo = memo_[id.value];
    if (node.kind == Node::Kind::matching) return matched(node, memo);
    if (node.kind == Node::Kind::groupInHand) return slots_[node.slot].group;
    if (node.kind == Node::Kind::pastYears) {
        RowSet past;
        auto at = row(node.children[0]);
        const bool same = node.member == syntax::Member::sameYears;
        const auto goesOn = [&] { return !same || world_.sinceLastYear(*at) == Since::same; };
        while (at && charge() && goesOn() && (at = world_.yearBefore(*at)))
            past.rows.push_back(*at);
        return std::make_shared<const RowSet>(std::move(past));
    }
    if (node.kind == Node::Kind::call) {  // 未配对
        if (!memo.rows) {
            memo.rows = std::make_shared<const RowSet>(RowSet{pairs(node).left, {}});
        }
        return memo.rows;
    }
    if (node.depends != 0) return filtered(node);
    if (!memo.rows) {
        memo.rows = node.kind == Node::Kind::filter ? filtered(node) : linesOf(node.element);
    }
    return memo.rows;
}

Rows Evaluator::rowsUnder(ElementId element) {
    Rows& known = common_->under[element];
    if (!known) known = std::make_shared<const RowSet>(RowSet{world_.rows(element), {}});
    return known;
}

Rows Evaluator::filtered(const Node& node) {
    const Rows from = rows(node.children[0]);
    RowSet kept{{}, from->cause};
    for (const RowId one : from->rows) {
        bind(node.slot, one);
        const Verdict verdict = truth(node.children[1]);
        if (verdict.truth == Truth::holds) kept.rows.push_back(one);
        if (verdict.truth == Truth::undetermined && !kept.cause) kept.cause = verdict.cause;
    }
    return std::make_shared<const RowSet>(std::move(kept));
}

Cells Evaluator::cells(NodeId id) {
    const Node& node = rule_[id];
    if (node.depends == 0 && memo_[id.value].cells) return memo_[id.value].cells;
    constexpr std::size_t ofCell = 16;  // steps: it takes room, too
    CellSet set;
    if (node.kind == Node::Kind::across) {
        if (const auto line = rowOfLine(node.element)) {
            for (const ElementId column : node.columns)
                set.cells.push_back(cell(*line, column));
        }
    } else if (node.kind == Node::Kind::call && node.function == Function::quantities) {
        set.cells = quantitiesIn(value(node.children[0]));
    } else if (node.kind == Node::Kind::call && node.function == Function::repeated) {
        set.cells = repeatedIn(node);
    } else if (node.kind == Node::Kind::call && node.function == Function::yearsNamed) {
        set.cells = yearsIn(value(node.children[0]));
    } else if (node.kind == Node::Kind::joined) {
        for (const NodeId part : node.children) {
            if (beyond_) break;
            charge(ofCell);
            if (rule_[part].type.shape == Type::Shape::value) {
                set.cells.push_back(value(part));
                continue;
            }
            const Cells more = cells(part);
            if (!charge(ofCell * more->cells.size())) break;
            if (!set.cause) set.cause = more->cause;
            set.cells.insert(set.cells.end(), more->cells.begin(), more->cells.end());
        }
    } else if (node.kind == Node::Kind::call) {
        set.cells = pairs(node).made;
    } else {
        const Rows from = rows(node.children[0]);
        if (rule_[node.children[0]].kind == Node::Kind::matching) {
            return cellsOfMatch(node, memo_[id.value], from);
        }
        set.cause = from->cause;
        set.cells.reserve(from->rows.size());
        for (const RowId one : from->rows)
            set.cells.push_back(selected(node, one));
    }
    charge(ofCell * set.cells.size());
    Cells made = std::make_shared<const CellSet>(std::move(set));
    if (node.depends == 0) memo_[id.value].cells = made;
    return made;
}

std::optional<RowId> Evaluator::row(NodeId id) {
    const Node& node = rule_[id];
    if (node.kind == Node::Kind::rowOf) return slots_[node.slot].row;
    if (node.kind == Node::Kind::otherYear) {
        const auto now = row(node.children[0]);
        if (!now) return std::nullopt;
        return node.member == syntax::Member::nextYear ? world_.yearAfter(*now)
                                                       : world_.yearBefore(*now);
    }
    const Rows of = rows(node.children[0]);  // 首, 末
    if (of->rows.empty()) return std::nullopt;
    return node.function == Function::first ? of->rows.front() : of->rows.back();
}

/// Of a list its lines: the list itself, which comes first, is a text. Of others all rows.
Rows Evaluator::linesOf(ElementId element) {
    const bool list = world_.form()[element].kind == definitions::ElementKind::list;
    if (!list) return rowsUnder(element);
    RowSet lines = *rowsUnder(element);
    if (!lines.rows.empty()) lines.rows.erase(lines.rows.begin());
    return std::make_shared<const RowSet>(std::move(lines));
}

std::optional<RowId> Evaluator::rowOfLine(ElementId element) {
    for (const RowId one : rowsUnder(element)->rows) {
        if (world_.element(one) == element) return one;
    }
    return std::nullopt;
}

std::optional<RowId> Evaluator::caseRow() const {
    using Cases = CompiledRule::Cases;
    switch (rule_.cases) {
        case Cases::rows:
            return slots_[rule_.binder].row;
        case Cases::rowPairs:
            return slots_[rule_.binder2].row;
        case Cases::groups: {
            const Rows& group = slots_[rule_.binder].group;
            if (group && !group->rows.empty()) return group->rows.back();
            return std::nullopt;
        }
        default:
            return std::nullopt;
    }
}

}  // namespace biao::expression

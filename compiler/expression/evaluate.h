// One rule over one World: what its nodes are worth while rows pass through its slots. Made for one
// run, used by one thread. What does not depend on a row in hand is worked out once. Undetermined
// carries the cell to blame when there is one: nothing, when cells are only blank.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "definitions/formula.h"
#include "definitions/library.h"
#include "diagnostics/phrases.h"
#include "expression/common.h"
#include "expression/program.h"
#include "expression/value.h"
#include "expression/world.h"
#include "syntax/calendar_days.h"

namespace biao::expression {

struct Verdict {
    Truth truth = Truth::undetermined;
    std::optional<Span> cause;
};

/// What stands in a slot while a rule goes through something.
struct InHand {
    RowId row;
    Rows group;
    Value cell;
    definitions::ElementId column;
};

class Likeness;

class Evaluator {
public:
    /// `common` where several rules run over the world.
    Evaluator(const CompiledRule& rule, const World& world, const definitions::Library& library,
              definitions::ZeroByZero zeroByZero = definitions::ZeroByZero::undetermined,
              std::shared_ptr<Common> common = std::make_shared<Common>())
        : rule_(rule),
          world_(world),
          units_(library.units()),
          scales_(library.scales()),
          limits_(library.limits()),
          zeroByZero_(zeroByZero),
          common_(std::move(common)),
          memo_(rule.nodes.size()),
          slots_(rule.slots) {}

    void bind(SlotId slot, RowId row) { slots_[slot].row = row; }
    /// The same for a row that is gone through: what is read of it is kept until the next.
    void take(SlotId slot, RowId row) {
        common_->take(row);
        bind(slot, row);
    }
    void bind(SlotId slot, Rows group) { slots_[slot].group = std::move(group); }
    void bind(SlotId slot, Value cell) { slots_[slot].cell = std::move(cell); }
    void bind(SlotId slot, definitions::ElementId column) { slots_[slot].column = column; }
    const InHand& inHand(SlotId slot) const { return slots_[slot]; }

    Verdict truth(NodeId id);
    /// Good until the node is asked for with something else in hand.
    const Value& value(NodeId id);
    Rows rows(NodeId id);
    Cells cells(NodeId id);
    /// The row of a node of shape row; none: of no rows there is no first.
    std::optional<RowId> row(NodeId id);
    /// The one row of a line of the form, when the submission mentions it.
    std::optional<RowId> rowOfLine(definitions::ElementId element);

    /// Counts work; a value that is known already takes none. False when there has been too much
    /// of it. Then everything is undetermined, and nothing that comes of it may be said.
    bool charge(std::size_t steps = 1) {
        steps_ += steps;
        if (steps_ > limits_.ruleSteps) beyond_ = beyond_.value_or(Phrase::stepsOfRule);
        return !beyond_;
    }
    /// Of the limits, the one that was passed.
    const std::optional<Phrase>& beyond() const { return beyond_; }
    /// B004, at the rule.
    Finding limitPassed() const;

    /// left - right as written, without operators: how far apart they are.
    Value difference(const Value& left, const Value& right) const;

    const CompiledRule& rule() const { return rule_; }
    const World& world() const { return world_; }
    Common& common() { return *common_; }
    const UnitTable& units() const { return units_; }
    /// The row that the case in hand is about, if it is about one.
    std::optional<RowId> caseRow() const;

private:
    using Index = std::unordered_map<std::string, Rows>;
    /// What came of the rows of one key.
    struct Matched {
        Rows rows;
        Cells cells;
    };
    struct Memo {
        std::optional<Value> value;
        std::optional<Verdict> truth;
        Rows rows;  // of a match: what a key without rows finds
        Cells cells;
        std::optional<Index> index;
        std::unordered_map<const RowSet*, Matched> matched;
        std::unordered_map<const CellSet*, std::pair<Cells, std::optional<Value>>> values;
    };

    Verdict truthNow(NodeId id);
    Verdict compare(const Value& left, syntax::Operator op, const Value& right) const;
    Verdict joined(const Node& node, Truth strongest);
    Verdict every(const Node& node);
    Verdict isKind(const Value& tested, const definitions::Kind& kind) const;
    Verdict inList(const Node& node);
    Verdict like(const Node& node);
    Verdict filled(NodeId argument);
    Verdict answer(const Value& value) const;

    Rows rowsUnder(definitions::ElementId element);
    Rows linesOf(definitions::ElementId element);
    Rows filtered(const Node& node);

    // evaluate_keys.cpp
    std::optional<std::string> keys(const Node& node, bool outside, std::optional<Span>& cause);
    Rows matched(const Node& node, Memo& memo);
    Cells cellsOfMatch(const Node& node, Memo& memo, const Rows& rows);
    const Value& ofMatch(NodeId id, const Node& node);

    Value valueNow(const Node& node);
    Value cell(RowId row, definitions::ElementId column) const;
    Value selected(const Node& node, RowId row);
    Value category(RowId row, bool outermost);
    Value heading(RowId row);
    Value member(syntax::Member member, const Value& of);
    Value bound(const Value& value, bool upper) const;
    Value summed(const Node& node);
    Value called(const Node& node);
    Value counted(NodeId argument);
    Value sum(const std::vector<Value>& terms, const std::optional<Span>& cause);
    Value product(const Value& left, const Value& right, bool divides);
    Value fitting(Value worked);
    Value byZero(const Quantity& dividend, const Quantity& divisor) const;
    Value extreme(const std::vector<Value>& terms, const std::optional<Span>& cause,
                  bool greatest) const;
    Value mean(const std::vector<Value>& terms, const std::optional<Span>& cause);
    Value words(std::string text);

    // evaluate_texts.cpp
    Verdict isPromised(const Node& node);
    Verdict inPlace(RowId row) const;
    Value promised(const Node& node);
    Value lacking(RowId row, const definitions::Promise& promise);
    Verdict within(const Value& inner, const Value& outer) const;
    Value phrased(const Localized& text);
    Value inNormalForm(std::string_view text);
    Value slipped(const Value& found, const Value& wanted);
    Value ofText(const Node& node);
    Value nearestAmong(const Node& node);
    std::vector<Value> quantitiesIn(const Value& text) const;

    // evaluate_clauses.cpp
    struct Clauses;
    Verdict comparableWith(const Value& first, const Value& second);
    Value earlierClause(const Node& node);
    const Clauses& clausesOf(NodeId cells);
    Value duration(const Value& of) const;

    // evaluate_scores.cpp
    Verdict reaches(const Value& actual, const Value& target) const;
    Verdict comesBy(const Value& actual, const Value& target) const;
    Verdict reachesWord(const Value& actual, const Value& target) const;
    Value daysLate(const Value& actual, const Value& target) const;
    Value banded(const Node& node);
    syntax::Days daysOf(const Value& value) const;

    // evaluate_prose.cpp
    Value distinct(const Value& text);
    Value digitsOf(const Node& node);
    Value replaced(const Node& node);
    std::vector<Value> repeatedIn(const Node& node);
    std::vector<Value> yearsIn(const Value& text) const;

    // pairing.cpp
    struct Pairs {
        std::vector<Value> made;
        std::vector<RowId> left;  // prices that are over something no row counts
    };
    Pairs pairs(const Node& node);
    struct Counts;
    const Counts& countsIn(NodeId rows);
    std::optional<Value> paired(RowId price, const Counts& counts, bool& wants);

    const CompiledRule& rule_;
    const World& world_;
    const UnitTable& units_;
    const std::vector<definitions::Scale>& scales_;
    const Limits& limits_;
    const definitions::ZeroByZero zeroByZero_;
    const std::shared_ptr<Common> common_;
    std::size_t steps_ = 0;
    std::optional<Phrase> beyond_;
    std::vector<Memo> memo_;
    std::vector<InHand> slots_;
    std::map<std::uint32_t, std::shared_ptr<const Likeness>> likeness_;  // of the cells of a node
    std::map<std::uint32_t, std::shared_ptr<const Counts>> counts_;
    std::map<std::uint32_t, std::shared_ptr<const Clauses>> clauses_;
};

}  // namespace biao::expression

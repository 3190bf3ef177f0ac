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

#include "expression/program.h"
#include "expression/world.h"

namespace biao::expression {

struct Verdict {
    Truth truth = Truth::undetermined;
    std::optional<Span> cause;
};

/// A cell, or what was calculated.
struct Value {
    Cell::What what = Cell::What::amount;
    bool plain = true;  // the amount says it all: no operator, no range
    Amount amount;
    Bounds bounds;          // when not plain and known
    std::string_view text;  // words; of a cell, as written
    syntax::Operator op = syntax::Operator::none;
    std::optional<Span> span;  // of the cell it is
};

Value amountValue(Amount amount);
Value numberValue(Number number);
/// What a calculation cannot take: undetermined, with the cell to blame.
Value undetermined(const Value& because);

struct RowSet {
    std::vector<RowId> rows;
    std::optional<Span> cause;  // a row may belong to it too: its cell could not be read
};
struct CellSet {
    std::vector<Value> cells;
    std::optional<Span> cause;
};
using Rows = std::shared_ptr<const RowSet>;
using Cells = std::shared_ptr<const CellSet>;

class Evaluator {
public:
    Evaluator(const CompiledRule& rule, const World& world, const UnitTable& units)
        : rule_(rule), world_(world), units_(units), memo_(rule.nodes.size()), slots_(rule.slots) {}

    void bind(SlotId slot, RowId row) { slots_[slot] = row; }
    RowId bound(SlotId slot) const { return slots_[slot]; }

    Verdict truth(NodeId id);
    Value value(NodeId id);
    Rows rows(NodeId id);
    Cells cells(NodeId id);
    /// The row of a node of shape row.
    RowId row(NodeId id) const { return slots_[rule_[id].slot]; }
    /// The one row of a line of the form, when the submission mentions it.
    std::optional<RowId> rowOfLine(definitions::ElementId element);

    /// left - right as written, without operators: how far apart they are.
    Value difference(const Value& left, const Value& right) const;

    const CompiledRule& rule() const { return rule_; }
    const World& world() const { return world_; }

private:
    using Index = std::unordered_map<std::string, Rows>;
    struct Memo {
        std::optional<Value> value;
        std::optional<Verdict> truth;
        Rows rows;  // of a match: what a key without rows finds
        Cells cells;
        std::optional<Index> index;
    };

    Verdict truthNow(const Node& node);
    Verdict compare(const Value& left, syntax::Operator op, const Value& right) const;
    Verdict joined(const Node& node, Truth strongest);
    Verdict every(const Node& node);
    Verdict isKind(const Node& node);
    Verdict inList(const Node& node);
    Verdict like(const Node& node);
    Verdict filled(NodeId argument);
    Verdict answer(const Value& value) const;

    Rows rowsUnder(definitions::ElementId element);
    Rows filtered(const Node& node);
    Rows matched(const Node& node, Memo& memo);

    Value valueNow(const Node& node);
    Value cell(RowId row, definitions::ElementId column) const;
    Value selected(const Node& node, RowId row);
    Value category(RowId row, bool outermost) const;
    Value member(syntax::Member member, Value of);
    Value bound(const Value& value, bool upper) const;
    Value summed(const Node& node);
    Value called(const Node& node);
    Value counted(NodeId argument);
    Value sum(const std::vector<Value>& terms, const std::optional<Span>& cause) const;
    Value product(const Value& left, const Value& right, bool divides) const;
    Value extreme(const std::vector<Value>& terms, const std::optional<Span>& cause,
                  bool greatest) const;
    Value mean(const std::vector<Value>& terms, const std::optional<Span>& cause) const;
    Value words(std::string text);

    const CompiledRule& rule_;
    const World& world_;
    const UnitTable& units_;
    std::vector<Memo> memo_;
    std::vector<RowId> slots_;
    std::map<definitions::ElementId, Rows> under_;
    std::map<std::string, std::shared_ptr<const std::string>, std::less<>> words_;
};

}  // namespace biao::expression

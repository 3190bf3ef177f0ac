// What a rule is compiled to: a list of typed nodes that name each other by index, children before
// parents. It owns every text it needs, so it outlives the file it was read from, and nothing in it
// changes while it runs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"
#include "diagnostics/catalogue.h"
#include "expression/glob.h"
#include "expression/type.h"
#include "quantity/amount.h"
#include "syntax/words.h"

namespace biao::expression {

struct NodeId {
    std::uint32_t value = UINT32_MAX;
    explicit operator bool() const { return value != UINT32_MAX; }
    bool operator==(const NodeId&) const = default;
};

/// Rows that a binder or a filter goes through stand in a slot of the run, one at a time.
using SlotId = std::uint32_t;
using SlotSet = std::uint64_t;
constexpr SlotId kMostSlots = 64;
constexpr SlotId kNoSlot = UINT32_MAX;
constexpr SlotSet only(SlotId slot) {
    return slot < kMostSlots ? SlotSet{1} << slot : 0;
}

struct Node {
    enum class Kind : std::uint8_t {
        missing,
        amount,  // written in the rule
        text,    // written in the rule
        yes,
        no,
        element,    // only named
        rowsUnder,  // element
        filter,     // children: rows, condition over `slot`
        matching,   // children: rows, key over `slot`, key outside: the rows whose
                    // keys agree
        rowOf,      // slot
        ownCell,    // the cell of `element` itself in `column`
        select,     // children: a row or rows; member or column of each
        part,       // children: a value; member of it
        sum,        // children with `signs`
        product,    // children with `signs`
        negate,
        compare,  // op
        all,
        any,
        isNot,
        isKind,  // tested
        inList,  // children: value, then the list's
        like,    // glob
        call     // function; 全部: children rows, condition over `slot`
    };
    Kind kind = Kind::missing;
    syntax::Operator op = syntax::Operator::none;
    syntax::Function function = syntax::Function::none;
    syntax::Member member = syntax::Member::none;
    SlotId slot = kNoSlot;
    SlotSet depends = 0;  // slots it reads and does not fill; none: the same all through a run
    definitions::ElementId element;
    definitions::ElementId column;
    std::vector<NodeId> children;
    std::vector<syntax::Operator> signs;
    definitions::Kind tested;
    Amount amount;
    std::string text;
    Glob glob;
    std::string spelled;  // as written in the rule
    Type type;
    Span span;
};

/// A message in one language: literal text and placeholders in turn.
struct MessagePiece {
    std::string literal;
    NodeId node;
    std::string spelled;  // the placeholder as written
};

class CompiledRule {
public:
    std::string code;
    std::string name;
    Severity severity = Severity::error;
    std::vector<Node> nodes;
    SlotId slots = 0;
    NodeId over;  // 对 … 于: rows; none: once for the submission
    SlotId binder = kNoSlot;
    std::vector<NodeId> whens;
    std::vector<NodeId> conditions;
    std::vector<NodeId> places;
    std::vector<NodeId> sees;
    std::vector<MessagePiece> zh;
    std::vector<MessagePiece> en;
    std::vector<definitions::ElementId> reads;

    const Node& operator[](NodeId id) const { return nodes[id.value]; }
    Node& operator[](NodeId id) { return nodes[id.value]; }
};

}  // namespace biao::expression

// What a rule is compiled to: a list of typed nodes that name each other by index, children before
// parents. It owns every text it needs, so it outlives the file it was read from, and nothing in it
// changes while it runs.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "definitions/names.h"
#include "definitions/schemes.h"
#include "diagnostics/catalogue.h"
#include "expression/type.h"
#include "quantity/amount.h"
#include "syntax/calendar.h"
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
        matching,   // children: rows, then pairs of a key over `slot` and a key outside: the
                    // rows all of whose keys agree
        rowOf,      // slot
        otherYear,  // children: a row; the same the year before or after, by `member`
        pastYears,  // children: a row; the same in each year before, the last first
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
        isKind,        // tested
        inList,        // children: value, then the list's
        like,          // patterns
        call,          // function; 全部: children rows, condition over `slot`
        promised,      // children: row; `promised` of its name
        isPromised,    // children: value, row whose name promises kinds
        groupInHand,   // slot: the rows of a group
        cellInHand,    // slot: one cell of several
        columnInHand,  // slot: a column
        across,        // the cells of line `element` in `columns`
        columnsOf,     // `columns` of table `element`
        joined,        // children: cells, one after the other
        cellAt,        // the cell of line `element` in the column that stands in `slot`
        banded         // children: a value; what `bands` make of it
    };
    Kind kind = Kind::missing;
    syntax::Operator op = syntax::Operator::none;
    syntax::Function function = syntax::Function::none;
    syntax::Member member = syntax::Member::none;
    SlotId slot = kNoSlot;
    SlotSet depends = 0;  // slots it reads and does not fill; none: the same all through a run
    definitions::ElementId element;
    definitions::ElementId column;
    std::vector<definitions::ElementId> columns;
    std::vector<NodeId> children;
    std::vector<syntax::Operator> signs;
    definitions::Kind tested;
    Amount amount;
    std::string text;
    std::optional<syntax::Calendar> date;  // of a text that is one
    syntax::Promised promised = syntax::Promised::none;
    definitions::WordList patterns;  // of like
    std::shared_ptr<const definitions::Bands> bands;
    std::string spelled;  // as written in the rule
    std::string label;    // the name that 令 gives it
    Type type;
    Span span;
};

/// A message in one language: literal text and placeholders in turn.
struct MessagePiece {
    std::string literal;
    NodeId node;
    std::string spelled;  // the placeholder as written
};

/// 改为: what to write in the first place instead; of several, the first whose condition holds.
struct WrittenInstead {
    std::vector<MessagePiece> pieces;
    NodeId when;
    bool certain = false;
};

/// A line of a scheme: what it gives where its condition holds.
struct SchemeLine {
    enum class Gives : std::uint8_t { points, between, word, unscored, leftOut };
    NodeId when;  // none: 否则
    Gives gives = Gives::points;
    NodeId result;       // points; the lower end
    NodeId upTo;         // the upper end
    bool below = false;  // which is not reached
    std::string word;    // of a rating
    Localized reason;    // of what is not scored
    Span span;
};

class CompiledRule {
public:
    std::string code;
    std::string name;
    Severity severity = Severity::error;
    std::vector<Node> nodes;
    SlotId slots = 0;
    /// 对 … 于: what the rule goes through, one case after the other.
    enum class Cases : std::uint8_t { once, rows, groups, rowPairs, cells, cellPairs, columns };
    Cases cases = Cases::once;
    NodeId over;
    SlotId binder = kNoSlot;
    SlotId binder2 = kNoSlot;  // of a pair
    std::vector<NodeId> keys;  // of groups: over the row in `keySlot`
    SlotId keySlot = kNoSlot;
    std::vector<NodeId> whens;
    std::vector<NodeId> conditions;
    std::vector<NodeId> places;
    std::vector<NodeId> sees;
    std::vector<MessagePiece> zh;
    std::vector<MessagePiece> en;
    std::vector<WrittenInstead> fixes;
    bool saysUnsettled = false;  // 未定
    Severity unsettled = Severity::info;
    std::vector<MessagePiece> unsettledZh;
    std::vector<MessagePiece> unsettledEn;
    NodeId result;                  // of a formula: what it comes to; it has no conditions
    bool divides = false;           // and seldom comes out even
    std::vector<SchemeLine> lines;  // of a scheme, in order
    SlotId fullMarks = kNoSlot;     // 满分: what it scores
    Dimension points;               // of its results
    bool takesLeast = false;  // 多项 最小: of several targets the least counts, else the mean
    std::vector<definitions::ElementId> reads;

    const Node& operator[](NodeId id) const { return nodes[id.value]; }
    Node& operator[](NodeId id) { return nodes[id.value]; }
};

}  // namespace biao::expression

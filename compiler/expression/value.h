// What a node of a rule comes to: a value, or a set of rows or cells.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "expression/world.h"

namespace biao::expression {

/// A cell, or what was calculated.
struct Value {
    Cell::What what = Cell::What::amount;
    bool plain = true;  // the amount says it all: no operator, no range
    Amount amount;
    Bounds bounds;             // when not plain and known
    std::string_view text;     // words; of a cell, as written
    std::string_view english;  // of words of ours
    syntax::Operator op = syntax::Operator::none;
    const syntax::Calendar* date = nullptr;
    bool several = false;
    /// A division by zero; settled: 0 ÷ 0, which is what the formula says.
    enum class ByZero : std::uint8_t { no, undetermined, settled };
    ByZero byZero = ByZero::no;
    bool derived = false;      // `text` is how the amount was worked out
    std::optional<Span> span;  // of the cell it is
};

Value amountValue(Amount amount);
Value numberValue(Number number);
/// What a known amount leaves open.
Bounds boundsOf(const Value& value);
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

}  // namespace biao::expression

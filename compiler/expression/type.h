// Types of the rule language: truths, values of some kinds, cells of a column, rows. A value's type
// is the list of kinds its place takes, narrowed by what the rule has asked (目标 是 金额). Given
// to nodes when a rule is compiled; what cannot go together is found here, before any submission.
#pragma once

#include <cstdint>
#include <vector>

#include "base/language.h"
#include "definitions/form.h"
#include "definitions/kind.h"
#include "quantity/unit_table.h"

namespace biao::expression {

using Kinds = std::vector<definitions::Kind>;  // none: anything

/// What is known of each row of a set: its value in that column (none: its own) has those kinds.
struct Fact {
    definitions::ElementId column;
    Kinds kinds;
};

struct Type {
    enum class Shape : std::uint8_t {
        missing,  // a fault that has been said
        truth,
        value,  // one cell, or what is calculated from cells
        cells,  // one cell of each row
        row,
        rows,
        element,  // named, not yet asked for its rows or its cell
        columns,  // of a table, to go through
        column,   // one of them
        promise,  // what the name of a row promises
        kinds     // what a value may be, to be asked with 是
    };
    Shape shape = Shape::missing;
    bool literal = false;            // written in the rule: a homonym is what it is held against
    bool zero = false;               // a bare 0 goes with everything
    Kinds kinds;                     // of values and cells
    definitions::ElementId element;  // of rows: what they stand under
    std::vector<Fact> facts;         // of rows
};

Type truthType();
Type valueType(Kinds kinds);
Type textType();
Type numberType();

definitions::Kind dimensionKind(const Dimension& dimension);
bool same(const definitions::Kind& a, const definitions::Kind& b);
/// `wider` takes everything that `kind` is.
bool covers(const UnitTable& units, const definitions::Kind& wider, const definitions::Kind& kind);
/// What is left of `kinds` for a value that is a `kind`; for one that is not.
Kinds narrowedTo(const UnitTable& units, const Kinds& kinds, const definitions::Kind& kind);
Kinds without(const UnitTable& units, const Kinds& kinds, const definitions::Kind& kind);

/// What a value of a type measures.
struct Measured {
    enum class What : std::uint8_t {
        dimension,  // one of `readings`
        bare,       // a number without a unit
        open,       // one kind of many dimensions: a count, a rate; known when it is run
        mixed,      // several kinds: to be narrowed first
        none        // no quantity at all
    };
    What what = What::none;
    std::vector<Dimension> readings;
    definitions::Kind kind;  // when open
};
Measured measured(const Type& type);
/// Whether quantities of the two can be compared or added; true where it is not known yet.
bool meet(const UnitTable& units, const Type& a, const Type& b);

/// "金额或单价": kinds by their names, dimensions by theirs.
Localized describe(const UnitTable& units, const Kinds& kinds);
Localized describe(const UnitTable& units, const Type& type);

/// The kinds of the values of rows under `element`, their own or those in `column`.
Kinds kindsUnder(const definitions::Form& form, definitions::ElementId element,
                 definitions::ElementId column);

}  // namespace biao::expression

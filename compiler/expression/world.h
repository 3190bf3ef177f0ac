// What a rule can look at. model/ implements it over one submission; tests over a few rows made by
// hand. Everything is handed out by value or by reference into the submission: evaluating a rule
// changes nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "definitions/form.h"
#include "quantity/amount.h"
#include "quantity/bounds.h"
#include "syntax/calendar.h"

namespace biao::expression {

struct RowId {
    std::uint32_t value = UINT32_MAX;
    auto operator<=>(const RowId&) const = default;
};

/// One cell as rules see it.
struct Cell {
    enum class What : std::uint8_t {
        amount,  // `amount` says its state; a target with an operator or range has
                 // `bounds` too
        text,    // words: prose, a name, a word of a scale, a date as written
        yes,
        no
    };
    What what = What::amount;
    Amount amount;  // the number written (of a range: its lower end)
    Bounds bounds;  // what the target allows; of a plain number: that number alone
    syntax::Operator op = syntax::Operator::none;  // as written
    std::string_view raw;                          // as written, without quotes
    const syntax::Calendar* date = nullptr;        // of words: the date they are
    bool several = false;  // of words: several quantities, 102户、321人 or a list
    Span span;             // where it stands; of a blank cell, its row
};

/// The categories of rows that stand at `element` of `form`: see World::categoryPath.
std::vector<definitions::ElementId> categoriesAt(const definitions::Form& form,
                                                 definitions::ElementId element);

/// A target beside last year's: the same amount, or a deadline as much later as the year is; asking
/// for more, for less; something else.
enum class Since : std::uint8_t { same, tightened, loosened, other };

class World {
public:
    virtual ~World() = default;

    virtual const definitions::Form& form() const = 0;
    /// The year that a date without one is in, if it is known.
    virtual std::optional<int> year() const { return std::nullopt; }
    /// Rows written under `element` (the root stands for the indicators of all trees; a tree,
    /// category, table, line, fund or part, field) and inside it, in order; sub-rows (其中, 并) are
    /// left out.
    virtual std::vector<RowId> rows(definitions::ElementId element) const = 0;
    virtual definitions::ElementId element(RowId row) const = 0;
    /// An indicator's name as written, or the element's own name.
    virtual std::string_view name(RowId row) const = 0;
    virtual Span span(RowId row) const = 0;
    /// Marked 为合计: beside its parts in the same list.
    virtual bool isTotal(RowId row) const = 0;
    /// The categories a row of a tree stands in, the outermost first: the tree itself (which leads
    /// rows as its categories do) and what is nested in it. A tree that holds trees is a heading
    /// over them and is left out, so that a category stands as high in one part of a form as in
    /// another. None of other rows.
    virtual std::vector<definitions::ElementId> categoryPath(RowId row) const = 0;
    /// Of a world of several years: what the row was the year before, and what it is the year
    /// after.
    virtual std::optional<RowId> yearBefore(RowId /*row*/) const { return {}; }
    virtual std::optional<RowId> yearAfter(RowId /*row*/) const { return {}; }
    /// What became of its target since the year before; none where that is not known.
    virtual std::optional<Since> sinceLastYear(RowId /*row*/) const { return {}; }
    /// The name of the form, without its version, of a row that is a submission; else empty.
    virtual std::string_view formOf(RowId) const { return {}; }
    /// The title of the repeatable category it stands in, the innermost; empty where it is in none.
    virtual std::string_view categoryTitle(RowId /*row*/) const { return {}; }
    /// What the name of the row promises; good until the next is asked for.
    virtual const definitions::Promise& promise(RowId row) const = 0;
    /// The cell in that column; with no column, the row's own value (the target of an indicator,
    /// the amount of a fund, the value of a field). Attributes are inherited as the form says.
    virtual Cell cell(RowId row, definitions::ElementId column) const = 0;
};

}  // namespace biao::expression

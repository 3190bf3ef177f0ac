// What the rows of a submission weigh: each by its cell in the column of weights, a category by
// what it states or by what stands in it.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "checks/checks.h"
#include "checks/split.h"

namespace biao::checks {

class Weighing {
public:
    using Index = std::uint32_t;  // of a row

    explicit Weighing(const Context& context);

    /// Rows and categories right inside; sub-rows, totals of their neighbours and what does not
    /// apply weigh nothing.
    std::vector<Index> inside(Index row) const;
    /// A category in which there is anything to weigh.
    bool holdsRows(Index row) const;
    Amount worth(Index row);
    /// What stands beside each other. Where some of it weighs, what does not is missing (B101).
    Amount together(const std::vector<Index>& rows);
    /// Rows and categories whose weights add up to those of `rows`, none of them inside another.
    void leaves(const std::vector<Index>& rows, std::vector<Split::Part>& into) const;

    /// The cell that states it, else the name of the row.
    Span placeOf(Index row) const;
    Localized nameOf(Index row) const;

private:
    definitions::ElementId column(Index row) const;
    const model::Cell* cell(Index row) const;
    Amount own(Index row) const;
    bool counts(Index row) const;
    Amount added(const std::vector<Amount>& terms) const;
    void sayMissing(Index row);

    const Context& context_;
    const definitions::Form& form_;
    const std::vector<model::Row>& rows_;
    std::vector<std::vector<Index>> children_;
    std::vector<std::optional<Amount>> known_;  // of categories
    std::set<Index> missing_;                   // said
};

}  // namespace biao::checks

// What rows weigh that do not say it, where a category around them does: its one silent row has
// what the others leave; several share that, and nobody knows how.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "model/submission.h"
#include "quantity/dimension.h"

namespace biao::evaluation {

class Shares {
public:
    Shares(const model::Submission& submission, const Dimension& points);

    /// Points that rows without a weight have together.
    struct Pool {
        model::RowIndex category;  // which states them
        Number points;
        std::vector<model::RowIndex> rows;  // two or more, in order
    };
    const std::vector<Pool>& pools() const { return pools_; }

    /// What its category leaves for the row, and which that is.
    struct Left {
        model::RowIndex category;
        Number points;
    };
    const Left* left(model::RowIndex row) const;
    const Pool* poolOf(model::RowIndex row) const;

private:
    using Index = std::uint32_t;
    bool counts(Index row) const;
    bool isSilent(Index row) const;
    std::optional<Number> own(Index row) const;
    std::optional<Number> worth(Index row) const;
    std::vector<Index> inside(Index row) const;
    Number said(Index row) const;
    void silentIn(Index row, std::vector<model::RowIndex>& into) const;
    void divide(Index category, Index stating, std::optional<Number> whole);
    void statedIn(Index category);

    const model::Submission& submission_;
    const Dimension& points_;
    std::vector<std::vector<Index>> children_;
    std::map<Index, Left> left_;
    std::vector<Pool> pools_;
    std::map<Index, std::size_t> pooled_;
};

}  // namespace biao::evaluation

// Row by row: which scheme takes it, what comes of that. One class in two files: rows (scorer.cpp),
// targets of several quantities (scorer_parts.cpp).
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "evaluation/columns.h"
#include "evaluation/evaluation.h"
#include "evaluation/shares.h"
#include "model/world.h"

namespace biao::evaluation {

class Scorer {
public:
    Scorer(const model::Submission& submission, const expression::CompiledSchemes& schemes,
           const definitions::Library& library, const Dimension& points, UnitRef unit);

    /// The item of a row: none where there is nothing to score.
    std::optional<Item> row(model::RowIndex index);
    /// The item of a weight that no row carries, by the scheme of its name.
    Item named(const Localized& name, std::optional<Number> weight);
    /// Whether a scheme that goes through no rows scores under that name.
    bool hasNamed(const std::string& name) const;
    /// What the schemes that rate say, of rows and of the submission.
    std::vector<Item> ratings();
    /// Rows that are no indicators, and which a scheme goes through.
    std::vector<model::RowIndex> rowsOfTables();

    Localized shown(const Number& points) const;
    /// Where weights stand only on categories.
    const Shares& shares() const { return shares_; }
    void limits(Findings& findings) const;

private:
    struct Tried {
        std::size_t scheme = 0;
        expression::Scored scored;
    };
    using Runs = std::vector<std::optional<expression::SchemeRun>>;

    Runs runsOver(const expression::World& world) const;
    bool rates(std::size_t scheme) const;
    /// The first scheme that takes the row, and what it says.
    std::optional<Tried> tried(Runs& runs, expression::RowId row,
                               const std::optional<Quantity>& full);
    void begin(Item& item, std::size_t scheme) const;
    void settle(Item& item, const expression::Scored& scored, std::size_t part = 0);
    void unscored(Item& item, Localized why, std::optional<Span> cause) const;
    void round(Item& item, std::size_t scheme) const;
    void state(Item& item, model::RowIndex row, definitions::ElementId column);
    void assess(Item& item, const model::Row& row, const Columns& columns);
    std::optional<Quantity> full(const Item& item) const;
    void withoutWeight(Item& item, const model::Value& weight) const;
    void noScheme(Item& item, const model::Row& row, const Columns& columns) const;

    // scorer_parts.cpp
    bool inParts(Item& item, model::RowIndex index, const Columns& columns);

    const model::Submission& submission_;
    const expression::CompiledSchemes& schemes_;
    const definitions::Library& library_;
    const definitions::Form& form_;
    Dimension points_;
    UnitRef unit_;
    model::SubmissionWorld world_;
    Shares shares_;
    Runs runs_;
    mutable std::map<std::size_t, Finding> limits_;  // by scheme
};

}  // namespace biao::evaluation

// One submission as rules look at it.
#pragma once

#include "expression/world.h"
#include "model/submission.h"

namespace biao::model {

/// A cell as rules see it; `row` is where a blank one stands. Good as long as the value is.
expression::Cell cellOf(const Value& value, Span row);

/// Measured in a unit that tables of units which begin with `common` may read differently.
bool isForeign(const Quantity& quantity, const UnitTable& common);

class SubmissionWorld final : public expression::World {
public:
    SubmissionWorld(const Submission& submission, const UnitTable& units);
    /// Of a 列组 only what stands in that column of years; with none, what all of them hold
    /// together.
    void lookAt(const ColumnRef& years) { years_ = years; }

    const definitions::Form& form() const override { return *submission_.form; }
    std::optional<int> year() const override { return submission_.year; }
    std::vector<expression::RowId> rows(ElementId element) const override;
    ElementId element(expression::RowId row) const override;
    std::string_view name(expression::RowId row) const override;
    Span span(expression::RowId row) const override;
    bool isTotal(expression::RowId row) const override;
    std::vector<ElementId> categoryPath(expression::RowId row) const override;
    std::string_view categoryTitle(expression::RowId row) const override;
    const definitions::Promise& promise(expression::RowId row) const override;
    expression::Cell cell(expression::RowId row, ElementId column) const override;

private:
    /// A column group without a year: what its columns hold together.
    Amount together(const Row& row, ElementId group) const;

    const Submission& submission_;
    const UnitTable& units_;
    ColumnRef years_;
    mutable expression::RowId promising_;  // whose name promises
    mutable definitions::Promise promise_;
    /// Of each element, the rows in it and below, in order.
    std::vector<std::vector<expression::RowId>> rows_;
};

}  // namespace biao::model

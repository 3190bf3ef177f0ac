// Where in a row its target, its actual value, its weight and its score stand.
#pragma once

#include "model/submission.h"
#include "quantity/dimension.h"

namespace biao::evaluation {

struct Columns {
    definitions::ElementId target;  // none: the row's own value
    definitions::ElementId actual;
    definitions::ElementId weight;
    definitions::ElementId score;
    definitions::ElementId assessed;

    static Columns of(const definitions::Form& form, definitions::ElementId element);
};

/// The value of the row in that column, none: its own; a blank one where there is none.
const model::Value& valueIn(const model::Row& row, definitions::ElementId column);
/// The same, blank where there is no such column.
const model::Value& valueOrBlank(const model::Row& row, definitions::ElementId column);
/// How many of the points' base unit it is; bare numbers are points.
std::optional<Number> pointsOf(const Quantity& quantity, const Dimension& points);
std::optional<Number> pointsOf(const model::Value& value, const Dimension& points);
/// Half a unit of the last digit after the point: what printing may hide. 0 of whole numbers.
Number halfOfLastPlace(std::string_view written);
/// The row of a field with that role; none where the submission does not mention it.
model::RowIndex rowWithRole(const model::Submission& submission, syntax::Role role);
/// "产出指标·数量指标": the categories around a row, and the name of the outermost.
Localized pathAround(const model::Submission& submission, model::RowIndex row);

}  // namespace biao::evaluation

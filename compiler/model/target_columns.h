// Targets whose operator, number and unit stand in columns of their own (角色 目标.算符, 目标.数,
// 目标.单位): three cells, one value.
#pragma once

#include <optional>

#include "definitions/form.h"
#include "model/value.h"

namespace biao::model {

/// None of the three: targets are written as one value only.
struct TargetColumns {
    definitions::ElementId comparator;
    definitions::ElementId number;
    definitions::ElementId unit;
    explicit operator bool() const { return comparator || number || unit; }
};

/// The columns in force for rows under `category`, the innermost of each.
TargetColumns targetColumns(const definitions::Form& form, definitions::ElementId category);

/// What a cell in the column of operators says.
struct ToldOperator {
    enum class What : std::uint8_t { nothing, comparison, qualitative, notOne };
    What what = What::nothing;
    syntax::Operator op = syntax::Operator::none;
};
ToldOperator toldOperator(const Value& cell);

/// Where the value itself stands: of a cell its content, without the `|` before an operator.
Span contentOf(const Value& cell, std::string_view text);

}  // namespace biao::model

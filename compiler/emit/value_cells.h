// A value as cells of a table.
#pragma once

#include <string>

#include "emit/csv.h"
#include "model/submission.h"
#include "quantity/unit_table.h"

namespace biao::emit {

/// The number of an amount and what it is in base units: value, unit, base_value, base_unit,
/// dimension. Five empty cells where it is not known.
void amountCells(CsvLines& out, const Amount& amount, const UnitTable& units);

/// A value in one cell: the words of a text, everything else as it is written.
std::string shortText(const model::Value& value, const model::Row& row,
                      const model::Submission& submission);

}  // namespace biao::emit

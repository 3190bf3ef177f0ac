#include "emit/value_cells.h"

#include "emit/understood.h"
#include "emit/written.h"

namespace biao::emit {

using model::Value;

void amountCells(CsvLines& out, const Amount& amount, const UnitTable& units) {
    if (!amount.isKnown()) {
        for (int i = 0; i < 5; ++i)
            out.cell("");
        return;
    }
    const Quantity& quantity = amount.quantity();
    const InBase base = inBase(quantity, units).value_or(InBase());
    out.cell(quantity.value.exactText()).cell(unitName(quantity));
    out.cell(base.number).cell(base.unit).cell(base.dimension);
}

std::string shortText(const Value& value, const model::Row& row,
                      const model::Submission& submission) {
    if (value.type == Value::Type::text) return proseOf(value);
    return std::string(writtenOf(value, row, submission).text);
}

}  // namespace biao::emit

// "新建渠道（公里）" ≥5: the unit stands in the name, and the number is of it.
#include "model/reader.h"

namespace biao::model {

using namespace syntax;

namespace {

bool isBare(const Amount& amount) {
    return amount.isKnown() && amount.quantity().bare() && !amount.quantity().bareZero();
}

}  // namespace

/// A target, and what was achieved of it, without a unit takes the one that the name of its row
/// ends in. A target in columns has its unit in one of them.
void SubmissionReader::namedUnits() {
    for (Row& row : out_.rows) {
        if (row.kind != RowKind::indicator || row.broken) continue;
        std::optional<UnitRef> unit;
        for (Cell& cell : row.cells) {
            const bool target = !cell.column.element;
            if (!target && form_[cell.column.element].role.role != Role::actual) continue;
            Value& value = cell.value;
            if (!value.isMeasure() || value.calculated || !isBare(value.amount)) continue;
            if (!unit) unit = form_.names.of(row.name, library_.units()).unit;
            if (!*unit) break;
            value.amount = Quantity{value.amount.quantity().value, *unit};
            if (value.type == Value::Type::range && isBare(value.upTo))
                value.upTo = Quantity{value.upTo.quantity().value, *unit};
        }
    }
}

}  // namespace biao::model

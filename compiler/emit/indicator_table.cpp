// Indicators as a table: where each stands, its target, and what its columns say.
#include <algorithm>
#include <array>
#include <vector>

#include "emit/emit.h"
#include "emit/names.h"
#include "emit/submission_cells.h"
#include "emit/understood.h"
#include "emit/value_cells.h"
#include "emit/written.h"
#include "syntax/calendar_days.h"
#include "syntax/words.h"

namespace biao::emit {

using model::Cell;
using model::Row;
using model::RowIndex;
using model::RowKind;
using model::Submission;
using model::Value;
using syntax::Role;

namespace {

constexpr std::array<Role, 4> ownColumns = {Role::weight, Role::basis, Role::actual, Role::score};
constexpr std::size_t levels = 3;  // that have a column each

class IndicatorTable {
public:
    IndicatorTable(const Submission& submission, const definitions::Library& library)
        : submission_(submission), form_(*submission.form), units_(library.units()), ids_(form_) {}

    std::string lines() {
        for (const Row& row : submission_.rows) {
            const bool indicator = row.kind == RowKind::indicator || row.kind == RowKind::ofWhich ||
                                   row.kind == RowKind::together;
            if (indicator) line(row);
        }
        return out_.take();
    }

private:
    void line(const Row& row) {
        submissionCells(out_, submission_, row.nameSpan);
        out_.cell(ids_[row.element]);
        categories(row);
        out_.cell(row.name).cell(row.id).cell(kindName(submission_, row));
        const bool part = row.kind != RowKind::indicator;
        out_.cell(part ? submission_[row.parent].name : std::string_view());
        out_.flag(row.isTotal);
        const Cell* target = cellWith(row, Role::target);
        value(target ? target->value : row.value(), row);
        for (const Role role : ownColumns) {
            const Cell* cell = cellWith(row, role);
            out_.cell(cell ? shortText(cell->value, row, submission_) : std::string());
        }
        out_.cell(attributes(row));
        out_.cell(acceptedAround(submission_, row));
        out_.endLine();
    }

    /// From the tree down; of a category that may stand several times, its title with it.
    void categories(const Row& row) {
        std::vector<std::string> names = model::categoriesOf(submission_, row);
        std::string path;
        for (const std::string& name : names)
            path += (path.empty() ? "" : "\u00B7") + name;
        out_.cell(path);
        names.resize(std::max(names.size(), levels));
        for (std::size_t level = 0; level < levels; ++level)
            out_.cell(names[level]);
    }

    void value(const Value& value, const Row& row) {
        const Value::Type type = typeOf(value);
        const bool range = type == Value::Type::range;
        const bool number = range || type == Value::Type::measure;
        const bool known = stateName(type) != typeName(type);
        out_.cell(stateName(type)).cell(known ? typeName(type) : std::string_view());
        out_.cell(operatorWord(value.op));
        amountCells(out_, number ? value.amount : Amount(), units_);
        upTo(range ? value.upTo : Amount());
        const syntax::Days days = value.date ? daysOf(*value.date) : syntax::Days();
        out_.cell(days.first ? isoText(*days.first) : std::string());
        out_.cell(days.last ? isoText(*days.last) : std::string());
        out_.cell(writtenOf(value, row, submission_).text);
    }

    void upTo(const Amount& amount) {
        if (!amount.isKnown()) {
            out_.cell("").cell("").cell("");
            return;
        }
        const Quantity& quantity = amount.quantity();
        const auto base = inBase(quantity, units_);
        out_.cell(quantity.value.exactText()).cell(unitName(quantity));
        out_.cell(base ? base->number : std::string());
    }

    const Cell* cellWith(const Row& row, Role role) const {
        for (const Cell& cell : row.cells) {
            if (!cell.column.element) continue;
            const definitions::RoleRef& has = form_[cell.column.element].role;
            const bool part = role == Role::target && !has.part.empty();
            if (has.role == role && !part) return &cell;
        }
        return nullptr;
    }

    /// The columns that have no column of their own here.
    std::string attributes(const Row& row) const {
        std::string out;
        for (const Cell& cell : row.cells) {
            if (!cell.column.element) continue;
            const definitions::Element& column = form_[cell.column.element];
            const Role role = column.role.role;
            if (role == Role::target && !column.role.part.empty()) continue;  // the target has it
            const bool shown =
                role == Role::target ||
                std::find(ownColumns.begin(), ownColumns.end(), role) != ownColumns.end();
            if (shown && cellWith(row, role) == &cell) continue;
            const auto year = yearOf(submission_, cell.column);
            out += (out.empty() ? "" : "; ") + column.name.zh +
                   (year ? "@" + std::to_string(*year) : "") + "=" +
                   shortText(cell.value, row, submission_);
        }
        return out;
    }

    const Submission& submission_;
    const definitions::Form& form_;
    const UnitTable& units_;
    ElementIds ids_;
    CsvLines out_;
};

}  // namespace

std::string indicatorHeader() {
    return std::string(submissionColumns) +
           "element,category,level1,level2,level3,name,id,kind,of,total,state,type,operator,value,"
           "unit,base_value,base_unit,dimension,up_to,up_to_unit,base_up_to,"
           "from,to,written,weight,basis,actual,score,attributes,accepted\n";
}

std::string indicatorLines(const Submission& submission, const definitions::Library& library) {
    return IndicatorTable(submission, library).lines();
}

}  // namespace biao::emit

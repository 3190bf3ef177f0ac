// Money as a table: every amount of a fund, a table or a field that takes money, one a line.
#include <algorithm>
#include <vector>

#include "emit/emit.h"
#include "emit/names.h"
#include "emit/submission_cells.h"
#include "emit/understood.h"
#include "emit/value_cells.h"
#include "emit/written.h"

namespace biao::emit {

using definitions::Element;
using definitions::ElementKind;
using definitions::Kind;
using model::Cell;
using model::Row;
using model::RowIndex;
using model::RowKind;
using model::Submission;
using model::Value;

namespace {

class MoneyTable {
public:
    MoneyTable(const Submission& submission, const definitions::Library& library)
        : submission_(submission), form_(*submission.form), units_(library.units()), ids_(form_) {
        if (form_.moneyUnit) money_ = form_.moneyUnit->readings().front().dimension;
    }

    std::string lines() {
        for (const Row& row : submission_.rows) {
            for (const Cell& cell : row.cells) {
                if (isAmount(row, cell)) line(row, cell);
            }
        }
        return out_.take();
    }

private:
    bool isAmount(const Row& row, const Cell& cell) const {
        const bool own = !cell.column.element;
        switch (row.kind) {
            case RowKind::fund:
                return own;
            case RowKind::field:
                return own && takesMoney(form_[row.element]);
            case RowKind::line:
                return !own && takesNumbers(form_[cell.column.element]);
            default:
                return false;
        }
    }

    bool takesMoney(const Element& field) const {
        return money_ && std::any_of(field.kinds.begin(), field.kinds.end(), [&](const Kind& kind) {
                   return kind.type == Kind::Type::dimension && kind.dimension == *money_;
               });
    }

    /// A table is shown whole: a rate beside its money too.
    static bool takesNumbers(const Element& column) {
        return column.kinds.empty() ||
               std::any_of(column.kinds.begin(), column.kinds.end(),
                           [](const Kind& kind) { return kind.measures(); });
    }

    void line(const Row& row, const Cell& cell) {
        const bool own = !cell.column.element;
        const Element& at = form_[row.element];
        submissionCells(out_, submission_, cell.value.span);
        out_.cell(kindName(submission_, row)).cell(ids_[row.element]);
        out_.cell(placeOf(row)).cell(row.name);
        out_.cell(own ? std::string() : ids_[cell.column.element]);
        out_.cell(own ? std::string() : form_[cell.column.element].name.zh);
        const auto year = yearOf(submission_, cell.column);
        out_.cell(year ? openMark(cell.column) + std::to_string(*year) : std::string());
        const std::string role = row.added ? std::string() : roleName(at.role);
        out_.cell(own || !role.empty() ? role : roleName(form_[cell.column.element].role));
        out_.cell(totalOf(row));
        out_.flag(isComputed(row, cell));
        const Value::Type type = typeOf(cell.value);
        out_.cell(stateName(type));
        amountCells(out_, type == Value::Type::measure ? cell.value.amount : Amount(), units_);
        out_.cell(row.share && row.share->isKnown() ? exactText(row.share->quantity())
                                                    : std::string());
        out_.cell(writtenOf(cell.value, row, submission_).text);
        out_.cell(acceptedAround(submission_, row));
        out_.endLine();
    }

    /// The names on the way to the row, its own with them.
    std::string placeOf(const Row& row) const {
        std::string path;
        for (const Row* at = &row; at->element.value != 0 || at->added;
             at = &submission_[at->parent]) {
            const bool declared = !at->added && form_[at->element].kind != ElementKind::table;
            const bool table = at->kind == RowKind::category;
            const std::string name =
                declared || table ? form_[at->element].name.zh : std::string(at->name);
            path = path.empty() ? name : name + "\u00B7" + path;
            if (!at->parent) break;
        }
        return path;
    }

    /// The id of the total that the row is stated to be a part of; empty: none.
    std::string totalOf(const Row& row) {
        if (row.kind == RowKind::fund) {
            const Row& above = submission_[row.parent];
            return above.kind == RowKind::fund ? ids_[above.element] : std::string();
        }
        for (std::uint32_t i = 0; i < form_.elements.size(); ++i) {
            for (const auto& sum : form_.elements[i].decompositions) {
                const bool part = std::any_of(sum.parts.begin(), sum.parts.end(), [&](auto& one) {
                    return one.element == row.element;
                });
                const bool sameTable = sum.allRows && row.kind == RowKind::line && !row.isTotal &&
                                       form_.owner({i}) == form_.owner(row.element);
                if (part || sameTable) return ids_[{i}];
            }
        }
        return {};
    }

    /// The form says what it is made of or worked out from.
    bool isComputed(const Row& row, const Cell& cell) const {
        const auto computed = [&](ElementId id) {
            return form_[id].formula.has_value() || !form_[id].decompositions.empty();
        };
        return row.isTotal || (!row.added && computed(row.element)) ||
               (cell.column.element && computed(cell.column.element));
    }

    const Submission& submission_;
    const definitions::Form& form_;
    const UnitTable& units_;
    std::optional<Dimension> money_;
    ElementIds ids_;
    CsvLines out_;
};

}  // namespace

std::string moneyHeader() {
    return std::string(submissionColumns) +
           "kind,element,place,name,column,column_name,column_year,role,of,computed,state,value,"
           "unit,base_value,base_unit,dimension,share,written,accepted\n";
}

std::string moneyLines(const Submission& submission, const definitions::Library& library) {
    return MoneyTable(submission, library).lines();
}

}  // namespace biao::emit

// One of two submissions while they are matched.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "comparison/match.h"
#include "comparison/name.h"

namespace biao::comparison {

/// A part of the row around it, and nothing without that.
inline bool isPart(const model::Row& row) {
    return row.added || row.kind == model::RowKind::ofWhich ||
           row.kind == model::RowKind::together || row.kind == model::RowKind::item;
}

/// Called by the submission, not by the form.
inline bool isNamed(const definitions::Form& form, const model::Row& row) {
    if (isPart(row) || row.kind == model::RowKind::indicator) return true;
    if (row.kind == model::RowKind::line)
        return form[row.element].kind != definitions::ElementKind::line;
    return row.kind == model::RowKind::category && form[row.element].repeatable &&
           row.element.value != 0;
}

/// One submission, with the names of its rows read when they are asked for.
class Side {
public:
    Side(const model::Submission& submission, const NameReader& reader)
        : submission_(submission), reader_(reader), names_(submission.rows.size()) {}

    const model::Row& operator[](RowIndex row) const { return submission_[row]; }
    std::size_t size() const { return submission_.rows.size(); }
    const definitions::Form& form() const { return *submission_.form; }

    const Name& name(RowIndex index) {
        auto& name = names_[index.value];
        if (!name) name = reader_.read(called(submission_[index]), submission_.year);
        return *name;
    }

    /// The cell that the form calls the key, else the name.
    std::string_view called(const model::Row& row) const {
        if (row.kind == model::RowKind::line) {
            for (const definitions::ElementId column : form().columnsOf(row.element)) {
                if (!form()[column].isKey) continue;
                const auto* cell = row.cell({column, {}});
                if (cell && !cell->value.isBlank()) return cell->value.text;
            }
        }
        return row.name;
    }

    /// What stands for the row's value: of a line the first cell with something in it.
    const model::Value& value(RowIndex index) const {
        const model::Row& row = submission_[index];
        const auto filled = [](const model::Cell& cell) {
            return !cell.inherited && !cell.value.isBlank();
        };
        const auto first = std::find_if(row.cells.begin(), row.cells.end(), filled);
        return row.value().isBlank() && first != row.cells.end() ? first->value : row.value();
    }

private:
    const model::Submission& submission_;
    const NameReader& reader_;
    std::vector<std::optional<Name>> names_;
};

}  // namespace biao::comparison

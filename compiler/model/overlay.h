// Actuals laid over a submission: what is said of a row elsewhere becomes a cell of the row. What
// is given in both places has to agree; a bare number is measured in the unit of its target.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "definitions/library.h"
#include "diagnostics/finding.h"
#include "model/read_value.h"
#include "model/row_finder.h"
#include "model/submission.h"

namespace biao::model {

class Overlay {
public:
    /// All of these outlive it. It adds to `submission` and to nothing else but `findings`.
    Overlay(Submission& submission, const definitions::Library& library, const Limits& limits,
            Findings& findings)
        : submission_(submission),
          library_(library),
          limits_(limits),
          findings_(findings),
          form_(*submission.form),
          finder_(submission) {}

    const Submission& submission() const { return submission_; }
    const definitions::Form& form() const { return form_; }
    const definitions::Library& library() const { return library_; }
    const Limits& limits() const { return limits_; }
    Findings& findings() { return findings_; }

    /// Texts that cells are views of come from there.
    void from(FileId file, const Source& source);

    /// Copies the texts of a value that would not live as long as the submission.
    void adopt(Value& value);

    const RowFinder& rows() const { return finder_; }
    /// The one row that is meant; none, and said, where there is none or there are several.
    RowIndex row(const RowFinder::Sought& sought, Span where);
    RowIndex category(ElementId element, std::string_view title) const {
        return finder_.of(element, title);
    }
    /// The row of a field, a fund or a declared line; made where the submission does not have it.
    RowIndex rowOf(ElementId element, Span where);
    /// Elements of that name in `scope` or below it, the shallowest.
    std::vector<ElementId> below(ElementId scope, std::string_view name) const;

    /// The column of a row that is called so, by its name in the form or by its role; none: there
    /// is no such column.
    ElementId column(RowIndex row, std::string_view word) const;
    /// Where a value without a name goes: what was achieved, what was spent.
    ElementId mainColumn(RowIndex row) const;
    /// What the submission says and no actual does: its target, its weight.
    bool isPlanned(ElementId column) const;
    /// What a value there is read as; a bare score is in the unit of scores.
    Place place(ElementId column) const;

    /// Of no column: the row's own value. Blank ones say nothing.
    void put(RowIndex row, ElementId column, Value value);

    void noPlace(RowIndex row, Span where);

private:
    Localized columnName(RowIndex row, ElementId column) const;
    bool agree(const Value& a, const Value& b) const;

    Submission& submission_;
    const definitions::Library& library_;
    const Limits& limits_;
    Findings& findings_;
    const definitions::Form& form_;
    RowFinder finder_;
    std::set<std::pair<RowIndex, ElementId>> laid_;  // cells that actuals were put in
};

}  // namespace biao::model

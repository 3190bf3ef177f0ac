// What of last year's submission goes over into this year's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/submission.h"

namespace biao::draft {

using definitions::ElementId;
using model::RowIndex;

/// What is written in place of a value of last year: itself, or nothing and a remark.
struct Taken {
    std::string text;
    std::string remark;
};

/// The value as it was written, on one line.
std::string writtenLine(const model::Value& value, const model::Row& row,
                        const model::Submission& last);

/// Last year's rows by the elements of this year's form. Where only the new form has a place for
/// what was achieved, it is the evaluation of what the other one planned, of the same year.
class Carried {
public:
    Carried(const model::Submission& last, const definitions::Form& to);

    const model::Submission& last() const { return last_; }
    const model::Row& operator[](RowIndex row) const { return last_[row]; }
    bool evaluates() const { return evaluates_; }
    /// By the element's role, and where it has none by what the value is: words and texts stay,
    /// numbers and dates are new every year. An evaluation takes over all that was planned.
    Taken taken(const definitions::Element& element, const model::Value& value,
                const model::Row& row) const;
    /// Rows of that element and kind, in order; inside `around` where that is one.
    std::vector<RowIndex> rows(ElementId element, model::RowKind kind, RowIndex around) const;
    /// Rows right under that one: parts, 其中, 并.
    const std::vector<RowIndex>& under(RowIndex row) const { return under_[row.value]; }
    /// The new form's element for one of the old form's; none where it has none of that id.
    ElementId to(ElementId element) const { return to_[element.value]; }
    /// Last year's column of that table for what in the new form is `column`: a figure of the year
    /// is that of the year before when a year has passed.
    ElementId columnFor(const definitions::Form& form, ElementId column) const;
    /// The years that a table's columns were opened for.
    std::vector<int> yearsOf(ElementId table) const;

private:
    void findByRole(const definitions::Form& to);

    const model::Submission& last_;
    bool evaluates_;
    std::vector<ElementId> to_;    // by last year's element
    std::vector<ElementId> from_;  // the other way
    std::vector<std::vector<RowIndex>> under_;
};

}  // namespace biao::draft

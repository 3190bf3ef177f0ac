// Submissions as rules over a set of them look at them: a row of a subject's table is a submission,
// its cells are the fields and funds of it; rows of tables and trees are those of all submissions,
// and have the columns of their submission beside their own.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "definitions/set_form.h"
#include "model/world.h"

namespace biao::model {

class SetWorld final : public expression::World {
public:
    struct Member {
        const Submission* submission = nullptr;
        std::string subject;               // as the set's form calls it
        const UnitTable* units = nullptr;  // it was read with
    };
    /// In the order in which rules go through them; one whose subject or form has no part in the
    /// set is left out. `units` are those of the rule; `common` those that every table of units
    /// begins with: what was measured in others of another table is unknown here.
    SetWorld(const definitions::SetForm& set, const std::vector<Member>& members,
             const UnitTable& units, const UnitTable& common);

    const definitions::Form& form() const override { return *set_.form(); }
    std::vector<expression::RowId> rows(ElementId element) const override;
    ElementId element(expression::RowId row) const override;
    std::string_view name(expression::RowId row) const override;
    Span span(expression::RowId row) const override;
    bool isTotal(expression::RowId row) const override;
    std::vector<ElementId> categoryPath(expression::RowId row) const override;
    std::string_view formOf(expression::RowId row) const override;
    std::string_view categoryTitle(expression::RowId row) const override;
    const definitions::Promise& promise(expression::RowId row) const override;
    expression::Cell cell(expression::RowId row, ElementId column) const override;

private:
    struct Part {
        const Submission* submission;
        const definitions::FormInSet* form;
        ElementId subject;
        SubmissionWorld world;
        bool foreign;               // measured with other units than the rule's
        std::string year;           // as text; empty where it has none
        std::vector<RowIndex> row;  // by element of its form, of fields and funds: its row
    };
    struct SetRow {
        std::uint32_t part;
        RowIndex row;  // none: the submission itself
    };

    void add(std::uint32_t part);
    const Part& partOf(expression::RowId row) const { return parts_[rows_[row.value].part]; }
    expression::Cell ofSubmission(const Part& part, ElementId column) const;
    expression::Cell known(const Part& part, RowIndex row, expression::Cell cell) const;
    bool inDoubt(const Part& part, ElementId element) const;

    const definitions::SetForm& set_;
    const UnitTable& common_;
    std::deque<Part> parts_;
    std::vector<SetRow> rows_;
    /// Of each element, the rows in it and below, in order; of a subject, its submissions.
    std::vector<std::vector<expression::RowId>> under_;
};

}  // namespace biao::model

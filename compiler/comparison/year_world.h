// A submission and those of the years before it, as rules across years look at them: the rows of
// this year, those of last year under 上年, and of each row what it was the year before.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "comparison/elements.h"
#include "definitions/library.h"
#include "model/submission.h"
#include "model/world.h"

namespace biao::comparison {

class YearWorld final : public expression::World {
public:
    /// A submission with the units it was read with.
    struct Year {
        const model::Submission* submission = nullptr;
        const UnitTable* units = nullptr;
        std::uint32_t files = 0;  // its places are in files of so much higher numbers
    };
    /// `years`: this one, then those before it, without a gap. `form` is the year form of this
    /// year's; `library` knows its units, and all units tables begin with `common`: what was
    /// measured in others of another table is unknown here.
    YearWorld(std::shared_ptr<const definitions::Form> form, const std::vector<Year>& years,
              const definitions::Library& library, const UnitTable& common);

    const definitions::Form& form() const override { return *form_; }
    std::vector<expression::RowId> rows(ElementId element) const override;
    ElementId element(expression::RowId row) const override;
    std::string_view name(expression::RowId row) const override;
    Span span(expression::RowId row) const override;
    bool isTotal(expression::RowId row) const override;
    std::vector<ElementId> categoryPath(expression::RowId row) const override;
    std::optional<expression::RowId> yearBefore(expression::RowId row) const override;
    std::optional<expression::RowId> yearAfter(expression::RowId row) const override;
    std::optional<expression::Since> sinceLastYear(expression::RowId row) const override;
    std::string_view categoryTitle(expression::RowId row) const override;
    const definitions::Promise& promise(expression::RowId row) const override;
    expression::Cell cell(expression::RowId row, ElementId column) const override;

private:
    struct Part {
        const model::Submission* submission;
        model::SubmissionWorld world;
        std::optional<ElementMap> elements;  // of this year's form; none where it is the same
        bool foreign;
        std::uint32_t files;
        std::uint32_t begin;  // the number of its first row
        /// By row: the same of the year before, of the year after.
        std::vector<model::RowIndex> before;
        std::vector<model::RowIndex> after;
    };
    std::size_t at(expression::RowId row) const;
    const Part& of(expression::RowId row) const { return parts_[at(row)]; }
    static expression::RowId own(const Part& part, expression::RowId row) {
        return {row.value - part.begin};
    }
    static Span shown(const Part& part, Span span);
    /// This year's element by one of that year's; the root where there is none.
    ElementId now(const Part& part, ElementId element) const;
    void collect();

    std::shared_ptr<const definitions::Form> form_;
    const UnitTable& common_;
    const definitions::Library& library_;
    std::deque<Part> parts_;
    std::vector<std::vector<expression::RowId>> lastYear_;  // by element, as this year's are
};

}  // namespace biao::comparison

// 评分法: what a row scores, or is rated. A scheme is compiled against the form that holds it, like
// a rule; evaluation/ goes through rows with it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "definitions/library.h"
#include "diagnostics/finding.h"
#include "expression/world.h"

namespace biao::expression {

class CompiledRule;
class Evaluator;

/// In the order of Form::schemes; null for one that was dropped or has a fault.
struct CompiledSchemes {
    std::vector<std::shared_ptr<const CompiledRule>> programs;
};

/// Null for one that was dropped or has a fault.
std::shared_ptr<const CompiledRule> compileScheme(const definitions::Scheme& scheme,
                                                  const definitions::Form& form,
                                                  const definitions::Library& library,
                                                  Findings& findings);
/// All of a form. Faults are said at their places in the form (B901, B904).
CompiledSchemes compileSchemes(const definitions::Form& form, const definitions::Library& library,
                               Findings& findings);

/// What a scheme makes of one row.
struct Scored {
    /// A line that was tried, and whether its condition held; the last one decided.
    struct Step {
        Localized condition;  // empty: 否则
        Truth truth = Truth::undetermined;
        Localized arithmetic;  // of the one that held
        Span span;
    };
    enum class Outcome : std::uint8_t { points, rating, leftOut, unscored };
    Outcome outcome = Outcome::unscored;
    std::vector<Step> steps;
    Number least;  // points, exact, in base units; equal unless the line gives a range
    Number most;
    bool belowMost = false;  // the upper end is not reached
    std::string rating;
    Localized why;              // of what is left out or unscored
    std::optional<Span> cause;  // the cell to blame
};

/// One scheme over one submission.
class SchemeRun {
public:
    SchemeRun(const CompiledRule& program, const World& world, const definitions::Library& library);
    ~SchemeRun();
    SchemeRun(SchemeRun&&) noexcept;

    /// Whether it goes through rows at all.
    bool overRows() const;
    /// Whether it is for this row: `undetermined` where its condition cannot be decided.
    Truth takes(RowId row);
    /// Of the submission, for a scheme that goes through no rows.
    Truth applies();
    /// Of the row that was asked about last. `fullMarks` in base units; none for ratings.
    Scored score(const std::optional<Quantity>& fullMarks);
    /// 位置: where the score is stated; no row where nothing says so, or the row is not there.
    struct Place {
        std::optional<RowId> row;
        definitions::ElementId column;
    };
    bool hasPlace() const;
    Place place();
    /// B004 where a limit was passed; then nothing it said counts.
    std::optional<Finding> limitPassed() const;

private:
    Truth takes(std::uint32_t rows, RowId row);

    const CompiledRule& program_;
    const World& world_;
    std::unique_ptr<Evaluator> run_;
};

}  // namespace biao::expression

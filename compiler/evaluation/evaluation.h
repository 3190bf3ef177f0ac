// What a submission scores by the schemes of its form: every scored row with its weight, the line
// of the scheme that held and the arithmetic, the total and the grade, what is stated beside them.
// A finished value: printing it needs nothing else. Scores are in the unit of the form's weights.
//
// What cannot be judged is unscored with its cause: never nothing, never full marks. The total of a
// submission with unscored rows is provisional: it lies between `least` and `most`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/language.h"
#include "base/span.h"
#include "definitions/library.h"
#include "diagnostics/finding.h"
#include "expression/schemes.h"
#include "expression/weights.h"
#include "model/submission.h"
#include "quantity/bounds.h"
#include "quantity/number.h"

namespace biao::evaluation {

/// A line of a scheme that was tried, in order: "实际完成值 95% 达到 目标 ≥98%", and whether it
/// held.
struct Step {
    Localized condition;  // empty: the line that takes what is left (否则)
    Truth truth = Truth::undetermined;
    Localized arithmetic;  // of the one that held: "10分 × 95% ÷ 98%"
    Span span;             // in the form
    /// Of a target of several quantities (102户、321人), which of them this is about: from 1.
    std::size_t part = 0;
};

/// What is written where the engine has an answer of its own.
struct Stated {
    std::optional<Number> number;  // of a score or total
    std::string word;              // of a grade or rating
    Span span;
    bool contradicted = false;  // not what the rules give, nor what it rounds to as printed
    bool follows = false;       // and that only because what it is made of is not: said there
};

/// A scored row, or a weight that no row carries.
struct Item {
    model::RowIndex row;  // none: of the weight with that name, or of the submission
    Localized name;
    Localized path;           // the categories around it: 产出指标·数量指标
    std::string topCategory;  // 产出指标; its Chinese name
    std::optional<Number> weight;
    std::string scheme;  // its Chinese name; empty: no scheme takes the row
    Localized source;    // the document behind the scheme
    bool unconfirmed = false;
    std::vector<Step> steps;  // those tried, the last one decided
    Number least;             // what it can have, rounded; equal: scored
    Number most;
    bool belowMost = false;          // of a range: `most` itself is not reached
    std::optional<Number> exact;     // before rounding
    std::optional<Number> rounding;  // to a multiple of this, half up; none: exact
    bool leftOut = false;            // 不计: it takes no part, the others are scaled up for it
    Localized unscored;              // why it has no score; empty: it has one, or a range
    std::optional<Span> cause;       // the cell to blame
    std::optional<Stated> stated;
    std::string rating;  // of a scheme that rates (红, 黄, 绿): no points
    std::string scale;   // which: the scale, or the scheme where it has none
    /// Where the score belongs; no row: nowhere.
    model::RowIndex placeRow;
    definitions::ElementId placeColumn;  // none: the row's own value
    std::vector<Localized> remarks;

    bool isRating() const { return !scale.empty(); }
    bool isScored() const { return !isRating() && unscored.zh.empty() && least == most; }
};

/// The worst of what a scale was given: 监控灯 红.
struct Overall {
    std::string scale;
    std::string rating;
};

/// Points of several rows that state no weight, as a category or the whole of the form has them.
struct SharedWeight {
    Localized category;  // empty: what the form's whole leaves
    std::string topCategory;
    Number points;
    std::size_t rows = 0;
};

struct Evaluation {
    std::string form;  // with its version
    std::string title;
    std::string subject;
    std::optional<int> year;
    Span span;                // of the submission's head
    std::vector<Item> items;  // rows in order, then named weights, then ratings
    Number least;             // of the total: exact sums of rounded scores
    Number most;
    Number fullMarks;          // the weights together
    bool provisional = false;  // something is unscored or has a range
    /// Some row has no weight, and nothing says what it may have: `most` and `fullMarks` are of
    /// what is known, and there is no grade.
    bool open = false;
    std::vector<SharedWeight> shared;  // part of `most` and `fullMarks`
    std::string unit;                  // 分
    UnitRef unitOfPoints;              // the same; null where nothing gives points
    /// From what `least` gives to what `most` gives: one where the grade is certain; none where the
    /// form grades by nothing.
    std::vector<std::string> grades;
    std::string bands;  // by which bands
    std::optional<Number> gradeRounding;
    std::optional<Stated> statedTotal;
    std::optional<Stated> statedGrade;
    std::vector<Overall> overall;
    std::vector<Localized> remarks;  // on the whole; those of rows stand there
    /// Where total and grade belong; no row: the form has no such place.
    model::RowIndex totalRow;
    model::RowIndex gradeRow;

    /// The form scores something.
    bool any() const { return !items.empty(); }
};

/// `schemes` and `weights` are of the submission's form. A limit that was passed is a finding.
Evaluation evaluate(const model::Submission& submission, const expression::CompiledSchemes& schemes,
                    const expression::CompiledWeights& weights, const definitions::Library& library,
                    Findings& findings);

/// The submission with its scores, total and grade in the cells that were left blank, for checks
/// and rules to look at. What is not certain stays blank.
model::Submission filled(const model::Submission& submission, const Evaluation& evaluation,
                         const definitions::Library& library);

/// What is stated and the rules do not give (B501).
void compareStated(const model::Submission& submission, const Evaluation& evaluation,
                   Findings& findings);

}  // namespace biao::evaluation

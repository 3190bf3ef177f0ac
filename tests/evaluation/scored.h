// A form and a submission as text, scored: what the tests of this folder share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "declared.h"
#include "evaluation/evaluation.h"

namespace biao::test {

class Scored {
public:
    /// All of a file: declarations and one submission.
    explicit Scored(std::string_view text);

    const evaluation::Evaluation& evaluation() const { return evaluation_; }
    const model::Submission& submission() const { return submission_; }
    const UnitTable& units() const { return declared_.units(); }
    /// The item of that name; an empty one, and a failure, when there is none.
    const evaluation::Item& item(std::string_view name) const;
    /// "9.69", "0~10", "unscored: why", "left out", a rating.
    std::string score(std::string_view name) const;
    /// The condition or arithmetic of the step that decided.
    std::string last(std::string_view name) const;
    model::Submission filled();
    /// "B501 text it points at" of what is stated and wrong, and of every fault.
    std::vector<std::string> said();

private:
    Declared declared_;
    model::Submission submission_;
    evaluation::Evaluation evaluation_;
};

/// A form of rows with weights, actual values and scores, with `more` in it, and a submission of
/// `lines`.
std::string form(std::string_view more, std::string_view lines);

}  // namespace biao::test

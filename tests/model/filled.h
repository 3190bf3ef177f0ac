// A submission of a small form that has one of everything; see filled.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "declared.h"
#include "model/submission.h"

namespace biao::test {

class Filled {
public:
    /// `lines` stand in the braces of the one submission.
    explicit Filled(std::string_view lines);

    const model::Submission& submission() const { return submission_; }
    const definitions::Form& form() const { return *submission_.form; }
    const UnitTable& units() const { return declared_.units(); }
    definitions::ElementId element(std::string_view path) const { return form().find(path); }
    /// The first row of that name; a failure when there is none.
    const model::Row& row(std::string_view name) const;
    /// The cell of that column in that row; null when it has none.
    const model::Cell* cell(std::string_view row, std::string_view column) const;
    std::vector<std::string> said() const { return declared_.said(); }

private:
    Declared declared_;
    model::Submission submission_;
};

}  // namespace biao::test

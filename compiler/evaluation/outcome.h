// An evaluation in few words, as many of them are put together: who, how many points, which grade.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "evaluation/evaluation.h"

namespace biao::evaluation {

struct Outcome {
    std::string path;
    std::string form;
    std::string subject;
    std::string title;
    std::optional<int> year;
    std::string unit;  // whom it stands under (角色 上级主体); empty: it does not say
    bool any = false;  // the form scores something
    bool provisional = false;
    bool open = false;  // weights are missing: `most` and `fullMarks` are of what is known
    Number least;
    Number most;
    Number fullMarks;
    std::vector<std::string> grades;
    std::size_t unscored = 0;
    std::size_t contradicted = 0;  // stated scores, total or grade

    /// Points of one of the first categories, of its rows together.
    struct Top {
        std::string name;
        Number weight;
        Number least;
        Number most;
        bool provisional = false;  // not all of its rows are scored
    };
    std::vector<Top> tops;
};

Outcome outcomeOf(const model::Submission& submission, const Evaluation& evaluation);

}  // namespace biao::evaluation

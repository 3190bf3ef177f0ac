// Submissions that outlive the tree they were read from.
#pragma once

#include <deque>
#include <string>

#include "model/submission.h"

namespace biao::model {

/// What rules over a set of submissions may ask of one, and no more: no equations, no shares. Its
/// texts are views into its source, which must outlive it, or into `texts`.
struct Kept {
    Submission submission;
    std::deque<std::string> texts;
};
Kept keep(Submission submission);
/// All of it but what was accepted.
Kept keepWhole(Submission submission);

}  // namespace biao::model

// What git calls to merge a file: https://git-scm.com/docs/gitattributes, "Defining a custom merge
// driver".
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/language.h"
#include "pipeline/check.h"

namespace biao::git {

/// %O %A %B %L %P
struct MergeCall {
    std::string base;
    std::string ours;  // the result is written here
    std::string theirs;
    std::size_t marks = 7;
    std::string path;  // what the file is called in the working tree
};

struct MergeResult {
    bool clean = false;            // nothing is in conflict
    std::vector<Localized> notes;  // what its author should know
    /// What both sides had no reason to say: what was merged without a conflict is checked, for two
    /// changes that go well together may leave a total that does not.
    pipeline::Report report;
    std::vector<pipeline::Trouble> trouble;  // the file was left as it is
};

MergeResult mergeFiles(const MergeCall& call);

}  // namespace biao::git

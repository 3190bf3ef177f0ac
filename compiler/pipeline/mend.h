// Fixes that are certain, made in the files that were asked for: check --fix. A file is never left
// worse than it was: what would bring a finding of warning or error level that was not there is
// taken back, and said. Doing it again changes nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/fixes.h"
#include "pipeline/check.h"

namespace biao::pipeline {

struct MendReport {
    /// The check of what the files hold now; where nothing was to be written, of what they would.
    Report report;
    std::vector<MendedFile> files;  // with fixes made or left, by path
    struct Change {
        std::string path;
        std::string before;
        std::string after;
    };
    std::vector<Change> changes;
};

/// Files of the standard library, and files that are only used by others, stay as they are. Nothing
/// is thrown from here.
MendReport mend(Request request, bool write);

}  // namespace biao::pipeline

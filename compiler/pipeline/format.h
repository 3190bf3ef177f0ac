// Files laid out anew: those that are not as they should be are written, or shown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/limits.h"
#include "base/source.h"
#include "diagnostics/finding.h"
#include "pipeline/check.h"

namespace biao::pipeline {

struct FormatRequest {
    std::vector<std::string> paths;    // files, and folders for every *.biao under them
    std::optional<std::string> input;  // a text to be formatted instead; its path is paths.front()
    bool write = false;                // change the files themselves
    Limits limits = {};
};

struct FormatReport {
    struct Change {
        std::string path;
        std::string before;  // empty where the file was written: it says itself what it is now
        std::string after;
    };
    std::vector<Change> changes;  // files that are, or were, not in their layout
    SourceSet sources;
    std::vector<Finding> findings;  // of files with errors, which are left as they are
    std::vector<Trouble> trouble;
};

/// Nothing is thrown from here.
FormatReport format(const FormatRequest& request);

}  // namespace biao::pipeline

// biao fmt.
#pragma once

#include "cli/options.h"

namespace biao::cli {

/// What is printed, and whether something would change.
struct FormatAnswer {
    std::string text;      // for standard output
    std::string findings;  // for standard error: of files that were left as they are
    std::vector<pipeline::Trouble> trouble;
    bool changes = false;
};
FormatAnswer format(const Options& options, Language language);

}  // namespace biao::cli

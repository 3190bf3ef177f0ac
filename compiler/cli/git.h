// `biao git`: set git up, and what git then calls.
#pragma once

#include <string>
#include <vector>

#include "cli/options.h"

namespace biao::cli {

struct GitAnswer {
    std::string text;   // to standard output
    std::string aside;  // findings, to standard error
    std::vector<pipeline::Trouble> notes;
    std::vector<pipeline::Trouble> trouble;
    bool clean = true;  // nothing is in conflict
};

GitAnswer git(const Options& options, Language language);

}  // namespace biao::cli

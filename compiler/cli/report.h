// What `check` gives in the format that is asked for.
#pragma once

#include <string>
#include <vector>

#include "cli/options.h"
#include "report/report.h"

namespace biao::cli {

/// Without colour.
std::string reportText(const pipeline::Report& report, const Options& options,
                       const report::Producer& producer, Language language);

/// Into the file that is asked for, which then is whole, or as it was.
std::vector<pipeline::Trouble> writeReport(const std::string& text, const Options& options);

}  // namespace biao::cli

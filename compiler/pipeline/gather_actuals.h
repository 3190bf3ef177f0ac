// Where a run's actuals are found before its submissions are read: files named for them, and
// whichever of the checked files have any.
#pragma once

#include <vector>

#include "pipeline/actuals.h"
#include "pipeline/check.h"
#include "pipeline/inputs.h"
#include "pipeline/loader.h"

namespace biao::pipeline {

/// Files that are not there, and sheets that are no text, are trouble of the report.
void gatherActuals(const std::vector<Input>& inputs, const Request& request, unsigned jobs,
                   Loader& loader, Report& report, const definitions::Library& library,
                   ActualsOfRun& actuals, Findings& findings);

}  // namespace biao::pipeline

// One check on its way: see check.h.
#pragma once

#include "pipeline/check.h"
#include "pipeline/scope.h"

namespace biao::pipeline {

/// Fills in `report`. With a library that is open already, whose sources the report begins with.
void run(const Request& request, Report& report, Standard* open);

}  // namespace biao::pipeline

// How many findings of each severity: for the closing line and for the exit status.
#pragma once

#include <cstddef>
#include <vector>

#include "diagnostics/finding.h"

namespace biao {

struct SeverityCount {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t infos = 0;
    std::size_t accepted = 0;  // of any severity, counted nowhere else
    std::size_t baseline = 0;
};

SeverityCount countSeverities(const std::vector<Finding>& findings);

}  // namespace biao

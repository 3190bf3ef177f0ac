#include "diagnostics/count.h"

namespace biao {

SeverityCount countSeverities(const std::vector<Finding>& findings) {
    SeverityCount count;
    for (const auto& finding : findings) {
        count.accepted += finding.accepted && !finding.baseline ? 1 : 0;
        count.baseline += finding.baseline ? 1 : 0;
        if (!finding.counts()) continue;
        count.errors += finding.severity == Severity::error ? 1 : 0;
        count.warnings += finding.severity == Severity::warning ? 1 : 0;
        count.infos += finding.severity == Severity::info ? 1 : 0;
    }
    return count;
}

}  // namespace biao

#include "pipeline/elements.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

namespace biao::pipeline {

void nameElements(const model::Submission& submission, std::vector<Finding>& findings) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> rows;
    for (std::uint32_t at = 0; at < submission.rows.size(); ++at)
        rows.push_back({submission.rows[at].span.begin, at});
    std::sort(rows.begin(), rows.end());
    for (Finding& finding : findings) {
        finding.element = std::string(submission.title);
        auto past =
            std::upper_bound(rows.begin(), rows.end(), std::pair(finding.span.begin, UINT32_MAX));
        if (past == rows.begin()) continue;
        const std::string path = model::rowPath(submission, {(past - 1)->second}).zh;
        if (!path.empty()) finding.element += "·" + path;
    }
}

}  // namespace biao::pipeline

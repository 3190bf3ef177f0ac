#include "definitions/scale.h"

#include <algorithm>

namespace biao::definitions {

bool Scale::holds(std::string_view word) const {
    return std::any_of(steps.begin(), steps.end(), [&](const auto& step) {
        return std::find(step.begin(), step.end(), word) != step.end();
    });
}

}  // namespace biao::definitions

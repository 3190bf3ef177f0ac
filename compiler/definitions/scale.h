// Scales and choices: words a qualitative target may be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/span.h"

namespace biao::definitions {

/// 量表 程度 = 显著提升 | 大幅提升 > 明显提高: steps from best to least, words of one step mean the
/// same. 选项 依据 = 历史 | 行业: one step a word, in no order.
struct Scale {
    Localized name;
    bool ordered = true;
    std::vector<std::vector<std::string>> steps;
    Span span;

    bool holds(std::string_view word) const;
};

}  // namespace biao::definitions

// Words of the command line, and what is said of those that are none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"

namespace biao::cli {

using Words = std::vector<std::string>;

/// "did you mean …"; empty where nothing is near.
Localized didYouMean(const std::string& name, const Words& candidates);
/// "human|json"
std::string joined(const Words& words);
/// "B202, B4": apart by commas, full width too.
Words listed(std::string_view text);

}  // namespace biao::cli

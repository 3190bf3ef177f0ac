// The help texts, from help.def.
#pragma once

#include <string>
#include <string_view>

#include "base/language.h"

namespace biao::cli {

enum class Topic { general, check };

std::string help(Topic topic, Language language);

}  // namespace biao::cli

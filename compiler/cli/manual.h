// The manual page, as roff, from the table of commands.
#pragma once

#include <string>
#include <string_view>

#include "base/language.h"

namespace biao::cli {

/// Section 1 of the manual; `version` is the program's.
std::string manual(Language language, std::string_view version);

}  // namespace biao::cli

// The outline as text.
#pragma once

#include <string>
#include <vector>

#include "format/outline.h"

namespace biao::format {

struct Written {
    std::string text;
    std::vector<std::size_t> places;  // the byte at which each token begins
};
Written written(const std::vector<syntax::Token>& tokens, const Outline& outline);

}  // namespace biao::format

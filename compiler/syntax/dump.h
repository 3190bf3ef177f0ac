// The tree as text, without places: what tests compare, and `biao` shows with --dump=ast.
#pragma once

#include <string>

#include "syntax/ast.h"

namespace biao::syntax {

/// One node a line, indented. Keywords, comparisons and flags by the compiler's own names, so that
/// Chinese, English and full-width spellings of one file give the same text.
std::string dump(const File& file);

}  // namespace biao::syntax

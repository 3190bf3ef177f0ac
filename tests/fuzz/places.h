// Every place in a tree or a finding stands in the text.
#pragma once

#include <string_view>
#include <vector>

#include "base/source.h"
#include "diagnostics/finding.h"
#include "syntax/ast.h"

namespace biao::fuzz {

/// Of findings: inside their sources, around whole characters, and edits of a fix do not overlap.
void holdPlaces(const std::vector<Finding>& findings, const SourceSet& sources);

/// Of a tree: inside the text, and what stands first comes first.
void holdPlaces(const syntax::File& file, std::string_view text);

}  // namespace biao::fuzz

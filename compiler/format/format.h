// A file in its one layout.
#pragma once

#include <optional>
#include <string>

#include "base/limits.h"
#include "base/source.h"
#include "diagnostics/finding.h"

namespace biao::format {

/// The text of `source` as it should stand: the same sentences and comments, laid out by what they
/// are and not by how they were typed; only blank lines, and which comments stand on lines of their
/// own, are the author's. Nothing where the text has an error; what is wrong with it goes to
/// `findings`.
std::optional<std::string> format(const Source& source, FileId id, const Limits& limits,
                                  Findings& findings);

}  // namespace biao::format

// Files that use other files by name: 使用 "单位.biao".
#pragma once

#include <vector>

#include "pipeline/loader.h"

namespace biao::pipeline {

/// The files `file` uses, and those they use, each once and before those that use them; files of
/// the standard library are left out. One that cannot be read, and a circle, is B013 at the use.
std::vector<const LoadedFile*> importsOf(const LoadedFile& file, Loader& loader,
                                         Findings& findings);

}  // namespace biao::pipeline

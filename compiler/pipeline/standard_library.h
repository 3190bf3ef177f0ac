// The standard library, as it is built into the program and as a folder that takes its place.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/embedded.h"
#include "pipeline/loader.h"

namespace biao::pipeline {

/// What stood under stdlib/ when the program was built, by path.
std::span<const EmbeddedFile> embeddedLibrary();

/// Someone who checks the library's own files means those, not the copies in the program: the
/// folder that holds one of `inputs` under the path a file of the library has.
std::optional<std::string> libraryFolder(const std::vector<Input>& inputs);

/// Loads the library from `folder`, or the one in the program.
std::vector<const syntax::File*> loadLibrary(const std::optional<std::string>& folder,
                                             Loader& loader, std::vector<Trouble>& trouble);

}  // namespace biao::pipeline

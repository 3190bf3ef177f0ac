// What the JSON of `score` looks like, as JSON Schema: a file of this folder that travels inside
// the program.
#pragma once

#include <span>

#include "base/embedded.h"

namespace biao::scores {

std::span<const EmbeddedFile> embeddedSchema();

}  // namespace biao::scores

// What the program's JSON looks like, as JSON Schema: files of this folder that travel inside the
// program.
#pragma once

#include <span>
#include <string_view>

#include "base/embedded.h"

namespace biao::emit {

std::span<const EmbeddedFile> embeddedSchemas();

/// Of `emit --to json`.
std::string_view modelSchema();
/// Of `diff --to json` and `history --to json`.
std::string_view diffSchema();
std::string_view historySchema();
/// Of `check --format json`.
std::string_view findingsSchema();

}  // namespace biao::emit

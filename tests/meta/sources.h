// The sources of the project as the tests of this folder read them.
// Handed in by nobody: the folder is compiled in. Paths are relative to the root, sorted.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace biao::meta {

struct SourceFile {
    std::string path;  // "compiler/base/span.h"
    std::string text;
};

/// The files under `folder` of the project whose names end in one of `extensions`.
std::vector<SourceFile> sourcesUnder(std::string_view folder,
                                     const std::vector<std::string_view>& extensions);

/// The part of the compiler a path belongs to: "base" for "compiler/base/span.h".
std::string partOf(std::string_view path);

/// True when `word` stands in `text` with no letter, digit or underscore on either side.
bool hasWord(std::string_view text, std::string_view word);

}  // namespace biao::meta

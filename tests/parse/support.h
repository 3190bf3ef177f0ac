// What the tests of this folder share: parsing a text, reading the files beside them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "base/source.h"
#include "diagnostics/finding.h"
#include "syntax/ast.h"

namespace biao::test {

/// A text, its tree and what was said about it, in the order of the places.
struct Parsed {
    explicit Parsed(std::string text, const std::string& name = "test.biao",
                    const Limits& limits = {});
    Parsed(const Parsed&) = delete;  // the tree holds views into the sources
    Parsed& operator=(const Parsed&) = delete;

    std::string dump() const;
    std::string report(Language language) const;
    /// Each finding as "line:column code message", in Chinese.
    std::vector<std::string> said() const;

    SourceSet sources;
    FileId id;
    std::vector<Finding> findings;
    syntax::File file;
};

/// A path under tests/parse.
std::filesystem::path here(std::string_view relative);
std::string readText(const std::filesystem::path& path);
/// The *.biao files directly inside a folder of tests/parse, sorted.
std::vector<std::filesystem::path> biaoFiles(std::string_view folder);

}  // namespace biao::test

// Reads and parses files, each once however often it is asked for. Owns the trees: what is handed
// out stays where it is while the loader lives.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/files.h"
#include "base/limits.h"
#include "base/source.h"
#include "diagnostics/finding.h"
#include "pipeline/inputs.h"
#include "syntax/ast.h"

namespace biao::pipeline {

struct LoadedFile {
    FileId id;
    syntax::File tree;
    bool standard = false;  // of the standard library
    bool imported = false;  // others may hold on to it
};

class Loader {
public:
    /// Findings of reading go to `findings`.
    Loader(SourceSet& sources, const Limits& limits, Findings& findings)
        : sources_(sources), limits_(limits), findings_(findings) {}

    /// However else a file is reached, it is shown under the path it was given by.
    void show(const Input& input) { paths_.emplace(input.identity, input.path); }
    std::variant<LoadedFile*, FileError> load(const Input& input);
    /// A text that is no file of this machine.
    LoadedFile* add(const std::string& path, std::string_view text);
    /// Forgets a tree that nobody else holds on to; its text stays.
    void release(const Input& input);

    const Source& source(const LoadedFile& file) const { return sources_[file.id]; }
    const Limits& limits() const { return limits_; }

private:
    std::unique_ptr<LoadedFile> parsed(Source source);

    SourceSet& sources_;
    const Limits& limits_;
    Findings& findings_;
    std::map<std::string, std::string> paths_;                  // by identity
    std::map<std::string, std::unique_ptr<LoadedFile>> files_;  // by identity
    std::vector<std::unique_ptr<LoadedFile>> texts_;
};

}  // namespace biao::pipeline

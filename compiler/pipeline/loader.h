// Reads and parses files, each once however often it is asked for. Owns the trees: what is handed
// out stays where it is while the loader lives.
#pragma once

#include <map>
#include <memory>
#include <span>
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
    /// Findings of reading go to `findings`. What `edited` has is read instead of the file.
    Loader(SourceSet& sources, const Limits& limits, Findings& findings,
           const Edited* edited = nullptr)
        : sources_(sources), limits_(limits), findings_(findings), edited_(edited) {}

    /// However else a file is reached, it is shown under the path it was given by.
    void show(const Input& input) { paths_.emplace(input.identity, input.path); }
    /// Reads and parses these on up to `jobs` threads; load() then has them. Findings stay in the
    /// order of the inputs.
    void prepare(std::span<const Input> inputs, unsigned jobs);
    std::variant<LoadedFile*, FileError> load(const Input& input);
    /// A text that is no file of this machine.
    LoadedFile* add(const std::string& path, std::string_view text);
    /// Forgets a tree that nobody else holds on to; its text stays.
    void release(const Input& input);

    const Source& source(const LoadedFile& file) const { return sources_[file.id]; }
    const Limits& limits() const { return limits_; }

private:
    using Text = std::variant<std::string, FileError>;
    Text read(const Input& input) const;
    const std::string& shownPath(const Input& input) const;
    LoadedFile* keep(const Input& input, std::unique_ptr<LoadedFile> file);
    std::unique_ptr<LoadedFile> parsed(Source source);

    SourceSet& sources_;
    const Limits& limits_;
    Findings& findings_;
    const Edited* edited_;
    std::map<std::string, std::string> paths_;                  // by identity
    std::map<std::string, std::unique_ptr<LoadedFile>> files_;  // by identity
    std::map<std::string, FileError> failed_;                   // by identity, by prepare()
    std::vector<std::unique_ptr<LoadedFile>> texts_;
};

}  // namespace biao::pipeline

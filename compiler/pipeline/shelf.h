// Everything that is declared, opened to be asked rather than checked: the standard library, and
// what the files someone names declare or use.
#pragma once

#include <string>
#include <vector>

#include "definitions/library.h"
#include "pipeline/check.h"
#include "pipeline/loader.h"

namespace biao::pipeline {

class Shelf {
public:
    /// Takes what can be read; what cannot is trouble. Findings are left for `check`.
    explicit Shelf(const Request& request);

    definitions::Library& library() { return library_; }
    const SourceSet& sources() const { return sources_; }
    /// The library's files, then the others.
    const std::vector<const syntax::File*>& files() const { return files_; }
    const std::vector<Trouble>& trouble() const { return trouble_; }
    /// Files of the user that declare one of these forms, by path.
    std::vector<std::string> ownFilesOf(const std::vector<definitions::FormName>& forms) const;

private:
    void open(const std::vector<Input>& inputs);

    const Request request_;
    SourceSet sources_;
    Findings unsaid_;
    Loader loader_;
    definitions::Library library_;
    std::vector<const syntax::File*> files_;
    std::vector<const syntax::File*> own_;
    std::vector<Trouble> trouble_;
};

}  // namespace biao::pipeline

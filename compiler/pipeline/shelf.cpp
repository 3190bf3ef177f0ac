#include "pipeline/shelf.h"

#include <algorithm>

#include "pipeline/imports.h"
#include "pipeline/standard_library.h"

namespace biao::pipeline {

Shelf::Shelf(const Request& request)
    : request_(request), loader_(sources_, request_.limits, unsaid_), library_(request_.limits) {
    const auto inputs = inputsOf(request_.paths, trouble_);
    files_ =
        loadLibrary(request_.stdlib ? request_.stdlib : libraryFolder(inputs), loader_, trouble_);
    library_.add(files_, unsaid_);
    open(inputs);
}

void Shelf::open(const std::vector<Input>& inputs) {
    auto& own = own_;
    const auto take = [&](const LoadedFile& file) {
        const bool known = std::find(own.begin(), own.end(), &file.tree) != own.end();
        if (!file.standard && !known) own.push_back(&file.tree);
    };
    for (const auto& input : inputs) {
        const auto loaded = loader_.load(input);
        if (const auto* error = std::get_if<FileError>(&loaded)) {
            trouble_.push_back({error->path, reasonOf(*error)});
            continue;
        }
        const LoadedFile& file = *std::get<LoadedFile*>(loaded);
        for (const auto* used : importsOf(file, loader_, unsaid_))
            take(*used);
        take(file);
    }
    library_.add(own, unsaid_);
    files_.insert(files_.end(), own.begin(), own.end());
}

std::vector<std::string> Shelf::ownFilesOf(const std::vector<definitions::FormName>& forms) const {
    std::vector<std::string> out;
    for (const syntax::File* file : own_) {
        const auto declared = library_.declaredIn(*file);
        const bool holds =
            std::any_of(declared.begin(), declared.end(), [&](const definitions::FormName& name) {
                return std::find(forms.begin(), forms.end(), name) != forms.end();
            });
        if (holds) out.push_back(sources_[file->id].path());
    }
    return out;
}

}  // namespace biao::pipeline

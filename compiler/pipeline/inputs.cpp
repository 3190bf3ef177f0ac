#include "pipeline/inputs.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/files.h"
#include "diagnostics/phrases.h"

namespace biao::pipeline {

namespace fs = std::filesystem;

std::string identityOf(const std::string& path) {
    std::error_code error;
    auto whole = fs::weakly_canonical(path, error);
    return error ? path : whole.native();
}

std::vector<Input> inputsOf(const std::vector<std::string>& paths, std::vector<Trouble>& trouble) {
    std::vector<std::string> files;
    for (const auto& path : paths) {
        if (!isFolder(path)) {
            files.push_back(path);
            continue;
        }
        const auto listing = filesUnder(path, extension);
        files.insert(files.end(), listing.files.begin(), listing.files.end());
        for (const auto& error : listing.errors) {
            trouble.push_back({error.path, error.reason});
        }
        if (listing.files.empty() && listing.errors.empty()) {
            trouble.push_back({path, phrase(Phrase::emptyFolder)});
        }
    }
    std::sort(files.begin(), files.end());
    std::vector<Input> inputs;
    std::set<std::string> seen;
    for (auto& file : files) {
        auto identity = identityOf(file);
        if (seen.insert(identity).second) {
            inputs.push_back({std::move(file), std::move(identity)});
        }
    }
    return inputs;
}

}  // namespace biao::pipeline

#include "pipeline/inputs.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <new>
#include <set>

#include "base/limits.h"
#include "diagnostics/phrases.h"

namespace biao::pipeline {

namespace fs = std::filesystem;

Localized reasonOf(const FileError& error) {
    switch (error.number) {
        case ENOENT:
            return phrase(Phrase::fileMissing);
        case EACCES:
            return phrase(Phrase::fileForbidden);
        case EFBIG:
            return phrase(Phrase::fileTooBig);
        case EOVERFLOW:
            return phrase(Phrase::fileBeyond,
                          {{"limit", std::to_string(Limits{}.fileBytes >> 20U)}});
        case ENODATA:
            return phrase(Phrase::pipeUnfed);
        default:
            return error.reason;
    }
}

Localized reasonOf(const std::exception& error) {
    const bool memory = dynamic_cast<const std::bad_alloc*>(&error) != nullptr;
    return phrase(memory ? Phrase::outOfMemory : Phrase::internalError);
}

std::string identityOf(const std::string& path) {
    std::error_code error;
    // Of a relative path nothing of which is there it would be left as it is.
    const auto from = fs::absolute(path, error);
    if (error) return path;
    const auto whole = fs::weakly_canonical(from, error);
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
        for (const auto& file : listing.files) {
            std::error_code error;
            const auto status = fs::status(file, error);
            if (fs::exists(status) && !fs::is_regular_file(status)) {  // reading a pipe would wait
                trouble.push_back({file, phrase(Phrase::importNoFile, {{"path", file}})});
            } else {
                files.push_back(file);
            }
        }
        for (const auto& error : listing.errors) {
            trouble.push_back({error.path, reasonOf(error)});
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

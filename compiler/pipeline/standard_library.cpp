#include "pipeline/standard_library.h"

#include <filesystem>

#include "diagnostics/phrases.h"

namespace biao::pipeline {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view folderName = "stdlib";

}  // namespace

std::optional<std::string> libraryFolder(const std::vector<Input>& inputs) {
    for (const auto& input : inputs) {
        if (input.identity.find("/stdlib/") == std::string::npos) continue;
        for (const auto& file : embeddedLibrary()) {
            const std::size_t length = file.path.size();
            const auto& path = input.identity;
            if (!path.ends_with("/" + std::string(file.path))) continue;
            const std::string folder = path.substr(0, path.size() - length + folderName.size());
            std::error_code error;
            const auto shown = fs::proximate(folder, error);
            return error ? folder : shown.native();
        }
    }
    return std::nullopt;
}

std::vector<const syntax::File*> loadLibrary(const std::optional<std::string>& folder,
                                             Loader& loader, std::vector<Trouble>& trouble) {
    std::vector<const syntax::File*> files;
    const auto take = [&](LoadedFile* file) {
        file->standard = true;
        files.push_back(&file->tree);
    };
    if (!folder) {
        for (const auto& file : embeddedLibrary())
            take(loader.add(std::string(file.path), file.text));
        return files;
    }
    std::vector<Trouble> missing;
    for (const auto& input : inputsOf({*folder}, missing)) {
        auto loaded = loader.load(input);
        if (auto* error = std::get_if<FileError>(&loaded)) {
            trouble.push_back({error->path, reasonOf(*error)});
        } else {
            take(std::get<LoadedFile*>(loaded));
        }
    }
    trouble.insert(trouble.end(), missing.begin(), missing.end());
    return files;
}

}  // namespace biao::pipeline

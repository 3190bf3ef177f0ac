#include "pipeline/loader.h"

#include <utility>

#include "parse/parse.h"

namespace biao::pipeline {

std::variant<LoadedFile*, FileError> Loader::load(const Input& input) {
    if (const auto known = files_.find(input.identity); known != files_.end()) {
        return known->second.get();
    }
    const auto given = paths_.find(input.identity);
    const std::string& path = given == paths_.end() ? input.path : given->second;
    auto text = readFile(path, limits_.fileBytes);
    if (auto* error = std::get_if<FileError>(&text)) {
        return std::move(*error);
    }
    auto file = parsed(Source(path, std::get<std::string>(std::move(text))));
    return files_.emplace(input.identity, std::move(file)).first->second.get();
}

LoadedFile* Loader::add(const std::string& path, std::string_view text) {
    return texts_.emplace_back(parsed(Source(path, std::string(text)))).get();
}

void Loader::release(const Input& input) {
    const auto known = files_.find(input.identity);
    if (known == files_.end()) return;
    if (!known->second->standard && !known->second->imported) files_.erase(known);
}

std::unique_ptr<LoadedFile> Loader::parsed(Source source) {
    auto file = std::make_unique<LoadedFile>();
    file->id = sources_.add(std::move(source));
    file->tree = parse::parse(sources_[file->id], file->id, limits_, findings_);
    return file;
}

}  // namespace biao::pipeline

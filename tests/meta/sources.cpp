#include "sources.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <stdexcept>

#include "base/files.h"

namespace biao::meta {

std::vector<SourceFile> sourcesUnder(std::string_view folder,
                                     const std::vector<std::string_view>& extensions) {
    const std::string root = std::string(BIAO_SOURCE_DIR) + "/";
    std::vector<SourceFile> files;
    for (const auto& path : filesUnder(root + std::string(folder), "").files) {
        const auto wanted = [&](auto extension) { return path.ends_with(extension); };
        if (!std::any_of(extensions.begin(), extensions.end(), wanted)) {
            continue;
        }
        auto text = readFile(path, std::size_t{1} << 30U);
        if (const auto* error = std::get_if<FileError>(&text)) {
            throw std::runtime_error(error->path + ": " + error->reason);
        }
        files.push_back({path.substr(root.size()), std::get<std::string>(std::move(text))});
    }
    return files;
}

std::string partOf(std::string_view path) {
    const auto first = path.find('/');
    return std::string(path.substr(first + 1, path.find('/', first + 1) - first - 1));
}

bool hasWord(std::string_view text, std::string_view word) {
    const auto isWord = [&](std::size_t at) {
        return at < text.size() &&
               (std::isalnum(static_cast<unsigned char>(text[at])) != 0 || text[at] == '_');
    };
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        if (!isWord(at - 1) && !isWord(at + word.size())) {
            return true;
        }
    }
    return false;
}

}  // namespace biao::meta

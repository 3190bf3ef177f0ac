// The file system, with errors as values.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace biao {

/// What the system said, in its own words, and about which path.
struct FileError {
    std::string path;
    std::string reason;
};

/// The whole file. A folder, a pipe that fails, or more than `limit` bytes is an error.
std::variant<std::string, FileError> readFile(const std::string& path, std::size_t limit);

/// Writes beside the target and renames, so that a reader never sees half a file.
std::variant<std::monostate, FileError> writeFileAtomically(const std::string& path,
                                                            std::string_view content);

/// The files with `extension` under `folder`, at any depth, sorted by path bytes; hidden folders and
/// links to folders are not followed. Trouble with one folder does not stop the rest.
struct Listing {
    std::vector<std::string> files;
    std::vector<FileError> errors;
};
Listing filesUnder(const std::string& folder, std::string_view extension);

bool isFolder(const std::string& path);

}  // namespace biao

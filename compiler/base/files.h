// The file system, with errors as values.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace biao {

/// What the system said, in its own words and as its number, and about which path.
struct FileError {
    std::string path;
    std::string reason;
    int number = 0;
};

/// The whole file. A folder is an error, and so are a pipe that nobody writes into within two
/// seconds (ENODATA) and more than `limit` bytes (EOVERFLOW).
std::variant<std::string, FileError> readFile(const std::string& path, std::size_t limit);

/// The same of what is piped in; its path is "-".
std::variant<std::string, FileError> readStandardInput(std::size_t limit);

/// Writes beside the target and renames, so that a reader never sees half a file; on failure
/// nothing is left behind. The mode of a file that was there is kept, a link stays a link, and a
/// device or a pipe is written to as it is.
std::variant<std::monostate, FileError> writeFileAtomically(const std::string& path,
                                                            std::string_view content);

/// The files with `extension` under `folder`, at any depth, sorted by path bytes; hidden ones and
/// links to folders are left out. Trouble with one folder does not stop the rest. What stands under
/// "." is named without "./".
struct Listing {
    std::vector<std::string> files;
    std::vector<FileError> errors;
};
Listing filesUnder(const std::string& folder, std::string_view extension);

/// `./a//b/../c` as `a/c`: a path that others compare byte for byte.
std::string plainPath(const std::string& path);

bool isFolder(const std::string& path);

}  // namespace biao

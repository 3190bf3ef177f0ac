#include "base/files.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

namespace biao {

namespace fs = std::filesystem;

namespace {

FileError trouble(const std::string& path, int number) {
    return {path, std::generic_category().message(number), number};
}

/// Told from EFBIG, which is what the system says of writing.
FileError tooBig(const std::string& path) {
    return {path, std::generic_category().message(EFBIG), EOVERFLOW};
}

/// Closes what it holds; close() on its own where the answer matters.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    explicit operator bool() const { return number_ >= 0; }
    int number() const { return number_; }
    bool close() {
        const int number = std::exchange(number_, -1);
        return number < 0 || ::close(number) == 0;
    }

private:
    int number_;
};

bool writeAll(int descriptor, std::string_view content) {
    while (!content.empty()) {
        const auto written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno != EINTR) {
            return false;
        }
        content.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
    return true;
}

/// 0, or what went wrong.
int writeInPlace(const std::string& path, std::string_view content) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    return file && writeAll(file.number(), content) && file.close() ? 0 : errno;
}

/// A new file beside `path` that nobody else has; the kernel applies the umask to its mode.
Descriptor createBeside(const std::string& path, std::string& name) {
    for (int attempt = 0;; ++attempt) {
        name = path + ".part" + std::to_string(::getpid()) + "-" + std::to_string(attempt);
        const int number = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (number >= 0 || errno != EEXIST || attempt == 1000) {
            return Descriptor(number);
        }
    }
}

constexpr mode_t asTheUmaskSays = ~mode_t{0};

/// 0, or what went wrong; then nothing is left beside `path`.
int replaceFile(const std::string& path, mode_t mode, std::string_view content) {
    std::string name;
    Descriptor file = createBeside(path, name);
    if (!file) {
        return errno;
    }
    const bool modeIsSet = mode == asTheUmaskSays || ::fchmod(file.number(), mode) == 0;
    if (modeIsSet && writeAll(file.number(), content) && file.close() &&
        ::rename(name.c_str(), path.c_str()) == 0) {
        return 0;
    }
    const int reason = errno;
    ::unlink(name.c_str());
    return reason;
}

/// Waits for something to read, or for so many milliseconds; -1: for as long as it takes.
void waitFor(int descriptor, int milliseconds) {
    pollfd wanted{descriptor, POLLIN, 0};
    ::poll(&wanted, 1, milliseconds);
}

bool isHidden(const fs::path& path) {
    const auto name = path.filename().native();
    return name.starts_with('.');
}

/// What one folder holds: files to `listing`, folders to `open`.
void listFolder(const fs::path& folder, std::string_view extension, Listing& listing,
                std::vector<fs::path>& open) {
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        const auto& path = entry->path();
        std::error_code unknown;  // a link to nowhere: a file, and reading it will say so
        if (isHidden(path)) {
            continue;
        }
        if (entry->is_directory(unknown)) {
            if (!entry->is_symlink(unknown)) {
                open.push_back(path);
            }
        } else if (path.native().ends_with(extension)) {
            listing.files.push_back(path.native());
        }
    }
    if (error) {
        listing.errors.push_back({folder.native(), error.message(), error.value()});
    }
}

}  // namespace

namespace {

/// `named`: the file was opened by its name, and without blocking.
std::variant<std::string, FileError> readAll(int file, const std::string& path, std::size_t limit,
                                             bool named) {
    struct stat status {};
    if (file < 0 || ::fstat(file, &status) != 0) {
        return trouble(path, errno);
    }
    if (S_ISDIR(status.st_mode)) {
        return trouble(path, EISDIR);
    }
    std::string content;
    if (S_ISREG(status.st_mode)) {
        if (static_cast<std::uintmax_t>(status.st_size) > limit) {
            return tooBig(path);
        }
        content.reserve(static_cast<std::size_t>(status.st_size));
    }
    const bool pipe = named && S_ISFIFO(status.st_mode);
    bool waits = pipe;
    std::array<char, 65536> buffer;  // NOLINT: filled by read
    while (true) {
        const auto count = ::read(file, buffer.data(), buffer.size());
        if (count == 0 && waits) {  // nobody has it open for writing; somebody may be about to
            constexpr int patience = 2000;
            waitFor(file, patience);
            waits = false;
            continue;
        }
        if (count == 0) {
            if (pipe && content.empty()) {
                return trouble(path, ENODATA);
            }
            return content;
        }
        if (count < 0 && errno == EAGAIN) {
            waitFor(file, -1);
        } else if (count < 0 && errno != EINTR) {
            return trouble(path, errno);
        }
        waits = waits && count < 0;
        content.append(buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
        if (content.size() > limit) {
            return tooBig(path);
        }
    }
}

}  // namespace

std::variant<std::string, FileError> readFile(const std::string& path, std::size_t limit) {
    // Not blocking: to open a pipe would wait for somebody who writes into it.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    return readAll(file.number(), path, limit, true);
}

std::variant<std::string, FileError> readStandardInput(std::size_t limit) {
    return readAll(STDIN_FILENO, "-", limit, false);
}

std::variant<std::monostate, FileError> writeFileAtomically(const std::string& path,
                                                            std::string_view content) {
    // A link keeps pointing where it points: the file behind it is what is replaced.
    std::error_code error;
    const auto behind = fs::canonical(path, error);
    const std::string target = error ? path : behind.native();

    struct stat status {};
    const bool exists = ::stat(target.c_str(), &status) == 0;
    if (exists && S_ISDIR(status.st_mode)) {
        return trouble(path, EISDIR);
    }
    // A device or a pipe is written to; replacing it by a file would be no service.
    const bool inPlace = exists && !S_ISREG(status.st_mode);
    const auto mode = exists ? status.st_mode & 07777U : asTheUmaskSays;
    const int reason = inPlace ? writeInPlace(target, content) : replaceFile(target, mode, content);
    if (reason != 0) {
        return trouble(path, reason);
    }
    return std::monostate();
}

Listing filesUnder(const std::string& folder, std::string_view extension) {
    Listing listing;
    std::vector<fs::path> open = {folder};
    while (!open.empty()) {
        const auto next = open.back();
        open.pop_back();
        listFolder(next, extension, listing, open);
    }
    if (folder == "." || folder == "./") {
        for (auto& file : listing.files) {
            file.erase(0, 2);  // what stands right here needs no "./"
        }
    }
    std::sort(listing.files.begin(), listing.files.end());
    std::sort(listing.errors.begin(), listing.errors.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
    return listing;
}

std::string plainPath(const std::string& path) {
    return fs::path(path).lexically_normal().native();
}

bool isFolder(const std::string& path) {
    std::error_code error;
    return fs::is_directory(path, error);
}

}  // namespace biao

#include "folder.h"

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace biao::hostile {

namespace fs = std::filesystem;

namespace {

/// Sanitizers take terabytes of addresses and several times as long.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr const char* bounds = "";
constexpr std::chrono::seconds patience{280};
#else
constexpr const char* bounds = "ulimit -v 1048576; ulimit -t 10; ";
constexpr std::chrono::seconds patience{120};  // on a machine with much else to do
#endif

}  // namespace

Folder::Folder() : path_((fs::temp_directory_path() / "biao-hostile-XXXXXX").native()) {
    if (!::mkdtemp(path_.data())) throw std::runtime_error("no folder");
}

Folder::~Folder() {
    std::error_code error;
    fs::remove_all(path_, error);
}

void Folder::write(const std::string& name, std::string_view text) const {
    std::ofstream(path_ + "/" + name, std::ios::binary) << text;
}

golden::ProcessResult Folder::run(const std::string& command) const {
    return golden::run({"/bin/sh", "-c", std::string("biao=$0; ") + bounds + command, BIAO_PROGRAM},
                       path_, patience);
}

}  // namespace biao::hostile

// A folder of a test's own, and the program run in it within bounds.
#pragma once

#include <string>
#include <string_view>

#include "process.h"

namespace biao::hostile {

class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void write(const std::string& name, std::string_view text) const;
    const std::string& path() const { return path_; }

    /// A shell runs `command` here, in which $biao is the program: with a gigabyte of addresses and
    /// ten seconds of computing, where the sanitizers leave that to us.
    golden::ProcessResult run(const std::string& command) const;

private:
    std::string path_;
};

}  // namespace biao::hostile

// A folder of files for one test, and what checking it says.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/check.h"

namespace biao::pipeline::test {

/// Gone when the test ends; paths in it are written from its root.
class Workspace {
public:
    Workspace();
    ~Workspace();
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;

    void put(const std::string& path, std::string_view text) const;
    void copy(const std::filesystem::path& from, const std::string& path) const;
    void remove(const std::string& path) const;
    std::string operator/(const std::string& path) const { return (root_ / path).native(); }

    Report check(const std::vector<std::string>& paths, const std::string& stdlib = "") const;
    /// Each finding as "path:line:column code", in the order of the report.
    std::vector<std::string> said(const std::vector<std::string>& paths,
                                  const std::string& stdlib = "") const;

private:
    std::filesystem::path root_;
};

using Lines = std::vector<std::string>;

/// A file under the project's own root.
std::filesystem::path project(std::string_view path);

/// A small form, 甲.表@2031; `more` goes into it.
std::string form(std::string_view more = {});
/// A submission of it, right with a grant of 8万元; `before` goes to the top of the file.
std::string submission(std::string_view before, std::string_view grant = "8");

}  // namespace biao::pipeline::test

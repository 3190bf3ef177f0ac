// Every file of the project, and every fenced example of its pages.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "base/files.h"
#include "base/utf8.h"
#include "laid.h"
#include "pages.h"
#include "pipeline/check.h"
#include "pipeline/format.h"

namespace biao::test {
namespace {

namespace fs = std::filesystem;

std::string root(const std::string& path) {
    return std::string(BIAO_SOURCE_DIR) + "/" + path;
}

std::string read(const std::string& path) {
    return std::get<std::string>(readFile(path, 1U << 30U));
}

TEST(Corpus, KeepsItsMeaningAndHasOneLayout) {
    std::vector<std::pair<std::string, std::string>> texts;
    for (const auto* folder : {"stdlib", "examples", "tests"}) {
        for (const auto& path : filesUnder(root(folder), ".biao").files)
            texts.emplace_back(path, read(path));
    }
    for (const auto& page : docs::pages()) {
        for (const auto& block : page.blocks)
            texts.emplace_back(page.place(block), block.text);
    }
    std::mt19937 random(31);
    std::size_t tried = 0;
    for (const auto& [name, text] : texts) {
        if (!laid(text)) continue;
        ++tried;
        const auto what = complaint(text, random);
        EXPECT_TRUE(what.empty()) << name << ": " << what;
    }
    EXPECT_GT(tried, 200U);
}

/// File, code and message of each finding, in any order; what messages quote may stand otherwise
/// than it was written.
std::vector<std::string> findingsIn(const fs::path& folder) {
    pipeline::Request request;
    for (const auto* part : {"stdlib", "examples", "golden"})
        request.paths.push_back((folder / part).native());
    request.stdlib = (folder / "stdlib").native();
    const auto report = pipeline::check(request);
    std::vector<std::string> out;
    for (const auto& finding : report.findings) {
        std::string line = report.sources[finding.span.file].path().substr(folder.native().size());
        // These are about a blank that is missing, which the layout puts in.
        if (line.ends_with("B011-name-ends-in-number.biao") || line.ends_with("B205-dates.biao"))
            continue;
        line += " " + finding.code + " ";
        for (const char byte : halfWidth(finding.message.zh)) {
            if (byte != ' ') line += byte;
        }
        out.push_back(line);
    }
    std::sort(out.begin(), out.end());
    return out;
}

TEST(Corpus, HasTheSameFindings) {
    const auto folder = fs::temp_directory_path() / ("biao-format-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    fs::copy(root("stdlib"), folder / "stdlib", fs::copy_options::recursive);
    fs::copy(root("examples"), folder / "examples", fs::copy_options::recursive);
    fs::copy(root("tests/golden"), folder / "golden", fs::copy_options::recursive);
    const auto before = findingsIn(folder);
    pipeline::FormatRequest request;
    request.paths = {folder.native()};
    request.write = true;
    const auto report = pipeline::format(request);
    EXPECT_FALSE(report.changes.empty());
    EXPECT_EQ(findingsIn(folder), before);
    request.write = false;
    EXPECT_TRUE(pipeline::format(request).changes.empty());
    fs::remove_all(folder);
}

}  // namespace
}  // namespace biao::test

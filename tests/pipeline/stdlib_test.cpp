// The standard library and the examples, as they stand in the project.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/files.h"
#include "workspace.h"

namespace biao::pipeline::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> foldersCalled(const std::string& name) {
    std::vector<std::string> folders;
    for (const auto& example : fs::directory_iterator(project("examples"))) {
        if (fs::is_directory(example.path() / name)) {
            folders.push_back(example.path() / name);
        }
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

Lines saidOf(const Report& report) {
    Lines lines;
    for (const auto& finding : report.findings) {
        const bool placed = finding.span.file.value < report.sources.size();
        const auto at = placed ? report.sources[finding.span.file].path() + ":" +
                                     std::to_string(finding.span.begin)
                               : "";
        lines.push_back(at + " " + finding.code + " " + finding.message.zh);
    }
    return lines;
}

TEST(Stdlib, nothingIsSaidOfIt) {
    const auto report = check({{project("stdlib")}, std::nullopt});
    EXPECT_EQ(saidOf(report), Lines());
    EXPECT_TRUE(report.trouble.empty());
    EXPECT_GT(report.summary.files, 0U);
}

TEST(Stdlib, aFolderOfItsOwnReadsTheSame) {
    const auto examples = foldersCalled("as-submitted");
    const auto embedded = check({examples, std::nullopt});
    const auto folder = check({examples, project("stdlib")});
    EXPECT_EQ(saidOf(embedded), saidOf(folder));
}

TEST(Stdlib, theFolderThatIsCheckedStandsForItself) {
    Workspace files;
    files.copy(project("stdlib"), "stdlib");
    files.put("stdlib/units/龙.biao", "计量类 人数 { 丁 }\n");
    EXPECT_EQ(files.said({"stdlib"}), Lines{"stdlib/units/龙.biao:1:5 B902"});
    files.put("stdlib/forms/主体.biao", "主体 项目 (project)\n主体 项目 (project)\n");
    const auto said = files.said({"stdlib/forms/主体.biao"});
    EXPECT_NE(std::find(said.begin(), said.end(), "stdlib/forms/主体.biao:2:4 B902"), said.end());
}

TEST(Stdlib, aFolderWithoutALibraryIsTrouble) {
    Workspace files;
    files.put("甲.biao", form());
    EXPECT_EQ(files.check({"甲.biao"}, "没有").trouble.size(), 1U);
    EXPECT_EQ(files.said({"甲.biao"}, "没有"), Lines());
}

TEST(Stdlib, theCorrectedExamplesAreRight) {
    const auto folders = foldersCalled("corrected");
    ASSERT_FALSE(folders.empty());
    const auto report = check({folders, std::nullopt});
    for (const auto& finding : report.findings) {
        EXPECT_NE(finding.severity, Severity::error) << finding.code << " " << finding.message.zh;
    }
    EXPECT_GT(report.summary.submissions, 0U);
}

TEST(Stdlib, theSubmittedExamplesAreNot) {
    for (const auto& folder : foldersCalled("as-submitted")) {
        EXPECT_FALSE(check({{folder}, std::nullopt}).findings.empty()) << folder;
    }
}

/// The codes of the rules a file of the library declares.
std::set<std::string> codesIn(const Workspace& files, const std::string& path) {
    const auto text = std::get<std::string>(readFile(files / path, 1 << 20));
    std::set<std::string> codes;
    std::string space;
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
        const auto line = text.substr(at, text.find('\n', at) - at);
        const std::string fragment = "片段 ";
        const std::string rule = "    规则 ";
        if (line.starts_with(fragment)) {
            space = line.substr(fragment.size());
            space = space.substr(0, space.rfind('.', space.find('@')));
        } else if (line.starts_with(rule)) {
            const auto name = line.substr(rule.size(), line.find(' ', rule.size()) - rule.size());
            codes.insert(name.substr(0, 3) + space + "." + name.substr(3));
        }
    }
    return codes;
}

TEST(Stdlib, takingOutAFileOfRulesTakesExactlyItsFindings) {
    Workspace files;
    files.copy(project("stdlib"), "库");
    const auto examples = foldersCalled("as-submitted");
    const Request request{examples, files / "库"};
    const auto before = check(request);
    std::size_t taken = 0;
    for (const auto& rules : filesUnder(files / "库/rules", ".biao").files) {
        const std::string name = "库/rules/" + fs::path(rules).filename().native();
        const auto codes = codesIn(files, name);
        EXPECT_FALSE(codes.empty()) << name;
        Report expected{before.sources, {}, {}, {}};
        for (const auto& finding : before.findings) {
            if (!codes.contains(finding.code)) {
                expected.findings.push_back(finding);
            }
        }
        taken += before.findings.size() - expected.findings.size();
        files.remove(name);
        EXPECT_EQ(saidOf(check(request)), saidOf(expected)) << "without " << name;
        files.copy(project("stdlib/rules") / fs::path(rules).filename(), name);
    }
    EXPECT_GT(taken, 0U);
}

}  // namespace
}  // namespace biao::pipeline::test

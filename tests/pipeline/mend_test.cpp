// Fixes that are certain, made in files: what is written, what is left alone, and that a second
// time changes nothing.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "pipeline/mend.h"
#include "workspace.h"

namespace biao::pipeline::test {
namespace {

std::string content(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

class Mend : public testing::Test {
protected:
    MendReport mend(const Lines& paths, bool write = true) const {
        Request request;
        for (const auto& path : paths)
            request.paths.push_back(files / path);
        return pipeline::mend(std::move(request), write);
    }
    std::string now(const std::string& path) const { return content(files / path); }

    Workspace files;
    const std::string head = "使用 国家.项目支出绩效目标表@2015\n";
    /// A submission with one indicator in each of these two lines of 数量指标.
    std::string with(const std::string& first, const std::string& second = "") const {
        return head + "项目 \"甲\" {\n年度 2031\n产出指标 { 数量指标 {\n" + first + "\n" + second +
               "\n} }\n}\n";
    }
};

TEST_F(Mend, writesWhatIsCertainAndOnlyThat) {
    files.put("甲.biao", with("\"修路\" \"≥2公里\"", "\"造林\" ≥2,000亩"));
    const auto done = mend({"甲.biao"});
    EXPECT_EQ(now("甲.biao"), with("\"修路\" ≥2公里", "\"造林\" ≥2000亩"));
    ASSERT_EQ(done.files.size(), 1U);
    ASSERT_EQ(done.files[0].made.size(), 2U);
    EXPECT_EQ(done.files[0].made[0].code, "B206");
    EXPECT_EQ(done.files[0].made[0].at.line, 5U);
    EXPECT_EQ(done.files[0].made[1].code, "B005");
}

TEST_F(Mend, secondTimeNothing) {
    files.put("甲.biao", with("\"修路\" \"≥2,000米\"", "\"奖励\" 300元/每月。"));
    mend({"甲.biao"});
    const std::string once = now("甲.biao");
    const auto again = mend({"甲.biao"});
    EXPECT_EQ(now("甲.biao"), once);
    EXPECT_TRUE(again.changes.empty());
}

TEST_F(Mend, whatRulesAreSureOf) {
    const auto with = [](const std::string& name, const std::string& grade) {
        return "使用 国家.项目支出绩效自评表@2020\n项目 \"甲\" {\n年度 2031\n产出指标 { 数量指标 { "
               "\"" +
               name + "\" ≥2公里 } }\n总分 95\n等级 " + grade + "\n}\n";
    };
    files.put("甲.biao", with("修路<br>[bookmark: _GoBack]", "优秀"));
    const auto done = mend({"甲.biao"});
    EXPECT_EQ(now("甲.biao"), with("修路", "优"));
    ASSERT_EQ(done.files.size(), 1U);
    EXPECT_EQ(done.files[0].made.size(), 2U);
    EXPECT_TRUE(mend({"甲.biao"}).changes.empty());
    // The grade is one of the four, but another than the points make: not a matter of spelling.
    files.put("甲.biao", with("修路", "中"));
    EXPECT_TRUE(mend({"甲.biao"}).changes.empty());
}

TEST_F(Mend, shownOnlyNothingIsWritten) {
    const std::string before = with("\"修路\" \"≥2公里\"");
    files.put("甲.biao", before);
    const auto done = mend({"甲.biao"}, false);
    EXPECT_EQ(now("甲.biao"), before);
    ASSERT_EQ(done.changes.size(), 1U);
    EXPECT_EQ(done.changes[0].before, before);
    EXPECT_EQ(done.changes[0].after, with("\"修路\" ≥2公里"));
}

TEST_F(Mend, lineEndsAndByteOrderMarkStay) {
    const auto windows = [](const std::string& text) {
        std::string out = "\xEF\xBB\xBF";
        for (const char byte : text)
            out += byte == '\n' ? std::string("\r\n") : std::string(1, byte);
        return out;
    };
    files.put("甲.biao", windows(with("\"修路\" \"≥2公里\"")));
    mend({"甲.biao"});
    EXPECT_EQ(now("甲.biao"), windows(with("\"修路\" ≥2公里")));
}

TEST_F(Mend, whatWouldBringANewFindingIsTakenBackAlone) {
    // With % the rate is understood, and is one that no rate can be.
    const std::string rate = "\"合格率\" ≤180百分比";
    files.put("甲.biao", with(rate, "\"修路\" \"≥2公里\""));
    const auto done = mend({"甲.biao"});
    EXPECT_EQ(now("甲.biao"), with(rate, "\"修路\" ≥2公里"));
    ASSERT_EQ(done.files.size(), 1U);
    EXPECT_EQ(done.files[0].made.size(), 1U);
    ASSERT_EQ(done.files[0].left.size(), 1U);
    EXPECT_EQ(done.files[0].left[0].fix.code, "B201");
    EXPECT_FALSE(done.files[0].left[0].brings.empty());
}

TEST_F(Mend, usedFilesStayUnlessTheyAreNamed) {
    const std::string declared =
        "表单 示例.表@2031 {\n适用 项目\n字段 数目 (number) : 计数\n"
        "规则 B3:数目 (numbers) 提示 {\n数目 ≤ 1,000个\n否则 \"太多\"\n}\n}\n";
    files.put("表/表.biao", declared);
    files.put("甲.biao", "使用 \"表/表.biao\"\n使用 示例.表@2031\n项目 \"甲\" { 数目 \"5个\" }\n");
    mend({"甲.biao"});
    EXPECT_EQ(now("表/表.biao"), declared);
    EXPECT_NE(now("甲.biao").find("数目 5个"), std::string::npos);
    mend({"表", "甲.biao"});
    EXPECT_NE(now("表/表.biao").find("1000个"), std::string::npos);
}

TEST_F(Mend, theLibraryStays) {
    files.copy(project("stdlib"), "stdlib");
    files.put("stdlib/forms/又一张.biao",
              "表单 示例.表@2031 { 规则 B3:数目 (numbers) { 年度 ≤ 1,000; 否则 \"多\" } }\n");
    const std::string before = now("stdlib/forms/又一张.biao");
    Request request;
    request.paths = {files / "stdlib"};
    request.stdlib = files / "stdlib";
    EXPECT_TRUE(pipeline::mend(std::move(request), true).files.empty());
    EXPECT_EQ(now("stdlib/forms/又一张.biao"), before);
}

TEST_F(Mend, whatCannotBeWrittenIsTroubleAndItsFindingsRemain) {
    // What is written beside has a longer name still, and no folder takes it.
    const std::string path = std::string(245, 'x') + ".biao";
    const std::string before = with("\"修路\" \"≥2公里\"");
    files.put(path, before);
    const auto done = mend({path});
    EXPECT_EQ(now(path), before);
    ASSERT_EQ(done.report.trouble.size(), 1U);
    EXPECT_TRUE(done.changes.empty());
    const auto& list = done.report.findings;
    EXPECT_TRUE(
        std::any_of(list.begin(), list.end(), [](const auto& f) { return f.code == "B206"; }));
}

TEST_F(Mend, whatCanBeReadOnlyOnceIsLeft) {
    ASSERT_EQ(::mkfifo((files / "管.biao").c_str(), 0600), 0);
    const auto done = mend({"管.biao"});
    ASSERT_EQ(done.report.trouble.size(), 1U);
    EXPECT_EQ(done.report.trouble[0].path, files / "管.biao");
}

/// Findings of warning and error level, by file, line and code.
using Counted = std::map<std::string, int>;

Counted counted(const Report& report) {
    Counted out;
    for (const Finding& finding : report.findings) {
        if (finding.severity > Severity::warning) continue;
        if (finding.span.file.value >= report.sources.size()) continue;
        const Source& source = report.sources[finding.span.file];
        const auto line = source.position(finding.span.begin).line;
        ++out[source.path() + ":" + std::to_string(line) + " " + finding.code];
    }
    return out;
}

// Every file of the project's tests and examples, at once.
TEST_F(Mend, nothingGetsWorseAndTheSecondTimeChangesNothing) {
    files.copy(project("examples"), "examples");
    files.copy(project("tests/golden"), "golden");
    Request request;
    request.paths = {files / "examples", files / "golden"};
    request.foldBeyond = 1000000;
    const Counted before = counted(check(request));
    const auto done = pipeline::mend(request, true);
    EXPECT_GT(done.changes.size(), 10U);
    for (const auto& [what, times] : counted(check(request))) {
        const auto was = before.find(what);
        EXPECT_LE(times, was == before.end() ? 0 : was->second) << what;
    }
    const auto again = pipeline::mend(request, true);
    for (const auto& change : again.changes)
        ADD_FAILURE() << "changed again: " << change.path;
}

}  // namespace
}  // namespace biao::pipeline::test

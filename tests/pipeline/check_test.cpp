// Paths, trouble, and that order does not matter.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "workspace.h"

namespace biao::pipeline::test {
namespace {

class Check : public testing::Test {
protected:
    Check() {
        files.put("甲.biao", form());
        files.put("夹/一.biao", submission("使用 \"../甲.biao\"\n", "7"));
        files.put("夹/深/二.biao", submission("使用 \"../../甲.biao\"\n", "6"));
        files.put("夹/深/说明.txt", "不是");
        files.put("夹/.隐/三.biao", "不是");
    }
    Workspace files;
    const Lines both = {"夹/一.biao:5:8 B301", "夹/深/二.biao:5:8 B301"};
};

TEST_F(Check, foldersAreSearched) {
    EXPECT_EQ(files.said({"夹"}), both);
    EXPECT_EQ(files.check({"夹"}).summary.files, 2U);
}

TEST_F(Check, theOrderOfPathsDoesNotMatter) {
    EXPECT_EQ(files.said({"夹/深", "夹/一.biao"}), both);
    EXPECT_EQ(files.said({"夹/一.biao", "夹/深/二.biao", "甲.biao"}), both);
}

TEST_F(Check, eachFileOnceHoweverItIsWritten) {
    const auto report = files.check({"夹", "夹/./一.biao", "夹/深/../一.biao", "夹"});
    EXPECT_EQ(report.summary.files, 2U);
    EXPECT_EQ(report.findings.size(), 2U);
}

TEST_F(Check, whatIsNotThereDoesNotHideTheRest) {
    files.put("空/x.txt", "");
    const auto report = files.check({"没有.biao", "夹", "空"});
    ASSERT_EQ(report.trouble.size(), 2U);
    EXPECT_EQ(report.trouble[0].path, files / "没有.biao");
    EXPECT_EQ(report.trouble[1].path, files / "空");
    EXPECT_EQ(report.findings.size(), 2U);
}

TEST_F(Check, aPipeInAFolderIsNotWaitedFor) {
    ASSERT_EQ(::mkfifo((files / "夹/管.biao").c_str(), 0600), 0);
    const auto report = files.check({"夹"});
    ASSERT_EQ(report.trouble.size(), 1U);
    EXPECT_EQ(report.trouble[0].path, files / "夹/管.biao");
    EXPECT_EQ(report.findings.size(), 2U);
}

TEST_F(Check, aFileThatIsNoTextIsAFinding) {
    files.put("夹/一.biao", "\xFF");
    EXPECT_EQ(files.said({"夹"}), (Lines{"夹/一.biao:1:1 B001", both[1]}));
}

TEST_F(Check, anEmptyFileIsSaidToBeOne) {
    for (const char* nothing : {"", " \n", "// 待填\n", "\xEF\xBB\xBF", ";"}) {
        files.put("空.biao", nothing);
        EXPECT_EQ(files.said({"空.biao"}), Lines{"空.biao:1:1 B007"}) << nothing;
    }
    for (const char* something : {"使用 国家.项目支出绩效目标表@2015\n", "}", "?"}) {
        files.put("空.biao", something);
        for (const auto& line : files.said({"空.biao"}))
            EXPECT_FALSE(line.ends_with("B007")) << something;
    }
}

TEST_F(Check, theTreeOfAFile) {
    const auto tree = dumpTree(files / "夹/一.biao", {});
    EXPECT_TRUE(tree.text.starts_with("use name=../甲.biao\n")) << tree.text;
    EXPECT_EQ(dumpTree(files / "没有", {}).report.trouble.size(), 1U);
}

}  // namespace
}  // namespace biao::pipeline::test

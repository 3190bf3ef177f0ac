// Files that use files, and what a file keeps to itself.
#include <gtest/gtest.h>

#include "workspace.h"

namespace biao::pipeline::test {
namespace {

TEST(Imports, aFormOfAnotherFile) {
    Workspace files;
    files.put("表/甲.biao", form());
    files.put("填报/一.biao", submission("使用 \"../表/甲.biao\"\n"));
    files.put("填报/二.biao", submission("使用 \"../表/甲.biao\"\n", "7"));
    EXPECT_EQ(files.said({"填报"}), Lines{"填报/二.biao:5:8 B301"});
    EXPECT_EQ(files.check({"填报"}).summary.submissions, 2U);
    EXPECT_EQ(files.check({"填报"}).summary.files, 2U);
}

TEST(Imports, whatAnImportedFileUsesComesAlong) {
    Workspace files;
    files.put("词.biao", "计量类 筐类 (baskets) { 筐 (basket) }\n");
    files.put("表.biao", "使用 \"词.biao\"\n" + form("    字段 袋数 : 计数(筐)\n"));
    files.put("填报.biao", submission("使用 \"表.biao\"\n"));
    EXPECT_EQ(files.said({"填报.biao"}), Lines());
    EXPECT_EQ(files.said({"."}), Lines());
}

TEST(Imports, whatCannotBeReadIsSaidAtTheUse) {
    Workspace files;
    files.put("甲.biao", form());
    files.put("填报.biao", submission("使用 \"没有.biao\"\n使用 \"甲.biao\"\n使用 \"夹\"\n", "7"));
    files.put("夹/丙.biao", "");
    EXPECT_EQ(files.said({"填报.biao"}),
              (Lines{"填报.biao:1:4 B013", "填报.biao:3:4 B013", "填报.biao:7:8 B301"}));
    EXPECT_TRUE(files.check({"填报.biao"}).trouble.empty());
}

TEST(Imports, circles) {
    Workspace files;
    files.put("a.biao", "使用 \"b.biao\"\n");
    files.put("b.biao", "使用 \"./a.biao\"\n");
    files.put("c.biao", "使用 \"c.biao\"\n");
    EXPECT_EQ(files.said({"a.biao"}), Lines{"b.biao:1:4 B013"});
    EXPECT_EQ(files.said({"."}), (Lines{"a.biao:1:4 B013", "b.biao:1:4 B013", "c.biao:1:4 B013"}));
}

TEST(Imports, twoWaysToOneFileAreNoCircle) {
    Workspace files;
    files.put("甲.biao", form());
    files.put("左.biao", "使用 \"甲.biao\"\n");
    files.put("右.biao", "使用 \"甲.biao\"\n");
    files.put("填报.biao", submission("使用 \"左.biao\"\n使用 \"右.biao\"\n使用 \"甲.biao\"\n"));
    EXPECT_EQ(files.said({"填报.biao"}), Lines());
}

TEST(Imports, aChainHasAnEnd) {
    Workspace files;
    for (int at = 0; at < 100; ++at) {
        files.put(std::to_string(at) + ".biao", "使用 \"" + std::to_string(at + 1) + ".biao\"\n");
    }
    files.put("100.biao", "");
    EXPECT_EQ(files.said({"0.biao"}), Lines{"63.biao:1:4 B004"});
}

TEST(Imports, faultsOfAnImportedFileAreSaidThereOnce) {
    Workspace files;
    files.put("甲.biao", form("    字段 袋数 : 袋子\n"));
    files.put("一.biao", submission("使用 \"甲.biao\"\n", "7"));
    files.put("二.biao", submission("使用 \"甲.biao\"\n", "7"));
    const Lines fault = {"甲.biao:7:13 B901"};
    EXPECT_EQ(files.said({"一.biao"}), fault);
    EXPECT_EQ(files.said({"一.biao", "二.biao"}), fault);
    EXPECT_EQ(files.said({"."}), fault);
}

TEST(Scope, wordsOfOneFileAreUnknownToTheOthers) {
    Workspace files;
    const std::string row = "    产出 { 数量 { \"大米\" 5筐 } }\n}\n";
    auto text = submission("使用 \"甲.biao\"\n");
    text.replace(text.rfind('}'), 2, row);
    files.put("甲.biao", form());
    files.put("有.biao", "计量类 筐类 (baskets) { 筐 (basket) }\n" + text);
    files.put("无.biao", text);
    const Lines unknown = {"无.biao:6:21 B201"};
    EXPECT_EQ(files.said({"有.biao", "无.biao"}), unknown);
    EXPECT_EQ(files.said({"无.biao", "有.biao"}), unknown);
    EXPECT_EQ(files.said({"有.biao"}), Lines());
}

TEST(Scope, twoFilesMayDeclareFormsOfOneName) {
    Workspace files;
    files.put("a.biao", form() + submission(""));
    files.put("b.biao", form("    字段 负责人 必填 : 文本\n") + submission(""));
    EXPECT_EQ(files.said({"a.biao", "b.biao"}), Lines{"b.biao:10:1 B101"});
}

TEST(Scope, aFormIsCompiledAnewWhereItsMissingPartIs) {
    Workspace files;
    const std::string waiting = form("    包含 甲.添加@2031 选填\n");
    files.put("甲.biao", waiting);
    files.put("一.biao", submission("使用 \"甲.biao\"\n"));
    files.put("二.biao",
              "片段 甲.添加@2031 { 字段 负责人 必填 : 文本 }\n" + submission("使用 \"甲.biao\"\n"));
    EXPECT_EQ(files.said({"一.biao", "二.biao"}), Lines{"二.biao:4:1 B101"});
}

TEST(Scope, manyFilesMayShareOneImport) {
    Workspace files;
    files.put("表.biao", form());
    Lines wrong;
    for (int at = 10; at < 40; ++at) {
        const std::string name = std::to_string(at) + ".biao";
        const std::string declared = at % 3 == 0 ? "计量类 筐类 (baskets) { 筐 (basket) }\n" : "";
        files.put(name, declared + submission("使用 \"表.biao\"\n", at % 2 == 0 ? "8" : "7"));
        if (at % 2 == 1) wrong.push_back(name + (at % 3 == 0 ? ":6:8 B301" : ":5:8 B301"));
    }
    EXPECT_EQ(files.said({"."}), wrong);
}

TEST(Scope, aStandardNameCannotBeTakenAgain) {
    Workspace files;
    files.put("a.biao", "表单 国家.项目支出绩效目标表@2015 { }\n量纲 人数\n");
    EXPECT_EQ(files.said({"a.biao"}), (Lines{"a.biao:1:4 B902", "a.biao:2:4 B902"}));
}

}  // namespace
}  // namespace biao::pipeline::test

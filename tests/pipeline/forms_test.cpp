// Forms and rules checked for their own sake.
#include <gtest/gtest.h>

#include "workspace.h"

namespace biao::pipeline::test {
namespace {

/// A fragment with one rule, which says `condition`; `more` are further clauses.
std::string fragment(const std::string& condition, const std::string& more = "") {
    return "片段 甲.规则@2031 {\n"
           "    规则 B3:不超 (within) 强制 {\n"
           "        " +
           condition +
           "\n"
           "        否则 zh \"超了：{预算}\" en \"over: {预算}\"\n" +
           more + "    }\n}\n";
}

const std::string includes = "    包含 甲.规则@2031\n";

TEST(Forms, faultsAreFoundWithoutAnySubmission) {
    Workspace files;
    files.put("a.biao", form("    字段 袋数 : 袋子\n"));
    files.put("b.biao", "片段 乙.片段@2031 { 字段 袋数 : 袋子 }\n");
    EXPECT_EQ(files.said({"."}), (Lines{"a.biao:7:13 B901", "b.biao:1:24 B901"}));
}

TEST(Rules, aFragmentAloneIsNotHeldToWhatItRefersTo) {
    Workspace files;
    files.put("a.biao", fragment("没有的名称 ≤ 10万元"));
    EXPECT_EQ(files.said({"a.biao"}), Lines());
}

TEST(Rules, aFaultIsSaidAtTheRuleOnce) {
    Workspace files;
    auto second = form(includes);
    second.replace(second.find("甲.表"), std::string("甲.表").size(), "甲.另表");
    files.put("a.biao", fragment("预算 ≤ 10人") + form(includes) + second);
    EXPECT_EQ(files.said({"a.biao"}), Lines{"a.biao:3:9 B904"});
    files.put("b.biao", submission("使用 \"a.biao\"\n"));
    EXPECT_EQ(files.said({"b.biao"}), Lines{"a.biao:3:9 B904"});
}

TEST(Rules, aFaultThatShowsInAFormOfAnotherFileSaysWhich) {
    Workspace files;
    files.put("a.biao", fragment("预算 ≤ 10人"));
    files.put("b.biao", "使用 \"a.biao\"\n" + form(includes));
    const auto report = files.check({"b.biao"});
    ASSERT_FALSE(report.findings.empty());
    const auto& related = report.findings.back().related;
    ASSERT_FALSE(related.empty());
    EXPECT_EQ(related.back().message.zh, "表单“甲.表@2031”");
}

TEST(Rules, faultsOfManyFilesAreAllSaid) {
    Workspace files;
    for (int at = 10; at < 40; ++at) {
        files.put(std::to_string(at) + ".biao", fragment("预算 ≤ 10人") + form(includes));
    }
    EXPECT_EQ(files.said({"."}).size(), 30U);
}

TEST(Rules, anAbstractFormIsNotHeldToItsRulesButWhatExtendsItIs) {
    Workspace files;
    std::string base = form(includes);
    base.replace(base.find(" {"), 1, ", 抽象 ");
    files.put("a.biao", fragment("没有的名称 ≤ 10万元") + base);
    EXPECT_EQ(files.said({"a.biao"}), Lines());
    files.put("a.biao",
              fragment("没有的名称 ≤ 10万元") + base + "表单 乙.表@2031 继承 甲.表@2031 { }\n");
    EXPECT_EQ(files.said({"a.biao"}).size(), 1U);
}

TEST(Rules, examplesAreTried) {
    Workspace files;
    const std::string wrong = "        反例 { 预算 11万元 }\n";
    const std::string right = "        正例 { 预算 9万元 }\n";
    files.put("a.biao", fragment("预算 ≤ 10万元", wrong + right) + form(includes));
    EXPECT_EQ(files.said({"a.biao"}), Lines());
    files.put("a.biao", fragment("预算 ≤ 20万元", wrong + right) + form(includes));
    EXPECT_EQ(files.said({"a.biao"}), Lines{"a.biao:5:9 B904"});
    files.put("a.biao", fragment("预算 ≤ 1万元", wrong + right) + form(includes));
    EXPECT_EQ(files.said({"a.biao"}), Lines{"a.biao:6:9 B904"});
}

TEST(Rules, examplesOfAnImportedFileAreNotTried) {
    Workspace files;
    files.put("a.biao",
              fragment("预算 ≤ 20万元", "        反例 { 预算 11万元 }\n") + form(includes));
    files.put("b.biao", submission("使用 \"a.biao\"\n"));
    EXPECT_EQ(files.said({"b.biao"}), Lines());
    EXPECT_EQ(files.said({"."}), Lines{"a.biao:5:9 B904"});
}

TEST(Rules, whatIsWrittenWronglyInAnExampleIsSaid) {
    Workspace files;
    files.put("a.biao", fragment("预算 ≤ 10万元", "        反例 { 预祘 11万元; 预算 11万元 }\n") +
                            form(includes));
    EXPECT_EQ(files.said({"a.biao"}), Lines{"a.biao:5:14 B011"});
}

TEST(Rules, runOnSubmissions) {
    Workspace files;
    files.put("a.biao", fragment("预算 ≤ 5万元") + form(includes));
    files.put("b.biao", submission("使用 \"a.biao\"\n"));
    const auto report = files.check({"b.biao"});
    ASSERT_EQ(report.findings.size(), 1U);
    EXPECT_EQ(report.findings[0].code, "B3:甲.不超");
    EXPECT_EQ(report.findings[0].message.zh, "超了：9万元");
}

TEST(Rules, oneThatYieldsKeepsQuiet) {
    Workspace files;
    const auto rules = [](const std::string& yields) {
        return "    规则 B3:先 (first) 强制 {\n        让位 " + yields +
               "\n        预算 ≤ 5万元\n        否则 zh \"先\" en \"first\"\n    }\n"
               "    规则 B3:后 (second) 强制 {\n"
               "        预算 ≤ 6万元\n        否则 zh \"后\" en \"second\"\n    }\n";
    };
    const auto saidWith = [&](const std::string& yields, const std::string& grant) {
        files.put("a.biao", form(rules(yields)));
        files.put("b.biao", submission("使用 \"a.biao\"\n", grant));
        Lines codes;
        for (const auto& finding : files.check({"b.biao"}).findings) {
            codes.push_back(finding.code);
        }
        return codes;
    };
    EXPECT_EQ(saidWith("B3:甲.别的", "8"), (Lines{"B3:甲.先", "B3:甲.后"}));
    EXPECT_EQ(saidWith("B3:甲.后", "8"), Lines{"B3:甲.后"});
    EXPECT_EQ(saidWith("B301", "8"), (Lines{"B3:甲.先", "B3:甲.后"}));
    EXPECT_EQ(saidWith("B301", "7"), (Lines{"B301", "B3:甲.后"}));
}

}  // namespace
}  // namespace biao::pipeline::test

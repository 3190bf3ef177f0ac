// Rules over sets of submissions: which set a submission is in, when a set is whole, what is said.
#include <gtest/gtest.h>

#include <algorithm>

#include "workspace.h"

namespace biao::pipeline::test {
namespace {

/// Two forms and rules over both: projects add up to their department, codes are used once.
constexpr const char* kForms = R"(
片段 甲.跨表@2031 {
    规则 B3:项目合于部门 (projects_equal_department) 强制, 跨 部门、项目, 需 全集 {
        对 d 于 部门
        令 ps = 项目 当 @上级主体 = d.@主体名 且 @年度 = d.@年度
        合计(ps.@预算) = d.专项
        位置 d.专项
        参见 ps.@预算
        否则 zh "{d}：{d.专项}，{合计(ps.@预算)}" en "{d}: {d.专项}, {合计(ps.@预算)}"
    }
    规则 B1:编码唯一 (codes_differ) 强制, 跨 项目 {
        对 p 于 项目 当 有值(p.@主体代码)
        令 同 = 项目 当 @主体代码 = p.@主体代码
        计数(同) ≤ 1
        位置 p.@主体代码
        参见 同.@主体代码
        否则 "{同}"
    }
}
表单 甲.部门表@2031 {
    适用 部门
    金额单位 万元
    字段 年度 (year) 必填 : 年, 角色 年度
    资金 预算 (budget) = 基本 (basic) + 专项 (special), 角色 预算
    包含 甲.跨表@2031
}
表单 甲.项目表@2031 {
    适用 项目
    金额单位 万元
    字段 年度 (year) 必填 : 年, 角色 年度
    字段 编码 (code) : 文本, 角色 主体代码
    字段 归口 (authority) : 文本, 角色 上级主体
    资金 预算 (budget), 角色 预算
    包含 甲.跨表@2031
}
)";

std::string head(int depth) {
    std::string up;
    for (int i = 0; i < depth; ++i)
        up += "../";
    return "使用 \"" + up +
           "甲.biao\"\n使用 甲.部门表@2031, 于 部门\n使用 甲.项目表@2031, 于 项目\n";
}

std::string department(const std::string& name, int special) {
    return "部门 \"" + name + "\" {\n    年度 2031\n    预算 100 = 基本 " +
           std::to_string(100 - special) + " + 专项 " + std::to_string(special) + "\n}\n";
}

std::string projectOf(const std::string& of, int budget, const std::string& code = "",
                      const std::string& year = "2031") {
    return "项目 \"" + of + std::to_string(budget) + "\" {\n    年度 " + year + "\n" +
           (code.empty() ? "" : "    编码 \"" + code + "\"\n") + "    归口 \"" + of +
           "\"\n    预算 " + std::to_string(budget) + "\n}\n";
}

class SetsOf : public testing::Test {
protected:
    SetsOf() {
        files.put("甲.biao", kForms);
        files.put("申报/部门.biao", head(1) + department("甲局", 30));
        files.put("申报/一.biao", head(1) + projectOf("甲局", 20, "01"));
        files.put("申报/深/二.biao", head(2) + projectOf("甲局", 15, "02", "2031年"));
    }
    void declare(const std::string& sets, const std::string& at = "工作区.biao") {
        files.put(at, "工作区 {\n" + sets + "\n}\n");
    }
    /// Of rules not evaluated: "code set".
    Lines notEvaluated(const std::vector<std::string>& paths) {
        Lines lines;
        for (const auto& one : files.check(paths).summary.notEvaluated)
            lines.push_back(one.code + " " + one.set);
        return lines;
    }
    Workspace files;
    const Lines wrong = {"申报/部门.biao:6:25 B3:甲.项目合于部门"};
    const Lines left = {"B3:甲.项目合于部门 "};
};

TEST_F(SetsOf, aWholeSetIsJudged) {
    declare("    全集 \"申报\"");
    EXPECT_EQ(files.said({"申报"}), wrong);
    EXPECT_EQ(notEvaluated({"申报"}), Lines());
    const auto report = files.check({"申报"});
    ASSERT_EQ(report.findings.size(), 1U);
    EXPECT_EQ(report.findings[0].message.zh, "甲局：30万元，35万元");
    ASSERT_EQ(report.findings[0].related.size(), 2U);
    EXPECT_EQ(report.findings[0].related[0].message.zh, "甲局20 20万元");
    EXPECT_NE(report.findings[0].related[0].span.file, report.findings[0].span.file);
}

TEST_F(SetsOf, theOrderOfPathsDoesNotMatter) {
    declare("    全集 \"申报\"");
    std::vector<std::string> paths = {"申报/一.biao", "申报/部门.biao", "申报/深/二.biao"};
    std::sort(paths.begin(), paths.end());
    do {
        const auto report = files.check(paths);
        ASSERT_EQ(report.findings.size(), 1U);
        EXPECT_EQ(report.findings[0].message.zh, "甲局：30万元，35万元");
        EXPECT_EQ(report.findings[0].related[0].message.zh, "甲局20 20万元");
    } while (std::next_permutation(paths.begin(), paths.end()));
}

TEST_F(SetsOf, withoutADeclarationNothingIsJudgedAndThatIsSaid) {
    EXPECT_EQ(files.said({"申报"}), Lines());
    EXPECT_EQ(notEvaluated({"申报"}), left);
    declare("    全集 \"申报/深\"");
    EXPECT_EQ(files.said({"申报"}), Lines()) << "of another folder";
    EXPECT_EQ(notEvaluated({"申报/部门.biao", "申报/一.biao"}), left);
}

TEST_F(SetsOf, whoChecksOneFileHearsNothingOfSets) {
    for (const char* path : {"申报/部门.biao", "申报/一.biao"}) {
        EXPECT_EQ(files.said({path}), Lines());
        EXPECT_EQ(notEvaluated({path}), Lines());
    }
    EXPECT_EQ(notEvaluated({"申报/一.biao", "申报/深/二.biao"}), Lines())
        << "there is no department";
    files.put("申报/部门.biao", head(1) + department("乙局", 30));
    EXPECT_EQ(notEvaluated({"申报"}), Lines()) << "and these are not its projects";
}

TEST_F(SetsOf, aFileThatIsNotGivenLeavesItUnfinished) {
    declare("    全集 \"申报\"");
    EXPECT_EQ(files.said({"申报/部门.biao", "申报/一.biao"}), Lines());
    EXPECT_EQ(notEvaluated({"申报/部门.biao", "申报/一.biao"}), Lines{"B3:甲.项目合于部门 申报"});
}

TEST_F(SetsOf, soDoesOneThatCannotBeUnderstood) {
    declare("    全集 \"申报\"");
    for (const char* broken : {"项目 \"乙\" {\n", "项母 \"乙\" { 年度 2031 }\n", "= 3\n",
                               "\xff\xfe", "使用 没有.表@2031\n项目 \"乙\" { 年度 2031 }\n"}) {
        files.put("申报/三.biao", broken);
        const auto said = files.said({"申报"});
        EXPECT_FALSE(said.empty()) << broken;
        EXPECT_EQ(std::count(said.begin(), said.end(), wrong[0]), 0) << broken;
        EXPECT_EQ(notEvaluated({"申报"}), Lines{"B3:甲.项目合于部门 申报"}) << broken;
    }
    files.put("申报/三.biao", "// 没有填报\n");
    Lines all{"申报/三.biao:1:1 B007"};
    all.insert(all.end(), wrong.begin(), wrong.end());
    auto said = files.said({"申报"});
    std::sort(said.begin(), said.end());
    std::sort(all.begin(), all.end());
    EXPECT_EQ(said, all) << "nothing to understand is understood";
}

TEST_F(SetsOf, whatIsLostInALineIsUnknown) {
    declare("    全集 \"申报\"");
    for (const char* line : {"预祘 15", "预算 15 15", "预算 十五", "归 甲局"}) {
        files.put(
            "申报/深/二.biao",
            head(2) + "项目 \"丙\" {\n    年度 2031\n    归口 \"甲局\"\n    " + line + "\n}\n");
        const auto said = files.said({"申报"});
        EXPECT_EQ(std::count(said.begin(), said.end(), wrong[0]), 0) << line;
    }
}

TEST_F(SetsOf, setsDoNotMix) {
    declare("    全集 \"申报\"; 全集 \"往年\"");
    files.put("往年/部门.biao", head(1) + department("甲局", 40));
    files.put("往年/一.biao", head(1) + projectOf("甲局", 40, "01"));
    EXPECT_EQ(files.said({"."}), wrong);
    files.put("散/一.biao", head(1) + projectOf("甲局", 7, "01"));
    files.put("散/二.biao", head(1) + projectOf("甲局", 8, "01"));
    EXPECT_EQ(files.said({"."}), (Lines{"散/一.biao:6:8 B1:甲.编码唯一", wrong[0]}))
        << "outside the declared sets is a set too, never a whole one";
}

TEST_F(SetsOf, theInnermostSetIsMeant) {
    declare("    全集 \".\"; 全集 \"申报/深\"");
    EXPECT_EQ(files.said({"."}), Lines{"申报/部门.biao:6:25 B3:甲.项目合于部门"});
    EXPECT_EQ(files.check({"."}).findings[0].message.zh, "甲局：30万元，20万元");
    EXPECT_EQ(files.check({"甲.biao", "申报/部门.biao", "申报/一.biao"}).findings.size(), 1U)
        << "what is inside belongs to the other";
}

TEST_F(SetsOf, theNearestWorkspaceFileIsMeant) {
    declare("    全集 \"申报\"");
    declare("    whole \"没有\"", "申报/workspace.biao");
    EXPECT_EQ(files.said({"申报"}), Lines{"申报/workspace.biao:2:11 B905"});
    EXPECT_EQ(notEvaluated({"申报"}), left);
    declare("    whole \".\"", "申报/workspace.biao");
    EXPECT_EQ(files.said({"申报"}), wrong);
    EXPECT_EQ(files.check({"申报"}).summary.files, 4U);
}

TEST_F(SetsOf, uniquenessNeedsNoWholeSet) {
    files.put("申报/深/二.biao",
              head(2) + projectOf("甲局", 15, "01") + projectOf("乙局", 9, "01"));
    const auto report = files.check({"申报"});
    ASSERT_EQ(report.findings.size(), 1U) << "one for all of them";
    EXPECT_EQ(report.findings[0].message.zh, "甲局20、甲局15、乙局9");
    EXPECT_EQ(report.findings[0].related.size(), 2U);
    EXPECT_EQ(files.check({"申报/深/二.biao"}).findings.size(), 1U) << "in one file as well";
}

TEST_F(SetsOf, aFormMayWeighARuleAnewOrDropIt) {
    const auto extended = [&](const std::string& change) {
        files.put(
            "申报/一.biao",
            "使用 \"../甲.biao\"\n使用 乙.项目表@2031\n表单 乙.项目表@2031 继承 甲.项目表@2031 { " +
                change + " }\n" + projectOf("甲局", 20, "02"));
        return files.check({"申报"}).findings;
    };
    ASSERT_EQ(extended("").size(), 1U);
    EXPECT_EQ(extended("")[0].severity, Severity::error);
    ASSERT_EQ(extended("规则 编码唯一 提示").size(), 1U);
    EXPECT_EQ(extended("规则 编码唯一 提示")[0].severity, Severity::warning);
    const auto dropped = extended("删 编码唯一");
    ASSERT_EQ(dropped.size(), 1U) << "of the others it is still said";
    EXPECT_EQ(dropped[0].message.zh, "甲局20、甲局15");
}

TEST_F(SetsOf, aFileMayBringItsOwnFormAndUnits) {
    files.put("申报/一.biao",
              "使用 \"../甲.biao\"\n使用 乙.项目表@2031\n计量 吊 = 0.1万元\n量纲 亮 (glow)\n计量 "
              "流 : 亮\n"
              "表单 乙.项目表@2031 继承 甲.项目表@2031 { 改名 预算 → 经费 }\n"
              "项目 \"丁\" { 年度 2031; 归口 \"甲局\"; 经费 100吊 }\n");
    declare("    全集 \"申报\"");
    const auto report = files.check({"申报"});
    for (const auto& finding : report.findings)
        ASSERT_TRUE(finding.code == "B3:甲.项目合于部门") << finding.code << finding.message.zh;
    ASSERT_EQ(report.findings.size(), 1U);
    EXPECT_EQ(report.findings[0].message.zh, "甲局：30万元，250吊");
}

TEST_F(SetsOf, aWorkspaceHasAFileOfItsOwn) {
    files.put("申报/三.biao", "工作区 { 全集 \".\" }\n");
    EXPECT_EQ(files.said({"申报"}), Lines{"申报/三.biao:1:1 B104"});
    files.remove("申报/三.biao");
    files.put("工作区.biao", "工作区 { 全集 \"申报\"; 全集 \"./申报\" }\n表单 乙.表@2031 { }\n");
    EXPECT_EQ(files.said({"."}),
              (Lines{"工作区.biao:1:19 B103", "工作区.biao:2:1 B104", wrong[0]}));
}

TEST(CrossRules, faultsAreSaidWhereTheyStand) {
    Workspace files;
    const auto rule = [&](const std::string& attributes, const std::string& lines) {
        files.put("甲.biao", "表单 甲.表@2031 {\n    适用 项目\n    规则 B3:试 (it) 强制, " +
                                 attributes + " {\n" + lines + "\n        否则 \"坏\"\n    }\n}\n");
        return files.said({"甲.biao"});
    };
    EXPECT_EQ(rule("跨 项目", "        计数(项目) ≤ 1"), Lines());
    EXPECT_EQ(rule("跨 项母", "        计数(项目) ≤ 1"), Lines{"甲.biao:3:24 B901"});
    EXPECT_EQ(rule("跨 项目, 需 全级", "        计数(项目) ≤ 1"), Lines{"甲.biao:3:28 B905"});
    EXPECT_EQ(rule("需 全集", "        真"), Lines{"甲.biao:3:8 B905"});
    EXPECT_EQ(rule("越 项目", "        真"), Lines{"甲.biao:3:22 B901"});
    EXPECT_EQ(rule("跨 项目", "        对 p 于 项目\n        p.没有的栏目 = 1"),
              Lines{"甲.biao:5:11 B901"});
    EXPECT_EQ(rule("跨 项目", "        计数(部门) ≤ 1"), Lines{"甲.biao:4:12 B901"})
        << "a subject it does not range over";
    EXPECT_EQ(rule("跨 项目", "        计数(项目) ≤ 1\n        反例 { 项目 \"甲\" { } }"),
              Lines{"甲.biao:5:9 B904"});
    EXPECT_EQ(rule("跨 项目", "        计数(项目) ≤ 1\n        反例 { 部门 \"甲\" { } }"),
              Lines{"甲.biao:5:14 B904"});
    EXPECT_EQ(rule("跨 项目",
                   "        计数(项目) ≤ 1\n        反例 { 项目 \"甲\" { }; 项目 \"乙\" { } }\n"
                   "        正例 { 项目 \"甲\", 按 甲.表@2031 { } }"),
              Lines());
}

}  // namespace
}  // namespace biao::pipeline::test

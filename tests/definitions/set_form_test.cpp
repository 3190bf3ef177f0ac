// A form of forms: what is one column, what things are called.
#include "definitions/set_form.h"

#include <gtest/gtest.h>

#include "declared.h"

namespace biao::definitions {
namespace {

using test::Declared;

constexpr const char* kForms = R"(
片段 测.类@2031 {
    指标 产出 (output) { 数量 (quantity) : 计数; 质量 (quality) : 比率 }
    列 依据 (basis) : 文本
}
表单 测.甲@2031 {
    适用 项目
    金额单位 万元
    字段 年度 (year) : 年, 角色 年度
    字段 编号 (number) : 文本, 角色 主体代码
    资金 预算 (budget) = 拨款 (grant) + 自筹 (own), 角色 预算
    资金 中期 (midterm) = 拨款 (grant) + 借款 (loan)
    包含 测.类@2031
    表 任务 (tasks) { 列 总额 (total) : 金额; 行 土建 (civil) }
}
表单 测.乙@2031 {
    适用 项目
    金额单位 元
    字段 代号 (code) : 文本, 角色 主体代码
    字段 说明 (note) : 文本
    资金 总投入 (outlay), 角色 预算
    指标 年度指标 (annual) { 包含 测.类@2031 }
}
表单 测.丙@2031 继承 测.甲@2031 { 改名 编号 → 号码; 字段 说明 (note) : 计数; 删 中期 }
表单 测.丁@2031 { 适用 部门; 字段 年度 (year) : 年, 角色 年度 }
)";

struct Together : testing::Test {
    Declared declared{kForms};
    SetForm set{{{"项目", "project"}, {"部门", "department"}},
                {declared.form("测.甲"), declared.form("测.乙"), declared.form("测.丙"),
                 declared.form("测.丁")}};
    const Form& form = *set.form();
    ElementId project = set.subject("项目");

    ElementId column(const char* name) { return form.column(project, name); }
};

TEST_F(Together, subjectsAreTables) {
    EXPECT_EQ(form.find("项目"), project);
    EXPECT_EQ(form.find("department"), set.subject("部门"));
    EXPECT_FALSE(set.subject("街区"));
    EXPECT_EQ(set.part(set.subject("部门"), *declared.form("测.甲")), nullptr);
}

TEST_F(Together, whatPlaysOneRoleIsOneColumn) {
    EXPECT_EQ(column("编号"), column("代号"));
    EXPECT_EQ(column("编号"), column("主体代码"));
    EXPECT_EQ(column("号码"), set.identity(project).code);
    EXPECT_EQ(column("总投入"), column("预算"));
    EXPECT_NE(column("预算"), column("中期"));
    EXPECT_TRUE(column("上级主体")) << "every subject has one, whether or not a form does";
}

TEST_F(Together, aColumnTakesWhatAnyOfThemTakes) {
    EXPECT_EQ(form[column("说明")].kinds.size(), 2U);
    EXPECT_EQ(form[column("预算")].kinds.size(), 1U);
}

TEST_F(Together, partsHaveTheirBareNameWhereItIsOneOnly) {
    EXPECT_TRUE(column("自筹"));
    EXPECT_TRUE(column("借款"));
    EXPECT_FALSE(column("拨款")) << "of which fund?";
    EXPECT_TRUE(form.child(column("预算"), "拨款"));
    EXPECT_NE(form.child(column("预算"), "拨款"), form.child(column("中期"), "拨款"));
}

TEST_F(Together, treesAndTablesStandInside) {
    EXPECT_EQ(test::names(form, form[project].children), "产出 任务 年度指标");
    const ElementId quantity = form.find("项目.产出.数量");
    ASSERT_TRUE(quantity);
    EXPECT_EQ(test::names(form, {form.column(quantity, "依据"), form.column(quantity, "编号")}),
              "依据 主体代码")
        << "rows have the columns of their submission as well";
    EXPECT_FALSE(column("依据")) << "which has none of theirs";
    EXPECT_EQ(form[form.find("任务.土建")].kind, ElementKind::category)
        << "a line has a row in every submission";
}

TEST_F(Together, everyElementKnowsItsOrigin) {
    const auto& from = *declared.form("测.丙");
    const FormInSet& part = *set.part(project, from);
    EXPECT_EQ(part.member[column("编号").value], from.find("号码"));
    EXPECT_FALSE(part.member[column("中期").value]) << "it has dropped it";
    EXPECT_EQ(part.set[from.find("产出.数量").value], form.find("项目.产出.数量"));
}

std::vector<std::string> saidOf(const std::string& attributes) {
    Declared declared("表单 测.表@2031 { 字段 甲 (a) : 文本; 规则 B3:试 (it), " + attributes +
                      " { 有值(甲) } }");
    declared.form("测.表");
    return declared.said();
}

TEST(RuleAttributes, saySubjectsAndWhetherTheSetIsWhole) {
    Declared declared(
        "表单 测.表@2031 { 规则 B3:试 (it), across department & 项目, needs whole { 有值(甲) } }");
    const Rule& rule = declared.form("测.表")->rules.at(0);
    EXPECT_EQ(rule.across, (std::vector<std::string>{"部门", "项目"}));
    EXPECT_TRUE(rule.needsWhole);
    EXPECT_EQ(saidOf("跨 [项目, 部门]"), std::vector<std::string>());
    EXPECT_EQ(saidOf("跨 3"), std::vector<std::string>{"B905 跨 3"});
    EXPECT_EQ(saidOf("跨 项目, 需 一半"), std::vector<std::string>{"B905 需 一半"});
    EXPECT_EQ(saidOf("有效 2031-01-01"), std::vector<std::string>{"B006 有效 2031-01-01"});
}

}  // namespace
}  // namespace biao::definitions

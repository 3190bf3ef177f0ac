// Extending and including: what stays the same element, what goes, what comes.
#include <gtest/gtest.h>

#include <algorithm>

#include "declared.h"

namespace biao::definitions {
namespace {

using test::Declared;
using test::names;

constexpr const char* kBase = R"(
片段 测.树@2031 {
    指标 产出 (output) 必填 {
        数量 (quantity) 必填 : 计数
        成本 (cost) : 金额
    }
    表 收支 (balance) {
        列 本年 (current) : 金额
        行 合 (both) = 甲 + 乙
        行 甲 (a)
        行 乙 (b)
    }
    列 依据 (basis) : 文本, 承袭
}
表单 测.本@2031 {
    金额单位 万元
    字段 年度 (year) 必填 硬性 : 年, 角色 年度
    字段 单位名 (agency) : 文本
    资金 预算 (budget) 必填 = 拨款 (grant) + 自筹 (own) + 借款 (loan), 角色 预算
    包含 测.树@2031
    规则 B3:有预算 (has_budget) 强制 { @预算 ≥ 1万元; 否则 zh "少" en "little" }
    规则 B1:有单位 (has_agency) 提示 { 有值(单位名); 否则 zh "缺" en "missing" }
}
)";

struct Extended : Declared {
    explicit Extended(const std::string& body)
        : Declared(kBase + ("表单 测.子@2032 继承 测.本@2031 {\n" + body + "\n}\n")) {}
    std::shared_ptr<const Form> form() { return Declared::form("测.子"); }
};

const Rule* ruleOf(const Form& form, std::string_view code) {
    const auto known = std::find_if(form.rules.begin(), form.rules.end(),
                                    [&](const Rule& rule) { return rule.code == code; });
    return known == form.rules.end() ? nullptr : &*known;
}

TEST(Extension, takesEverythingOver) {
    Extended extended("字段 街道 (street) : 文本");
    const auto form = extended.form();
    EXPECT_EQ(names(*form, form->root().children), "年度 单位名 预算 产出 收支 街道");
    EXPECT_EQ(form->name.text(), "测.子@2032");
    EXPECT_EQ(form->moneyUnit->spelling(), "万元");
    EXPECT_EQ(form->rules.size(), 2U);
    EXPECT_EQ(extended.said(), std::vector<std::string>());
}

TEST(Extension, leavesTheFormItExtendsAlone) {
    Extended extended("删 单位名\n改名 产出 → 成果\n改 预算 { 选填 }");
    const auto form = extended.form();
    const auto base = static_cast<Declared&>(extended).form("测.本");
    EXPECT_FALSE(form->find("单位名"));
    EXPECT_TRUE(base->find("单位名"));
    EXPECT_TRUE(base->find("产出"));
    EXPECT_TRUE((*base)[base->find("预算")].required);
    EXPECT_FALSE((*form)[form->find("预算")].required);
}

TEST(Extension, aRenamedElementKeepsItsId) {
    Extended extended("改名 产出 (results) → 成果\n改 成果 { 改名 成本 → 花费 }");
    const auto form = extended.form();
    const ElementId results = form->find("成果");
    ASSERT_TRUE(results);
    EXPECT_EQ((*form)[results].id, "output");
    EXPECT_EQ((*form)[results].name.en, "results");
    EXPECT_EQ((*form)[form->child(results, "花费")].id, "cost");
    EXPECT_EQ(form->child(results, "花费"), form->child(results, "cost"));
    EXPECT_EQ(extended.said(), std::vector<std::string>());
}

TEST(Extension, aReplacedElementKeepsItsIdAndLosesTheRest) {
    Extended extended("换 资金 预算 必填 = 镇级 (town) + 上级 (upper), 角色 预算");
    const auto form = extended.form();
    const ElementId budget = form->find("预算");
    EXPECT_EQ((*form)[budget].id, "budget");
    EXPECT_EQ(form->withRole({syntax::Role::budget, ""}), budget);
    EXPECT_EQ(names(*form, (*form)[budget].children), "镇级 上级");
    EXPECT_FALSE(form->child(budget, "拨款"));
    EXPECT_EQ((*form)[budget].decompositions.size(), 1U);
}

TEST(Extension, aTotalForgetsAPartThatIsDropped) {
    Extended extended("改 预算 { 删 借款 }");
    const auto form = extended.form();
    const ElementId budget = form->find("预算");
    EXPECT_EQ(names(*form, (*form)[budget].children), "拨款 自筹");
    EXPECT_EQ((*form)[budget].decompositions.at(0).parts.size(), 2U);
}

TEST(Extension, droppingReachesWhatIsInside) {
    Extended extended("删 产出, 依据");
    const auto form = extended.form();
    EXPECT_FALSE(form->find("产出"));
    EXPECT_FALSE(form->find("数量"));
    EXPECT_TRUE(form->root().columns.empty() || (*form)[form->root().columns[0]].dropped);
    const auto spellings = form->spellingsIn({0});
    EXPECT_EQ(std::count(spellings.begin(), spellings.end(), "产出"), 0);
}

TEST(Extension, flagsAreTurnedBack) {
    Extended extended("改 年度 { 选填 }\n改 产出 { 改 成本 { 硬性 } }");
    const auto form = extended.form();
    const Element& year = (*form)[form->find("年度")];
    EXPECT_FALSE(year.required || year.hard);
    EXPECT_TRUE((*form)[form->find("成本")].required);
    EXPECT_TRUE((*form)[form->find("产出")].required) << "unsaid, unchanged";
}

TEST(Extension, placesAmongNeighbours) {
    Extended extended(
        "字段 街道 (street) : 文本, 后于 年度\n字段 编号 (number) "
        ": 文本, 前于 预算");
    const auto form = extended.form();
    EXPECT_EQ(names(*form, form->root().children), "年度 街道 单位名 编号 预算 产出 收支");
}

TEST(Extension, rulesAreWeakenedAndDropped) {
    Extended extended("规则 有预算 知悉\n删 B1:有单位");
    const auto form = extended.form();
    const Rule* rule = ruleOf(*form, "B3:测.有预算");
    ASSERT_NE(rule, nullptr);
    EXPECT_EQ(rule->severity, Severity::info);
    EXPECT_FALSE(rule->dropped);
    ASSERT_NE(ruleOf(*form, "B1:测.有单位"), nullptr);
    EXPECT_TRUE(ruleOf(*form, "B1:测.有单位")->dropped);
    const auto base = static_cast<Declared&>(extended).form("测.本");
    EXPECT_EQ(ruleOf(*base, "B3:测.有预算")->severity, Severity::error);
}

TEST(Inclusion, twiceIsTwoOfEverything) {
    Declared declared(std::string(kBase) +
                      "表单 测.两次@2031 {\n"
                      "    指标 长期 (long_term) { 包含 测.树目@2031 }\n"
                      "    指标 年度 (annual) { 包含 测.树目@2031 }\n"
                      "}\n"
                      "片段 测.树目@2031 {\n"
                      "    指标 产出 (output) { 数量 (quantity) : 计数 }\n"
                      "    列 依据 (basis) : 文本\n"
                      "}\n");
    const auto form = declared.form("测.两次");
    const ElementId first = form->find("长期.产出.数量");
    const ElementId second = form->find("年度.产出.数量");
    ASSERT_TRUE(first && second);
    EXPECT_NE(first, second);
    EXPECT_EQ((*form)[first].id, (*form)[second].id);
    EXPECT_EQ((*form)[form->find("长期.产出")].kind, ElementKind::category)
        << "a tree inside a tree is a category of it";
    EXPECT_EQ(form->path(second).zh, "年度·产出·数量");
    EXPECT_NE(form->column(first, "依据"), form->column(second, "依据"));
    EXPECT_EQ(names(*form, form->columnsOf(first)), "依据");
}

TEST(Inclusion, sumsPointAtTheCopies) {
    Declared declared(kBase);
    const auto form = declared.form("测.本");
    const ElementId table = form->find("收支");
    const auto& parts = (*form)[form->child(table, "合")].decompositions.at(0).parts;
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0].element, form->child(table, "甲"));
    EXPECT_EQ(parts[1].element, form->child(table, "乙"));
}

TEST(Inclusion, rulesComeAlongUnderTheirOwnCode) {
    Declared declared("");
    const auto form = declared.form("宁夏.部门项目支出预算绩效目标表");
    EXPECT_NE(ruleOf(*form, "B3:国家.成本不超预算"), nullptr);
}

}  // namespace
}  // namespace biao::definitions

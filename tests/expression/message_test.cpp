// The rules that the language was made for, end to end: what they say, where, and with which data.
#include <gtest/gtest.h>

#include "scene.h"

namespace biao {
namespace {

using test::Rows;
using test::Scene;
using Said = std::vector<std::string>;

constexpr const char* kCosts = R"(
    令 钱 = 成本指标.行 当 目标 是 金额 且 非 合计行
    上界(合计(钱.目标)) ≤ @预算
    位置 钱.目标
    参见 @预算
    否则 zh "成本合计 {合计(钱.目标)}（{钱.目标}），超出预算 {@预算}，差 {合计(钱.目标) - @预算}" en "costs add up to {合计(钱.目标)} ({钱.目标}), over the budget of {@预算} by {合计(钱.目标) - @预算}"
)";

Rows costs(const Scene& scene) {
    Rows rows = scene.rows();
    rows.add("预算", "预算", "23万元")
        .add("成本指标", "差旅费、培训费等", "≤3万元")
        .add("成本指标", "产业指导员补助", "11万元")
        .add("成本指标", "专干人员工资补助", "≤4万元")
        .add("成本指标", "误餐费标准", "50元/人")
        .add("成本指标", "驻村工作经费", "11万元")
        .add("成本指标", "成本总额", "29万元")
        .total();
    return rows;
}

TEST(RuleMessage, costsOverTheBudget) {
    const Scene scene(kCosts);
    EXPECT_EQ(scene.faults(), Said());
    const Rows rows = costs(scene);
    const auto findings = scene.run(rows);
    ASSERT_EQ(findings.size(), 1U);
    const Finding& one = findings[0];
    EXPECT_EQ(one.message.zh,
              "成本合计 29万元（3万元 + 11万元 + 4万元 + 11万元），超出预算 23万元，差 6万元");
    const auto wan = [&](int number) {
        const auto unit = std::get<UnitRef>(scene.units().read("万元"));
        return text(Quantity{number, unit}, Language::en);
    };
    EXPECT_EQ(one.message.en, "costs add up to " + wan(29) + " (" + wan(3) + " + " + wan(11) +
                                  " + " + wan(4) + " + " + wan(11) + "), over the budget of " +
                                  wan(23) + " by " + wan(6));
    EXPECT_EQ(one.code, "B3:测.甲");
    EXPECT_EQ(one.severity, Severity::error);
    EXPECT_EQ(one.span.begin, 210U) << "the first of the cells that 位置 names";
    Said related;
    for (const Related& place : one.related)
        related.push_back(std::to_string(place.span.begin) + " " + place.message.zh);
    EXPECT_EQ(related, Said({"310 产业指导员补助 11万元", "410 专干人员工资补助 ≤4万元",
                             "610 驻村工作经费 11万元", "110 预算 23万元"}));
    Said arguments;
    for (const Argument& argument : one.arguments)
        arguments.push_back(argument.name + "=" + argument.value.zh);
    EXPECT_EQ(arguments, Said({"合计(钱.目标)=29万元", "钱.目标=3万元 + 11万元 + 4万元 + 11万元",
                               "@预算=23万元", "合计(钱.目标) - @预算=6万元", "difference=6万元"}));
}

TEST(RuleMessage, silentWhereItHoldsOrCannotBeKnown) {
    const Scene scene(kCosts);
    const auto with = [&](const char* budget, const char* cost) {
        Rows rows = scene.rows();
        rows.add("预算", "预算", budget).add("成本指标", "甲", "20万元");
        rows.add("成本指标", "乙", cost);
        return scene.said(rows).size();
    };
    EXPECT_EQ(with("23万元", "≤4万元"), 1U);
    EXPECT_EQ(with("23万元", "≤3万元"), 0U);
    EXPECT_EQ(with("23万元", "≥4万元"), 0U) << "no upper end";
    EXPECT_EQ(with("23万元", "40000元"), 1U);
    EXPECT_EQ(with("23万元", "?"), 0U);
    EXPECT_EQ(with("23万元", "!"), 0U) << "not understood: it may be money";
    EXPECT_EQ(with("23万元", ""), 0U);
    EXPECT_EQ(with("23万元", "/"), 0U);
    EXPECT_EQ(with("23万元", "按实结算"), 0U) << "words are no money";
    EXPECT_EQ(with("19万元", ""), 1U);
    EXPECT_EQ(with("", "≤4万元"), 0U);
    EXPECT_EQ(with("?", "≤4万元"), 0U);
}

TEST(RuleMessage, aTableAddsUp) {
    const Scene scene(R"(
        令 t = 任务.行 当 非 合计行
        合计(t.总额) = @预算
        否则 zh "{计数(t)} 项任务 {t} 共 {合计(t.总额)}，预算 {@预算}，差 {绝对值(合计(t.总额) - @预算)}"
    )");
    Rows rows = scene.rows();
    rows.add("预算", "预算", "100万元")
        .add("任务", "运行", "", {{"总额", "60万元"}})
        .add("任务", "修缮", "", {{"总额", "300000元"}})
        .add("任务", "宣传", "", {{"总额", ""}})
        .add("任务", "合计", "", {{"总额", "90万元"}})
        .total();
    const auto findings = scene.run(rows);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].message.zh,
              "3 项任务 运行、修缮、宣传 共 90万元，预算 100万元，差 10万元");
    EXPECT_TRUE(findings[0].message.en.starts_with("3 项任务 运行, 修缮, 宣传 共 90 "))
        << "one text for both languages, each with its own units";
    EXPECT_EQ(findings[0].span.begin, 220U) << "the first cell of the sum";
    EXPECT_EQ(findings[0].related.size(), 0U);
    EXPECT_EQ(findings[0].arguments.back().value.zh, "-10万元");
}

TEST(RuleMessage, aFindingForEachRow) {
    const Scene scene(R"(
        对 r 于 产出指标.行 当 名 匹配 "*率" 且 有值(目标)
        r.目标 是 比率
        位置 r
        否则 zh "“{名}”应是比率，写的是 {目标}" en "`{r.name}` should be a ratio, not {r.target}"
    )");
    Rows rows = scene.rows();
    rows.add("质量指标", "知晓率", "≥90%")
        .add("质量指标", "合格率", "≥90人")
        .add("质量指标", "到位率", "及时")
        .add("质量指标", "及时率", "")
        .add("质量指标", "完成率", "!")
        .add("质量指标", "人数", "5人");
    EXPECT_EQ(scene.said(rows),
              Said({"“合格率”应是比率，写的是 ≥90人", "“到位率”应是比率，写的是 及时"}));
    EXPECT_EQ(scene.said(rows, Language::en)[0], "`合格率` should be a ratio, not ≥90人");
    const auto findings = scene.run(rows);
    EXPECT_EQ(findings[0].span.begin, 200U);
    EXPECT_EQ(findings[0].group, "产出指标");
}

TEST(RuleMessage, roundedNumbersAreMarked) {
    const Scene scene(R"(
        平均(任务.总额) ≥ @预算
        否则 zh "{平均(任务.总额)} {建立} {最大(任务.总额)} {预算 ÷ 3}"
    )");
    Rows rows = scene.rows();
    rows.add("预算", "预算", "5万元").add("建立", "建立", "否");
    for (const char* total : {"1万元", "2万元", "1万元"})
        rows.add("任务", "甲", "", {{"总额", total}});
    EXPECT_EQ(scene.said(rows), Said({"≈1.33333万元 否 2万元 ≈1.66667万元"}));
}

}  // namespace
}  // namespace biao

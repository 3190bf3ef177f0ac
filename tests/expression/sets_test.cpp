// Groups, neighbours, the columns of a table, several kinds of cells together, a row that is first.
#include <gtest/gtest.h>

#include "scene.h"

namespace biao {
namespace {

using test::Rows;
using test::Scene;
using Said = std::vector<std::string>;

Said said(const std::string& body, const std::function<void(Rows&)>& fill) {
    const Scene scene(body);
    EXPECT_EQ(scene.faults(), Said());
    Rows rows = scene.rows();
    fill(rows);
    return scene.said(rows);
}

TEST(Groups, rowsThatShareAKey) {
    const std::string rule =
        "对 g 于 分组(行, 名)\n计数(g) = 1\n位置 末(g)\n参见 首(g)\n"
        "否则 zh \"{末(g)}共{计数(g)}行\"";
    const auto fill = [](Rows& rows) {
        rows.add("数量指标", "甲", "1亩")
            .add("质量指标", "乙", "90%")
            .add("成本指标", "甲", "3万元");
        rows.add("长期数量", "乙", "3人").add("长期数量", "丙", "3人").add("任务", "丙", "");
    };
    EXPECT_EQ(said(rule, fill), Said({"甲共2行", "乙共2行"}));
    const Scene scene(rule);
    Rows rows = scene.rows();
    fill(rows);
    const auto findings = scene.run(rows);
    EXPECT_EQ(findings[0].span.begin, 300U) << "the last of them";
    ASSERT_EQ(findings[0].related.size(), 1U);
    EXPECT_EQ(findings[0].related[0].span.begin, 100U) << "the first";
}

TEST(Cells, oneAfterTheOther) {
    const std::string rule =
        "对 c 于 [说明文字, 生态指标.行.名, 数量指标.行.名]\n非 含(c, \"自填\")\n位置 c\n否则 zh "
        "\"{c}\"";
    EXPECT_EQ(said(rule,
                   [](Rows& rows) {
                       rows.add("生态指标", "单位自填", "").add("生态指标", "乙", "");
                       rows.add("说明文字", "说明文字", "").add("数量指标", "请自填", "3亩");
                   }),
              Said({"单位自填", "请自填"}));
}

TEST(Groups, byMoreThanOneKey) {
    const std::string rule = "对 g 于 分组(行, 一级, 名)\n计数(g) = 1\n否则 zh \"{末(g)}\"";
    EXPECT_EQ(said(rule,
                   [](Rows& rows) {
                       rows.add("数量指标", "甲", "1亩").add("长期数量", "甲", "3人");
                       rows.add("数量指标", "乙", "1亩").add("成本指标", "乙", "3万元");
                   }),
              Said({"乙"}));
}

TEST(Groups, whatIsAddedUpInEach) {
    const std::string rule =
        "对 g 于 分组(任务.行, 季节)\n合计(g.总额) ≤ 10万元\n否则 zh \"{首(g)}：{g.总额}\"";
    EXPECT_EQ(said(rule,
                   [](Rows& rows) {
                       rows.add("任务", "甲", "", {{"总额", "6万元"}, {"季节", "春"}});
                       rows.add("任务", "乙", "", {{"总额", "9万元"}, {"季节", "夏"}});
                       rows.add("任务", "丙", "", {{"总额", "5万元"}, {"季节", "春"}});
                       rows.add("任务", "丁", "", {{"总额", "50万元"}, {"季节", ""}});
                   }),
              Said({"甲：6万元 + 5万元"}))
        << "a row without a key is in no group";
}

TEST(Groups, anUnreadableKeyMayBeInAnyGroup) {
    const auto fill = [](Rows& rows) {
        rows.add("任务", "甲", "", {{"总额", "6万元"}, {"季节", "春"}});
        rows.add("任务", "乙", "", {{"总额", "9万元"}, {"季节", "!"}});
    };
    EXPECT_EQ(said("对 g 于 分组(任务.行, 季节)\n合计(g.总额) ≥ 10万元\n否则 zh \"少\"", fill),
              Said());
}

TEST(Neighbours, rows) {
    const std::string rule =
        "对 a, b 于 相邻(任务.行)\na.总额 ≤ b.总额\n位置 b.总额\n否则 zh "
        "\"{b}{b.总额}少于{a}{a.总额}\"";
    EXPECT_EQ(said(rule,
                   [](Rows& rows) {
                       rows.add("任务", "一季", "", {{"总额", "1万元"}});
                       rows.add("任务", "二季", "", {{"总额", "5万元"}});
                       rows.add("任务", "三季", "", {{"总额", "4万元"}});
                       rows.add("任务", "四季", "", {{"总额", ""}});
                   }),
              Said({"三季4万元少于二季5万元"}));
}

TEST(Neighbours, cellsOfALineLeaveBlanksOut) {
    const std::string rule =
        "对 a, b 于 相邻(收入.列)\na ≤ b\n位置 b\n否则 zh \"先{a}后{b}，止于{末(收入.列)}\"";
    EXPECT_EQ(said(rule,
                   [](Rows& rows) {
                       rows.add("收入", "收入", "", {{"本年", "5万元"}, {"上年", "4万元"}});
                   }),
              Said({"先5万元后4万元，止于4万元"}));
    EXPECT_EQ(said(rule,
                   [](Rows& rows) {
                       rows.add("收入", "收入", "", {{"上年", "4万元"}});
                   }),
              Said());
}

TEST(Columns, oneAfterTheOther) {
    const std::string rule =
        "对 c 于 收支.列(金额)\n收入[c] = 支出[c]\n否则 zh \"{c}：{收入[c]}、{支出[c]}\"";
    EXPECT_EQ(said(rule,
                   [](Rows& rows) {
                       rows.add("收入", "收入", "", {{"本年", "5万元"}, {"上年", "4万元"}});
                       rows.add("支出", "支出", "", {{"本年", "5万元"}, {"上年", "3万元"}});
                   }),
              Said({"上年：4万元、3万元"}));
}

TEST(Joined, cellsOfSeveralKindsOfRows) {
    const Scene fault("令 花 = [成本指标.行.目标, 任务.总额]\n合计(花) ≤ 9万元\n否则 zh \"\"");
    EXPECT_EQ(fault.faults().size(), 1U) << "the costs may be prices: to be narrowed first";
    const std::string narrowed =
        "令 钱 = 成本指标.行 当 目标 是 金额\n令 花 = [钱.目标, 任务.总额, 预算]\n"
        "上界(合计(花)) ≤ 9万元\n位置 花\n否则 zh \"{花}\"";
    EXPECT_EQ(
        said(narrowed,
             [](Rows& rows) {
                 rows.add("成本指标", "甲", "≤3万元").add("任务", "乙", "", {{"总额", "4万元"}});
                 rows.add("预算", "预算", "5万元");
             }),
        Said({"3万元 + 4万元 + 5万元"}));
}

TEST(Unsettled, isSaidWhereARuleAsksForIt) {
    const std::string rule = "@预算 ≥ 9万元\n未定 提示 zh \"还不知道预算\"\n否则 zh \"预算不足\"";
    EXPECT_EQ(said(rule, [](Rows& rows) { rows.add("预算", "预算", "?"); }),
              Said({"还不知道预算"}));
    EXPECT_EQ(said(rule, [](Rows& rows) { rows.add("预算", "预算", "8万元"); }),
              Said({"预算不足"}));
    EXPECT_EQ(said(rule, [](Rows& rows) { rows.add("预算", "预算", "9万元"); }), Said());
}

TEST(Fix, writesWhatTheRuleSays) {
    const Scene scene(
        "对 r 于 成本指标.行\nr.目标.算符 ≠ \"\"\n位置 r.目标\n改为 \"≤{r.目标.原文}\"\n否则 zh "
        "\"无算符\"");
    ASSERT_EQ(scene.faults(), Said());
    Rows rows = scene.rows();
    rows.add("成本指标", "甲", "3万元");
    const auto findings = scene.run(rows);
    ASSERT_EQ(findings.size(), 1U);
    ASSERT_EQ(findings[0].fixes.size(), 1U);
    EXPECT_EQ(findings[0].fixes[0].edits[0].text, "≤3万元");
    EXPECT_FALSE(findings[0].fixes[0].certain);
}

TEST(Fix, isCertainWhereTheRuleSaysSo) {
    const auto rule = [](const std::string& fix) {
        return "对 r 于 成本指标.行\nr.目标.算符 ≠ \"\"\n位置 r.目标\n改为 " + fix +
               "\n否则 zh \"坏\"";
    };
    for (const std::string word : {"必定", "certain"}) {
        const Scene scene(rule(word + " \"≤{r.目标.原文}\""));
        ASSERT_EQ(scene.faults(), Said());
        Rows rows = scene.rows();
        rows.add("成本指标", "甲", "3万元");
        const auto findings = scene.run(rows);
        ASSERT_EQ(findings.size(), 1U);
        EXPECT_TRUE(findings[0].fixes[0].certain);
    }
    EXPECT_EQ(Scene(rule("zh \"≤\" en \"≤\"")).faults().size(), 1U);
    EXPECT_EQ(Scene(rule("必定 \"≤\" 必定 \"≥\"")).faults().size(), 1U);
}

TEST(Fix, isTheFirstWhoseConditionHolds) {
    const Scene scene(
        "对 r 于 成本指标.行 当 目标 是 金额\nr.目标.算符 ≠ \"\"\n位置 r.目标\n"
        "改为 \"≤3万元\" 当 r.目标 > 3万元\n改为 必定 \"={r.目标.原文}\" 当 r.目标 = 3万元\n"
        "改为 \"空\" 当 r.目标 > 2万元\n改为 \"?\" 当 r.目标 > 首(任务).总额\n否则 zh \"无算符\"");
    ASSERT_EQ(scene.faults(), Said());
    Rows rows = scene.rows();
    rows.add("成本指标", "甲", "4万元").add("成本指标", "乙", "3万元");
    rows.add("成本指标", "丙", "1万元");
    const auto findings = scene.run(rows);
    ASSERT_EQ(findings.size(), 3U);
    ASSERT_EQ(findings[0].fixes.size(), 1U);
    EXPECT_EQ(findings[0].fixes[0].edits[0].text, "≤3万元");
    EXPECT_FALSE(findings[0].fixes[0].certain);
    ASSERT_EQ(findings[1].fixes.size(), 1U);
    EXPECT_EQ(findings[1].fixes[0].edits[0].text, "=3万元");
    EXPECT_TRUE(findings[1].fixes[0].certain);
    EXPECT_TRUE(findings[2].fixes.empty()) << "no condition holds, one cannot be judged";
}

TEST(Fix, isWrittenWholeAndOnlyWhereSomethingStands) {
    const std::string rule =
        "对 r 于 成本指标.行\n非 有值(r.名)\n位置 r.目标\n改为 \"{r.名}\"\n否则 zh \"{r.名}\"";
    const Scene scene(rule);
    ASSERT_EQ(scene.faults(), Said());
    std::string name;
    for (int i = 0; i < 200; ++i)
        name += "甲乙丙丁";
    Rows rows = scene.rows();
    rows.add("成本指标", name, "3万元").add("成本指标", "戊", "");
    const auto findings = scene.run(rows);
    ASSERT_EQ(findings.size(), 2U);
    ASSERT_EQ(findings[0].fixes.size(), 1U);
    EXPECT_EQ(findings[0].fixes[0].edits[0].text, name);
    EXPECT_LT(findings[0].message.zh.size(), name.size());
    EXPECT_TRUE(findings[1].fixes.empty());
}

TEST(SetFaults, areSaidInTheForm) {
    const auto faults = [](const std::string& body) {
        return Scene(body + "\n否则 zh \"坏\"").faults();
    };
    EXPECT_EQ(faults("分组(行, 名) = 1").size(), 1U);
    EXPECT_EQ(faults("对 a 于 相邻(任务.行)\na.总额 ≥ 0").size(), 1U);
    EXPECT_EQ(faults("对 c 于 产出指标.列\n收入[c] ≥ 0").size(), 1U);
    EXPECT_EQ(faults("对 c 于 收支.列\n预算[1] ≥ 0").size(), 1U);
    EXPECT_EQ(faults("对 g 于 分组(行, 目标)\n计数(g) = 1").size(), 1U);
    EXPECT_EQ(faults("对 g 于 分组(任务.行, 总额)\n计数(g) = 1").size(), 1U);
}

}  // namespace
}  // namespace biao

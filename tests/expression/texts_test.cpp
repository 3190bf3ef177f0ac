// Functions over words, two amounts that should agree, and what a name promises.
#include <gtest/gtest.h>

#include "scene.h"

namespace biao {
namespace {

using test::Rows;
using test::Scene;
using Said = std::vector<std::string>;
using Fill = std::function<void(Rows&)>;

const std::string kNames = R"(
    名称 "*率" : 比率, 上限 100%, 方向 越大越好
    名称 "*{增长率,增幅}" : 比率, 无上限
    名称 "*逾期率" : 比率, 方向 越小越好, 算符 ≤
    名称 "*功率" : 任意
    名称 "*人口" : 人数
    名称 "*收入*" , 归类 [质量指标, 长期指标]
    名称 "*成本*" , 归类 没有这一类
    名称 "*补种*" , 归类 生态指标
    名称 "*人均*" , 每 人
    名称 "*年均*" , 每 年
    名称 "*（{单位}）"
    名称 "*每年*每人*最高*{上限}*" , 单位 元, 每 [人, 年]
    名称 "*不低于{下限}*"
    归一 { 去 "指标{数字}："; "、" → "，" }
    词表 占位 { "是/否*"; "*XX*" }
)";

Said said(const std::string& body, const Fill& fill) {
    const Scene scene(body, kNames);
    EXPECT_EQ(scene.faults(), Said()) << body;
    Rows rows = scene.rows();
    fill(rows);
    return scene.said(rows);
}

/// What `{asked}` prints for one row.
std::string printed(const std::string& asked, const std::string& element, const std::string& name,
                    const std::string& target = "") {
    const Said all = said("对 r 于 " + element + ".行\n非 有值(r.名)\n否则 zh \"{" + asked + "}\"",
                          [&](Rows& rows) { rows.add(element, name, target); });
    return all.empty() ? "(nothing)" : all.front();
}

TEST(Promise, theLongestLiteralWins) {
    EXPECT_EQ(printed("r.名义.种类", "生态指标", "知晓率"), "比率");
    EXPECT_EQ(printed("r.名义.上限", "生态指标", "知晓率"), "100%");
    EXPECT_EQ(printed("r.名义.上限", "生态指标", "收入增长率"), "空") << "a kind of its own";
    EXPECT_EQ(printed("r.名义.方向", "生态指标", "收入增长率"), "越大越好") << "what it leaves";
    EXPECT_EQ(printed("r.名义.方向", "生态指标", "贷款逾期率"), "越小越好");
    EXPECT_EQ(printed("r.名义.算符", "生态指标", "贷款逾期率"), "≤");
    EXPECT_EQ(printed("r.名义.种类", "生态指标", "水泵功率"), "任意");
    EXPECT_EQ(printed("r.名义.词", "生态指标", "知晓率"), "率");
    EXPECT_EQ(printed("r.名义.种类", "生态指标", "植树"), "空");
    EXPECT_EQ(printed("r.名义.种类", "生态指标", "指标1： 知 晓 率"), "比率")
        << "blanks, numbering";
}

TEST(Promise, kindsAreHeldAgainstTheValue) {
    const std::string rule = "对 r 于 行\nr.目标 是 r.名义.种类\n否则 zh \"{r}{r.目标}\"";
    EXPECT_EQ(
        said(rule,
             [](Rows& rows) {
                 rows.add("生态指标", "知晓率", "有效提高").add("生态指标", "知晓率", "≥90%");
                 rows.add("生态指标", "脱贫人口", "2000户").add("生态指标", "脱贫人口", "20人");
                 rows.add("生态指标", "植树", "有效提高").add("生态指标", "水泵功率", "3人");
                 rows.add("生态指标", "知晓率", "").add("生态指标", "知晓率", "!");
                 rows.add("生态指标", "知晓率", "0");
                 rows.add("生态指标", "采购量（台）", "9万元")
                     .add("生态指标", "采购量（台）", "9台");
             }),
        Said({"知晓率有效提高", "脱贫人口2000户", "采购量（台）9万元"}));
}

TEST(Promise, whatANameItselfStates) {
    EXPECT_EQ(printed("r.名义.上限", "生态指标", "补助每年（每人最高补助 5000）"), "5000元/人/年");
    EXPECT_EQ(printed("r.名义.上限", "生态指标", "补助每年（每人最高补助 0.5万元）"),
              "0.5万元/人/年");
    EXPECT_EQ(printed("r.名义.下限", "生态指标", "绿化率不低于30%"), "30%");
    const std::string rule =
        "对 r 于 行\n当 r.目标 是 数量 且 有值(r.名义.上限)\n上界(r.目标) ≤ r.名义.上限\n"
        "否则 zh \"{r.目标}折合{折合(上界(r.目标), r.名义.上限)}\"";
    const std::string name = "补助每年每人最高5000元";
    EXPECT_EQ(
        said(rule,
             [&](Rows& rows) {
                 rows.add("生态指标", name, "500元/人/月").add("生态指标", name, "≤400元/人/月");
                 rows.add("生态指标", name, "9000元").add("生态指标", name, "≥500元/人/月");
             }),
        Said({"500元/人/月折合6000元/人/年"}))
        << "what cannot be compared, or has no upper end, is not";
}

TEST(Promise, denominatorsAndPlaces) {
    EXPECT_EQ(printed("r.名义.缺每", "生态指标", "年均人均收益", "4000元"), "/人/年");
    EXPECT_EQ(printed("r.名义.缺每", "生态指标", "年均人均收益", "4000元/人"), "/年");
    EXPECT_EQ(printed("r.名义.缺每", "生态指标", "年均人均收益", "400元/人/月"), "空");
    EXPECT_EQ(printed("r.名义.缺每", "生态指标", "收益", "4000元"), "空");
    const std::string rule = "对 r 于 行\nr.名义.归位\n否则 zh \"{r}→{r.名义.归类}\"";
    EXPECT_EQ(said(rule,
                   [](Rows& rows) {
                       rows.add("生态指标", "居民收入", "").add("质量指标", "居民收入", "");
                       rows.add("长期数量", "居民收入", "").add("生态指标", "成本", "");
                       rows.add("生态指标", "植树", "");
                   }),
              Said({"居民收入→质量指标"}))
        << "any of the places will do; of a category the form lacks nothing is said";
}

TEST(Slip, oneSlipOfTheHand) {
    const auto slip = [](const std::string& found, const std::string& wanted) {
        const Said all =
            said("为空(笔误(合计(任务.总额), @预算))\n否则 zh \"{笔误(合计(任务.总额), @预算)}\"",
                 [&](Rows& rows) {
                     rows.add("预算", "预算", wanted);
                     rows.add("任务", "甲", "", {{"总额", found}});
                 });
        return all.empty() ? "" : all.front();
    };
    EXPECT_EQ(slip("659004元", "6.5904万元"), "多写了一个数字");
    EXPECT_EQ(slip("6590元", "6.5904万元"), "少写了一个数字");
    EXPECT_EQ(slip("69504元", "6.5904万元"), "有两个数字颠倒了");
    EXPECT_EQ(slip("65804元", "6.5904万元"), "只有一个数字不同");
    EXPECT_EQ(slip("65.904万元", "6.5904万元"), "大到10倍（单位或小数点写错了）");
    EXPECT_EQ(slip("23元", "23万元"), "小到10000分之一（单位或小数点写错了）");
    // as many by chance
    EXPECT_EQ(slip("10万元", "100万元"), "");
    EXPECT_EQ(slip("5万元", "5亿元"), "");
    EXPECT_EQ(slip("110万元", "100万元"), "");
    EXPECT_EQ(slip("6.5904万元", "65904元"), "");
    EXPECT_EQ(slip("29万元", "23万元"), "");
    EXPECT_EQ(slip("", "23万元"), "");
}

TEST(Texts, lengthsQuantitiesLikeness) {
    EXPECT_EQ(printed("字数(r.名)", "生态指标", "种 树，一行"), "5");
    EXPECT_EQ(printed("计数(取量(r.名))", "生态指标", "开办三期培训，共120人"), "2");
    EXPECT_EQ(printed("计数(取量(r.名))", "生态指标", "2031年底完成"), "1");
    EXPECT_EQ(printed("计数(取量(r.名))", "生态指标", "进一步做好十四五规划"), "0");
    EXPECT_EQ(printed("合计(取量(r.名))", "生态指标", "3公里和500米"), "3.5公里");
    EXPECT_EQ(printed("归一(r.名)", "生态指标", "指标2：甲、乙"), "甲,乙");
    EXPECT_EQ(printed("相似(r.名, 归一(r.名))", "生态指标", "路灯 安装"), "1");
    EXPECT_EQ(printed("相似(r.名, r.类)", "生态指标", "生态指数"), "≈0.666667");
    EXPECT_EQ(printed("相似(r.名, r.类)", "生态指标", "桥梁"), "0");
    EXPECT_EQ(printed("最像(r.名, 行.名)", "生态指标", "路灯安装"), "路灯安装");
}

TEST(Texts, sentencesAndWordsThatStandTwice) {
    const auto repeated = [](const std::string& text) {
        return printed("重句(r.名)", "生态指标", text);
    };
    EXPECT_EQ(repeated("1.支持产业；2.改善村容；3.支持产业"), "支持产业");
    EXPECT_EQ(repeated("一是支持产业。（二）支持 产业！"), "支持产业") << "numbers, blanks";
    EXPECT_EQ(repeated("新建3.5公里。新建5公里。"), "") << "a number of its own";
    EXPECT_EQ(repeated("甲。甲。"), "") << "too short to mean anything";
    EXPECT_EQ(printed("计数(重句(r.名, r.类))", "生态指标", "一、生态指标。二、经济指标。"), "1");
    EXPECT_EQ(printed("去重(r.名)", "生态指标", "2、支持产业；1、支持产业；3、改善"),
              "支持产业\n改善");
    EXPECT_EQ(printed("叠词(r.名)", "生态指标", "环境改善程度程度"), "程度");
    EXPECT_EQ(printed("叠词(r.名)", "生态指标", "一个一个走访，20202020，逐村逐户"), "空");
}

TEST(Texts, yearsAndDigits) {
    EXPECT_EQ(printed("最大(年份(r.名))", "生态指标", "甲财农[2020]133号下达2021年资金"), "2021");
    EXPECT_EQ(printed("最小(年份(r.名))", "生态指标", "2021—2023年治理"), "2021");
    EXPECT_EQ(printed("最小(年份(r.名))", "生态指标", "２０２１年至2023年度"), "2021");
    EXPECT_EQ(printed("计数(年份(r.名))", "生态指标", "惠及2021人、12021年"), "0");
    EXPECT_EQ(printed("数字(r.名, 7, 8)", "生态指标", "130636210CY5"), "21");
    EXPECT_EQ(printed("数字(r.名, 7, 10)", "生态指标", "130636210CY5"), "空") << "a letter";
    EXPECT_EQ(printed("数字(r.名, 7, 8)", "生态指标", "1306362"), "空") << "too short";
    EXPECT_EQ(printed("数字(r.名, 8, 7)", "生态指标", "130636210"), "空") << "backwards";
}

TEST(Texts, oneForAnother) {
    const auto replaced = [](const std::string& call, const std::string& name) {
        return printed(call, "生态指标", name, "好");
    };
    EXPECT_EQ(replaced("替换(r.名, r.类, r.目标)", "生态指标甲生态指标"), "好甲好");
    EXPECT_EQ(replaced("替换(r.名, r.类, r.目标)", "甲"), "甲") << "not there";
    EXPECT_EQ(replaced("替换(r.名, r.类, r.名)", "生态指标"), "生态指标") << "itself";
    const auto faults = [](const std::string& call) {
        return Scene("对 r 于 行\n" + call + " = r.名\n否则 zh \"坏\"").faults().size();
    };
    EXPECT_EQ(faults("替换(r.名, r.类)"), 1U);
    EXPECT_EQ(faults("替换(r.名, r.类, \"\")"), 0U);
    EXPECT_EQ(faults("替换(r.名, \"\", r.类)"), 0U);
}

TEST(Texts, theNearestOfMany) {
    const std::string rule =
        "对 r 于 长期指标.行\n有值(最像(r.名, 产出指标.行.名))\n否则 zh \"{r}在产出里没有\"";
    EXPECT_EQ(said(rule,
                   [](Rows& rows) {
                       rows.add("数量指标", "安装路灯盏数", "").add("数量指标", "桥", "");
                       rows.add("长期数量", "路灯安装盏数", "").add("长期数量", "植树面积", "");
                   }),
              Said({"植树面积在产出里没有"}));
}

TEST(Texts, listsOfWords) {
    const std::string rule = "对 r 于 行\n非 r.目标 匹配 占位\n否则 zh \"{r.目标}\"";
    EXPECT_EQ(said(rule,
                   [](Rows& rows) {
                       rows.add("生态指标", "甲", "是/否").add("生态指标", "乙", "达到XX亩");
                       rows.add("生态指标", "丙", "是").add("生态指标", "丁", "显著提升");
                   }),
              Said({"是/否", "达到XX亩"}));
    EXPECT_EQ(Scene("建立 匹配 占味\n否则 zh \"\"", kNames).faults(),
              Said({"占味 | B901 | 词表中没有“占味”，是不是“占位”？"}));
}

TEST(Clauses, writtenTwice) {
    const std::string rule =
        "对 r 于 行\n为空(写过(r.目标, 行.目标))\n位置 r.目标\n参见 写过(r.目标, 行.目标)\n"
        "否则 zh \"{r}：{写过(r.目标, 行.目标)}\"";
    const auto fill = [](Rows& rows) {
        rows.add("生态指标", "甲", "宣传2次；档案规整率达100%。");
        rows.add("生态指标", "乙", "覆盖率达95%，档案规整率达 100%");
        rows.add("生态指标", "丙", "走访、慰问9户").add("生态指标", "丁", "90%");
        rows.add("生态指标", "戊", "").add("生态指标", "己", "!").add("生态指标", "庚", "90%");
        rows.add("生态指标", "辛", "植树，植树");
    };
    EXPECT_EQ(said(rule, fill), Said({"乙：档案规整率达100%"}));
    const Scene scene(rule, kNames);
    Rows rows = scene.rows();
    fill(rows);
    const auto findings = scene.run(rows);
    ASSERT_EQ(findings.size(), 1U);
    ASSERT_EQ(findings[0].related.size(), 1U);
    EXPECT_EQ(findings[0].related[0].span.begin, 110U) << "the first that holds it";
}

TEST(Clauses, whatCanBeHeldAgainstWhat) {
    const auto comparable = [](const std::string& target, const std::string& other) {
        return said(
            "对 r 于 生态指标.行\n令 另 = 首(长期指标.行)\n可比(r.目标, 另.目标)\n"
            "未定 \"未定\"\n否则 zh \"不可比\"",
            [&](Rows& rows) { rows.add("生态指标", "甲", target).add("长期数量", "乙", other); });
    };
    const Said no{"不可比"};
    const Said open{"未定"};
    EXPECT_EQ(comparable("≥39个", "39座"), Said());
    EXPECT_EQ(comparable("≥39个", "100%"), no);
    EXPECT_EQ(comparable("3公里", "3000米"), Said());
    EXPECT_EQ(comparable("0", "3人"), Said());
    EXPECT_EQ(comparable("9户", "9人"), no);
    EXPECT_EQ(comparable("达标", "100%"), no);
    EXPECT_EQ(comparable("达标", "都达标"), Said());
    EXPECT_EQ(comparable("宣传2次，档案规整率达100%", "100%"), no);
    EXPECT_EQ(comparable("就业率达95%", "100%"), Said());
    EXPECT_EQ(comparable("做好八项衔接", "100%"), no) << "in Chinese numerals";
    EXPECT_EQ(comparable("做好八项衔接", "8项"), Said());
    EXPECT_EQ(comparable("≥39个", ""), open);
    EXPECT_EQ(comparable("!", "100%"), open);
}

TEST(Pairing, aPriceWithTheRowThatSaysHowMany) {
    const std::string rule =
        "令 价 = 成本指标.行 当 目标 是 单价\n令 量 = 数量指标.行 当 目标 是 计数\n"
        "下界(合计(配对(价, 量))) ≤ @预算\n位置 配对(价, 量)\n"
        "否则 zh \"{配对(价, 量)}，未配对：{未配对(价, 量)}\"";
    const auto with = [&](const std::vector<std::pair<std::string, std::string>>& counts,
                          const std::vector<std::pair<std::string, std::string>>& prices) {
        return said(rule, [&](Rows& rows) {
            rows.add("预算", "预算", "1元");
            for (const auto& [name, value] : counts)
                rows.add("数量指标", name, value);
            for (const auto& [name, value] : prices)
                rows.add("成本指标", name, value);
        });
    };
    EXPECT_EQ(
        with({{"资助子女数", "≥1140人"}, {"户", "30户"}}, {{"子女资助标准", "≥3000元/人/年"}}),
        Said({"1140人 × 3000元/人/年 × 1年 = 342万元，未配对："}));
    EXPECT_EQ(with({{"专干", "5人"}}, {{"专干工资", "800元/人/月"}}),
              Said({"5人 × 800元/人/月 × 12月 = 4.8万元，未配对："}));
    EXPECT_EQ(with({{"资助子女数", "40人"}}, {{"子女人均资助", "3000元"}}), Said()) << "no price";
    EXPECT_EQ(with({{"资助子女数", "40人"}}, {{"子女人均资助", "3000元/年"}}),
              Said({"40人 × 3000元/年 × 1年 = 12万元，未配对："}))
        << "per person by its name";
    EXPECT_EQ(with({{"资助子女数", "40人"}, {"资助学生数", "20人"}}, {{"资助标准", "3000元/人"}}),
              Said())
        << "either may be meant";
    EXPECT_EQ(with({{"培训", "40人"}}, {{"资助标准", "3000元/人"}}), Said()) << "no word in common";
    EXPECT_EQ(with({}, {{"工作成本", "100万元/年"}, {"补助", "9元/户"}}),
              Said({"100万元/年 × 1年 = 100万元，未配对：补助"}));
    EXPECT_EQ(with({{"资助子女数", "≤40人"}}, {{"子女资助标准", "3000元/人"}}), Said())
        << "no lower end";
}

TEST(TextFaults, areSaidInTheForm) {
    const auto faults = [](const std::string& body) {
        return Scene(body + "\n否则 zh \"坏\"", kNames).faults();
    };
    EXPECT_EQ(faults("对 r 于 行\nr.名义.上线 ≥ 0").size(), 1U);
    EXPECT_EQ(faults("行.名义 = 1").size(), 1U) << "asked of one row";
    EXPECT_EQ(faults("为空(笔误(@预算, 年度))").size(), 1U);
    EXPECT_EQ(faults("为空(笔误(@预算, 3人))").size(), 1U);
    EXPECT_EQ(faults("字数(任务.总额) = 1").size(), 1U);
    EXPECT_EQ(faults("对 r 于 任务.行\n有值(最像(说明文字, 任务.行 当 总额 ≥ r.总额))").size(), 1U);
}

}  // namespace
}  // namespace biao

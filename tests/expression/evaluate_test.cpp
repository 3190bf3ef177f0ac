// What conditions come to over cells in every state.
#include <gtest/gtest.h>

#include <functional>
#include <ostream>

#include "scene.h"

namespace biao {
namespace {

using test::Rows;
using test::Scene;

/// "fails", or "silent": whether it holds or is undetermined shows in the negation.
enum class Answer { holds, fails, undetermined };
std::ostream& operator<<(std::ostream& out, Answer answer) {
    return out << (answer == Answer::holds   ? "holds"
                   : answer == Answer::fails ? "fails"
                                             : "undetermined");
}

using Fill = std::function<void(Rows&)>;

Answer ask(const std::string& condition, const Fill& fill, const std::string& before = "") {
    const auto fails = [&](const std::string& asked) {
        const Scene scene(before + "\n" + asked + "\n否则 zh \"坏\"");
        Rows rows = scene.rows();
        fill(rows);
        return !scene.said(rows).empty();
    };
    if (fails(condition)) return Answer::fails;
    return fails("非 (" + condition + ")") ? Answer::holds : Answer::undetermined;
}

constexpr Answer kHolds = Answer::holds;
constexpr Answer kFails = Answer::fails;
constexpr Answer kOpen = Answer::undetermined;

Fill totals(std::vector<std::string> cells) {
    return [cells](Rows& rows) {
        rows.add("预算", "预算", "10万元");
        for (const std::string& cell : cells)
            rows.add("任务", "甲", "", {{"总额", cell}});
    };
}

TEST(Evaluate, rowsKnowTheirCategories) {
    const Fill fill = [](Rows& rows) {
        rows.add("数量指标", "路", "2公里").add("长期数量", "桥", "3座").add("任务", "甲", "");
    };
    EXPECT_EQ(ask("全部(产出指标.行, 类 = \"数量指标\" 且 一级 = \"产出指标\")", fill), kHolds);
    EXPECT_EQ(
        ask("全部(对 r 于 长期指标 当 r.top = \"长期指标\" 且 r.category = \"长期数量\")", fill),
        kHolds);
    EXPECT_EQ(ask("全部(任务, 类 = \"任务\")", fill), kOpen) << "no row of a tree: blank";
    EXPECT_EQ(ask("全部(长期指标, 类 属于 [\"数量指标\", \"质量指标\"])", fill), kFails);
}

TEST(Evaluate, rowsThatShareSeveralKeys) {
    const std::string each = "对 r 于 任务\n令 s = 产出指标.行 当 名 = r.名 且 依据 = r.说明";
    const auto fill = [](std::string note, std::string points) {
        return [=](Rows& rows) {
            rows.add("任务", "路", "", {{"说明", note}, {"总额", "1万元"}});
            rows.add("数量指标", "路", "2公里", {{"依据", "计划"}, {"分值", "10分"}});
            rows.add("质量指标", "路", "90%", {{"依据", "计划"}, {"分值", points}});
            rows.add("质量指标", "路", "80%", {{"依据", "标准"}, {"分值", "30分"}});
            rows.add("质量指标", "桥", "70%", {{"依据", "计划"}, {"分值", "40分"}});
        };
    };
    EXPECT_EQ(ask("合计(s.分值) = 15分", fill("计划", "5分"), each), kHolds);
    EXPECT_EQ(ask("合计(s.分值) = 30分", fill("标准", "5分"), each), kHolds);
    EXPECT_EQ(ask("计数(s) = 2", fill("计划", ""), each), kHolds);
    EXPECT_EQ(ask("合计(s.分值) = 10分", fill("计划", "?"), each), kOpen);
    EXPECT_EQ(ask("合计(s.分值) ≥ 0分", fill("没有", "5分"), each), kOpen) << "of nothing: blank";
    EXPECT_EQ(ask("计数(s) = 0", fill("", "5分"), each), kHolds) << "a blank is no key";
    EXPECT_EQ(ask("计数(s) = 0", fill("!", "5分"), each), kOpen);
}

TEST(Evaluate, statesOfACellInASum) {
    EXPECT_EQ(ask("合计(任务.总额) = @预算", totals({"4万元", "6万元"})), kHolds);
    EXPECT_EQ(ask("合计(任务.总额) = @预算", totals({"4万元", "", "60000元"})), kHolds);
    EXPECT_EQ(ask("合计(任务.总额) = @预算", totals({"4万元", "/", "6万元"})), kHolds);
    EXPECT_EQ(ask("合计(任务.总额) = @预算", totals({"4万元", "0", "6万元"})), kHolds);
    EXPECT_EQ(ask("合计(任务.总额) = @预算", totals({"4万元"})), kFails);
    EXPECT_EQ(ask("合计(任务.总额) = @预算", totals({"", ""})), kOpen) << "all blank: blank";
    EXPECT_EQ(ask("合计(任务.总额) = @预算", totals({})), kOpen);
    EXPECT_EQ(ask("合计(任务.总额) = @预算", totals({"4万元", "?"})), kOpen);
    EXPECT_EQ(ask("合计(任务.总额) = @预算", totals({"40万元", "!"})), kOpen);
    EXPECT_EQ(ask("合计(任务.总额) = @预算", totals({"4万元", "六万"})), kOpen);
}

TEST(Evaluate, comparisonsWithOneCell) {
    const auto budget = [](std::string cell) {
        return Fill([cell](Rows& rows) { rows.add("预算", "预算", cell); });
    };
    EXPECT_EQ(ask("@预算 ≤ 10万元", budget("10万元")), kHolds);
    EXPECT_EQ(ask("@预算 < 10万元", budget("100000元")), kFails);
    EXPECT_EQ(ask("@预算 ≠ 10万元", budget("100000元")), kFails);
    for (const char* cell : {"", "?", "!", "/", "另定"}) {
        EXPECT_EQ(ask("@预算 ≤ 10万元", budget(cell)), kOpen) << cell;
        EXPECT_EQ(ask("@预算 × 2 ≤ 10万元", budget(cell)), kOpen) << cell;
    }
    EXPECT_EQ(ask("@预算 ≤ 10万元", [](Rows&) {}), kOpen) << "not mentioned";
    EXPECT_EQ(ask("@预算 - 追加 ≤ 1万元", budget("10万元")), kOpen) << "a blank is taken away";
    EXPECT_EQ(ask("@预算 + 追加 ≤ 1万元", budget("10万元")), kFails) << "a blank adds nothing";
    EXPECT_EQ(ask("@预算 ÷ (@预算 - @预算) ≤ 300%", budget("10万元")), kOpen) << "divided by zero";
}

TEST(Evaluate, intervals) {
    const auto targets = [](std::vector<std::string> cells) {
        return Fill([cells](Rows& rows) {
            for (const std::string& cell : cells)
                rows.add("质量指标", "甲", cell);
        });
    };
    const char* sum = "合计(质量指标.目标) ≤ 100%";
    EXPECT_EQ(ask(sum, targets({"≤40%", "≤60%"})), kHolds);
    EXPECT_EQ(ask(sum, targets({"≤40%", "61%"})), kOpen);
    EXPECT_EQ(ask(sum, targets({"≥40%", "61%"})), kFails);
    EXPECT_EQ(ask(sum, targets({">39%", "61%"})), kFails);
    EXPECT_EQ(ask("上界(合计(质量指标.目标)) ≤ 100%", targets({"≤40%", "61%"})), kFails);
    EXPECT_EQ(ask("上界(合计(质量指标.目标)) ≤ 100%", targets({"≥40%", "61%"})), kOpen);
    EXPECT_EQ(ask("下界(合计(质量指标.目标)) ≥ 100%", targets({"≥40%", "61%"})), kHolds);
    EXPECT_EQ(ask("最大(质量指标.目标) ≤ 100%", targets({"40%", "61%"})), kHolds);
    EXPECT_EQ(ask("最大(质量指标.目标) ≤ 100%", targets({"40%", "≥61%"})), kOpen);
    EXPECT_EQ(ask("100% - 合计(质量指标.目标) ≥ 0", targets({"≤40%", "≤60%"})), kHolds);
    EXPECT_EQ(ask("最小(质量指标.目标) = 40%", targets({"40%", "", "61%"})), kHolds);
    EXPECT_EQ(ask("平均(质量指标.目标) = 50%", targets({"40%", "", "60%"})), kHolds);
}

TEST(Evaluate, kleene) {
    const Fill fill = [](Rows& rows) {
        rows.add("预算", "预算", "10万元").add("追加", "追加", "?").add("建立", "建立", "是");
    };
    const char* yes = "@预算 ≥ 1元";
    const char* no = "@预算 < 1元";
    const char* open = "追加 ≥ 1元";
    const auto join = [](const char* a, const char* word, const char* b) {
        return std::string(a) + " " + word + " " + b;
    };
    EXPECT_EQ(ask(join(yes, "且", open), fill), kOpen);
    EXPECT_EQ(ask(join(no, "且", open), fill), kFails);
    EXPECT_EQ(ask(join(yes, "或", open), fill), kHolds);
    EXPECT_EQ(ask(join(no, "或", open), fill), kOpen);
    EXPECT_EQ(ask("建立", fill), kHolds);
    EXPECT_EQ(ask("建立 = 否", fill), kFails);
    EXPECT_EQ(ask(yes, fill, "当 追加 ≥ 1元"), kOpen) << "not known to apply";
    EXPECT_EQ(ask(no, fill, "当 建立"), kFails);
    EXPECT_EQ(ask(no, fill, "当 非 建立"), kOpen);
}

TEST(Evaluate, filledAndBlank) {
    const auto remark = [](std::string cell) {
        return Fill([cell](Rows& rows) { rows.add("预算", "预算", cell); });
    };
    EXPECT_EQ(ask("有值(@预算)", remark("3元")), kHolds);
    EXPECT_EQ(ask("有值(@预算)", remark("另定")), kHolds);
    EXPECT_EQ(ask("有值(@预算)", remark("")), kFails);
    EXPECT_EQ(ask("有值(@预算)", remark("/")), kFails);
    EXPECT_EQ(ask("有值(@预算)", remark("?")), kOpen);
    EXPECT_EQ(ask("有值(@预算)", remark("!")), kOpen);
    EXPECT_EQ(ask("为空(@预算)", remark("")), kHolds);
    EXPECT_EQ(ask("为空(@预算)", [](Rows&) {}), kHolds);
    EXPECT_EQ(ask("有值(任务)", [](Rows&) {}), kFails);
    EXPECT_EQ(ask("有值(任务.总额)", totals({"", "3元"})), kHolds);
    EXPECT_EQ(ask("为空(任务.总额)", totals({"", ""})), kHolds);
}

TEST(Evaluate, rowsThatMayBelong) {
    const auto costs = [](std::string cell) {
        return Fill([cell](Rows& rows) {
            rows.add("成本指标", "甲", "3万元").add("成本指标", "乙", cell);
        });
    };
    const std::string money = "令 钱 = 成本指标.行 当 目标 是 金额";
    EXPECT_EQ(ask("计数(钱) = 1", costs("3元/人"), money), kHolds);
    EXPECT_EQ(ask("计数(钱) = 1", costs(""), money), kHolds);
    EXPECT_EQ(ask("计数(钱) = 1", costs("?"), money), kOpen);
    EXPECT_EQ(ask("计数(钱) = 1", costs("!"), money), kOpen);
    EXPECT_EQ(ask("合计(钱.目标) ≤ 1万元", costs("!"), money), kOpen);
    EXPECT_EQ(ask("存在(钱)", costs("!"), money), kHolds);
    EXPECT_EQ(ask("存在(成本指标.行 当 目标 是 单价)", costs("!")), kOpen);
    EXPECT_EQ(ask("全部(成本指标.行, 目标 是 金额)", costs("3元/人")), kFails);
    EXPECT_EQ(ask("全部(成本指标.行, 目标 是 金额)", costs("4元")), kHolds);
    EXPECT_EQ(ask("全部(成本指标.行, 目标 是 金额)", costs("!")), kOpen);
}

TEST(Evaluate, kinds) {
    const auto target = [](std::string cell) {
        return Fill([cell](Rows& rows) { rows.add("生态指标", "甲", cell); });
    };
    const auto is = [&](std::string kind, std::string cell) {
        return ask("全部(生态指标.行, 目标 是 " + kind + ")", target(cell));
    };
    EXPECT_EQ(is("比率", "≥90%"), kHolds);
    EXPECT_EQ(is("比率", "90元"), kFails);
    EXPECT_EQ(is("单价", "5元/亩"), kHolds);
    EXPECT_EQ(is("计数", "5户"), kHolds);
    EXPECT_EQ(is("计数", "5亩"), kFails);
    EXPECT_EQ(is("数量", "5亩"), kHolds);
    EXPECT_EQ(is("数量", "5"), kFails);
    EXPECT_EQ(is("数", "5"), kHolds);
    EXPECT_EQ(is("文本", "显著提升"), kHolds);
    EXPECT_EQ(is("词", "5"), kFails);
    EXPECT_EQ(is("是否", "是"), kHolds);
    EXPECT_EQ(is("金额", "0"), kHolds) << "a bare 0 goes with everything";
    EXPECT_EQ(is("金额", ""), kOpen);
}

TEST(Evaluate, keysOfTwoSetsOfRows) {
    const Fill fill = [](Rows& rows) {
        rows.add("长期数量", "甲", "5人").add("长期数量", "乙", "5人");
        rows.add("数量指标", "甲", "5人").add("数量指标", "甲", "6户").add("数量指标", "丙", "!");
    };
    const auto each = [&](const std::string& body) {
        const Scene scene(body + "\n否则 zh \"{名}\"");
        Rows rows = scene.rows();
        fill(rows);
        return scene.said(rows);
    };
    using Said = std::vector<std::string>;
    EXPECT_EQ(each("对 r 于 长期指标.行\n存在(对 s 于 产出指标.行 当 s.名 = r.名)"), Said({"乙"}));
    EXPECT_EQ(each("对 r 于 产出指标.行\n计数(产出指标.行 当 名 = r.名) = 1"), Said({"甲", "甲"}));
}

TEST(Evaluate, manyRowsStayLinear) {
    const Scene scene(R"(
        对 r 于 任务.行
        存在(对 s 于 任务.行 当 s.名 = r.名 且 s.总额 ≥ 0) 且 r.总额 ≤ 合计(任务.总额)
        否则 zh "{r.名}"
    )");
    Rows rows = scene.rows();
    for (int i = 0; i < 3000; ++i)
        rows.add("任务", std::to_string(i), "", {{"总额", "1元"}});
    EXPECT_EQ(scene.said(rows).size(), 0U);
}

TEST(Evaluate, partsOfAValue) {
    const auto target = [](std::string cell) {
        return Fill([cell](Rows& rows) { rows.add("质量指标", "甲", cell); });
    };
    const auto all = [&](std::string condition, std::string cell) {
        return ask("全部(质量指标.行, " + condition + ")", target(cell));
    };
    EXPECT_EQ(all("算符 = \"≥\"", "≥90%"), kHolds);
    EXPECT_EQ(all("算符 = \"≥\"", "90%"), kFails);
    EXPECT_EQ(all("数 ≥ 90", "≥90%"), kHolds);
    EXPECT_EQ(all("单位 = \"%\"", "≥90%"), kHolds);
    EXPECT_EQ(all("单位 属于 [\"‰\", \"成\"]", "≥90%"), kFails);
    EXPECT_EQ(all("目标.下界 ≥ 90%", "≥90%"), kHolds);
    EXPECT_EQ(all("上界 ≤ 100%", "≥90%"), kOpen);
    EXPECT_EQ(all("原文 匹配 \"90*\"", "≥90%"), kHolds);
    EXPECT_EQ(all("目标 属于 [90%, 95%]", "95%"), kHolds);
    EXPECT_EQ(all("目标 属于 [90%, 95%]", "96%"), kFails);
}

TEST(Evaluate, rulesThatTakeTurnsSayWhatEachSaysAlone) {
    const Scene scene(R"(对 r 于 数量指标.行
当 r.目标 是 面积
r.目标 ≥ 3公顷 且 r.依据 匹配 "计划*"
否则 zh "{r}{r.目标}{r.目标.单位}"
}
规则 B3:乙 强制 {
对 r 于 产出指标.行
非 r.名 匹配 "*{路,桥}" 且 r.类 = "质量指标"
否则 zh "{r}{r.类}{r.目标}"
}
规则 B3:丙 强制 {
对 g 于 分组(产出指标.行, 名)
计数(g) = 1
否则 zh "{首(g)}{末(g).目标}")");
    Rows rows = scene.rows();
    rows.add("数量指标", "路", "≥2公顷", {{"依据", "计划一"}})
        .add("数量指标", "林", "≥4公顷", {{"依据", "别的"}})
        .add("质量指标", "路", "≥90%")
        .add("质量指标", "率", "≥90%")
        .add("数量指标", "林", "≥5人");
    std::vector<std::shared_ptr<const expression::CompiledRule>> rules;
    Findings faults;
    for (const definitions::Rule& rule : scene.form().rules)
        rules.push_back(expression::compile(rule, scene.form(), scene.library(), faults));
    ASSERT_TRUE(faults.empty());
    ASSERT_EQ(rules.size(), 3u);
    const std::vector<const expression::CompiledRule*> all = {rules[0].get(), nullptr,
                                                              rules[1].get(), rules[2].get()};
    std::vector<Findings> together(all.size());
    expression::run(all, rows, scene.library(), together);
    for (std::size_t at = 0; at < all.size(); ++at) {
        Findings alone;
        if (all[at]) expression::run(*all[at], rows, scene.library(), alone);
        const auto said = [](const Findings& findings) {
            std::vector<std::pair<std::uint32_t, std::string>> list;
            for (const Finding& one : findings.list())
                list.emplace_back(one.span.begin, one.message.zh);
            return list;
        };
        EXPECT_EQ(said(together[at]), said(alone));
        EXPECT_EQ(together[at].empty(), !all[at]);
    }
}

}  // namespace
}  // namespace biao

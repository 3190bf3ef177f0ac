// Items, totals, what is stated, what is filled in. What each national scheme gives is shown by
// tests/golden/score.
#include <gtest/gtest.h>

#include "scored.h"

namespace biao::test {
namespace {

constexpr const char* kScheme = R"(
    评分法 定量 (measured), 舍入 0.01分 {
        对 r 于 行 当 r.@目标 是 数量
        为空(r.@实际) ⇒ 未评("没有完成值", "no actual value")
        非 r.@实际 是 数量 ⇒ 未评("不是数量", "no measure")
        非 可比(r.@实际, r.@目标) ⇒ 未评("不是一类", "of another kind")
        r.@实际 达到 r.@目标 ⇒ 满分
        否则 ⇒ 满分 × r.@实际 ÷ 下界(r.@目标)
    }
    评分法 定性 (by_words) {
        对 r 于 行 当 r.@目标 是 词
        r.@实际 = "达成" ⇒ 之间(80% × 满分, 满分)
        否则 ⇒ 之间(0分, 80% × 满分, 不含)
    }
    分段 级 : 得分 → 词, 角色 等级 { ≥90分 ⇒ 优; ≥60分 ⇒ 中; 否则 ⇒ 差 }
)";

std::string rows(const std::string& quantities, const std::string& more = "") {
    return form(kScheme, "产出 { 数量 {\n" + quantities + "\n} }\n" + more);
}

TEST(Items, areScoredInProportionAndRoundedHalfUp) {
    const Scored made(rows("\"甲\" ≥3户, 分值 10分, 实际 2户"));
    EXPECT_EQ(made.score("甲"), "6.67");
    EXPECT_EQ(made.last("甲"), "10分 × 2户 ÷ 3户");
    EXPECT_EQ(made.item("甲").exact, Number(20).divided(Number(3)));
    EXPECT_EQ(Scored(rows("\"甲\" ≥200户, 分值 1分, 实际 1户")).score("甲"), "0.01");
}

TEST(Items, tellWhatWasTried) {
    const Scored made(rows("\"甲\" ≥40户, 分值 10分, 实际 36户"));
    const auto& steps = made.item("甲").steps;
    ASSERT_EQ(steps.size(), 5U);
    EXPECT_EQ(steps[0].condition.zh, "实际空着");
    EXPECT_EQ(steps[3].condition.zh, "实际 36户 达到 目标 ≥40户");
    EXPECT_EQ(steps[3].condition.en, "actual 36 household reach target ≥40户");
    EXPECT_EQ(steps[3].truth, Truth::fails);
    EXPECT_EQ(steps[4].truth, Truth::holds);
}

TEST(Items, withoutAnActualValueHaveNoScore) {
    const Scored made(rows("\"甲\" ≥40户, 分值 10分\n\"乙\" ≥40户, 分值 20分, 实际 40户"));
    EXPECT_EQ(made.score("甲"), "unscored: no actual value");
    EXPECT_TRUE(made.item("甲").cause.has_value());
    EXPECT_TRUE(made.evaluation().provisional);
    EXPECT_EQ(made.evaluation().least, Number(20));
    EXPECT_EQ(made.evaluation().most, Number(30));
}

TEST(Items, ofAnotherKindOrNotUnderstoodHaveNoScore) {
    EXPECT_EQ(Scored(rows("\"甲\" ≥40户, 分值 10分, 实际 100%")).score("甲"),
              "unscored: of another kind");
    EXPECT_EQ(Scored(rows("\"甲\" ≥40户, 分值 10分, 实际 ?")).score("甲").substr(0, 8), "unscored");
    EXPECT_EQ(Scored(rows("\"甲\" ≥40户, 分值 ?, 实际 40户")).score("甲"),
              "unscored: its weight is not settled");
    EXPECT_EQ(Scored(rows("\"甲\" ≥40户, 实际 40户")).score("甲"), "unscored: it has no weight");
}

TEST(Items, areNotMadeOfTotalsAndParts) {
    const Scored made(
        rows("\"甲\" ≥40户, 分值 10分, 实际 40户 {\n其中 \"乙\" ≥10户\n并 \"丙\" ≥2场\n}\n"
             "\"合\" ≥40户, 为合计"));
    EXPECT_EQ(made.evaluation().items.size(), 1U);
}

TEST(Items, ofSeveralTargetsAreTheirMeanOrTheirLeast) {
    const std::string row = "\"甲\" 10户、20人, 分值 10分, 实际 5户、20人";
    const Scored mean(rows(row));
    EXPECT_EQ(mean.score("甲"), "7.5");
    EXPECT_EQ(mean.last("甲"), "平均（5分、10分）");
    std::string text = rows(row);
    text.replace(text.find("舍入 0.01分"), std::string("舍入 0.01分").size(),
                 "舍入 0.01分, 多项 最小");
    EXPECT_EQ(Scored(text).score("甲"), "5");
    EXPECT_EQ(Scored(rows("\"甲\" ≤10户、≥20人, 分值 10分, 实际 5户、20人")).score("甲"), "10");
    EXPECT_EQ(Scored(rows("\"甲\" 10户、20人, 分值 10分, 实际 20人")).score("甲").substr(0, 16),
              "unscored: part 1");
}

TEST(Items, ofWordsHaveARangeUntilItIsSettled) {
    const std::string row = "\"甲\" 明显改善, 分值 10分, 实际 达成";
    EXPECT_EQ(Scored(rows(row)).score("甲"), "8~10");
    EXPECT_EQ(Scored(rows(row + ", 得分 9分")).score("甲"), "9");
    EXPECT_EQ(Scored(rows(row + ", 评定 85%")).score("甲"), "8.5");
    EXPECT_EQ(Scored(rows(row + ", 评定 70%")).score("甲").substr(0, 8), "unscored");
    EXPECT_EQ(Scored(rows(row + ", 得分 7分")).said(), std::vector<std::string>{"B501 7分"});
}

TEST(Items, doNotReachAnEndThatIsExcluded) {
    const std::string row = "\"甲\" 明显改善, 分值 10分, 实际 部分";
    EXPECT_EQ(Scored(rows(row)).score("甲"), "0~8 below");
    EXPECT_EQ(Scored(rows(row + ", 得分 7.99分")).said(), std::vector<std::string>{});
    EXPECT_EQ(Scored(rows(row + ", 得分 8分")).said(), std::vector<std::string>{"B501 8分"});
}

TEST(Stated, isHeldAgainstTheRulesAsPrinted) {
    const std::string row = "\"甲\" ≥3户, 分值 10分, 实际 2户, 得分 ";
    EXPECT_EQ(Scored(rows(row + "6.67分")).said(), std::vector<std::string>{});
    EXPECT_EQ(Scored(rows(row + "6.7分")).said(), std::vector<std::string>{});
    EXPECT_EQ(Scored(rows(row + "6.6分")).said(), std::vector<std::string>{"B501 6.6分"});
    EXPECT_EQ(Scored(rows(row + "7分")).said(), std::vector<std::string>{"B501 7分"});
}

TEST(Stated, aTotalThatFollowsFromAWrongScoreIsNotWrongToo) {
    const std::string row = "\"甲\" ≥4户, 分值 100分, 实际 2户, 得分 ";
    EXPECT_EQ(Scored(rows(row + "90分", "总分 90分\n等级 优")).said(),
              std::vector<std::string>{"B501 90分"});
    EXPECT_EQ(Scored(rows(row + "50分", "总分 90分\n等级 差")).said(),
              std::vector<std::string>{"B501 90分"});
    EXPECT_EQ(Scored(rows(row + "50分", "总分 50分\n等级 优")).said(),
              std::vector<std::string>{"B501 优"});
}

TEST(Filled, takesWhatIsCertain) {
    Scored made(rows("\"甲\" ≥4户, 分值 100分, 实际 2户"));
    const model::Submission filled = made.filled();
    const auto score = filled.form->column(filled[made.item("甲").row].element, "得分");
    const model::Cell* cell = filled[made.item("甲").row].cell({score});
    ASSERT_NE(cell, nullptr);
    EXPECT_EQ(cell->value.text, "50分");
    bool graded = false;
    for (const model::Row& row : filled.rows)
        graded = graded || (row.name == "等级" && row.value().text == "差");
    EXPECT_TRUE(graded);
    Scored open(rows("\"甲\" ≥4户, 分值 100分"));
    for (const model::Row& row : open.filled().rows)
        EXPECT_NE(row.name, "等级");
}

std::string withExecution(const std::string& lines) {
    return form(std::string(kScheme) + R"(
    字段 执行得分 (execution_score) : 得分, 单位 分
    权重, 合计 100分 { 执行率 = 10分; 产出 ? }
    评分法 执行率 (execution), 舍入 0.01分 {
        预算 = 0 ⇒ 不计("没有预算", "no budget")
        否则 ⇒ 满分 × 支出 ÷ 预算
        位置 执行得分
    }
    评分法 预警 : 选项(绿, 红) {
        为空(执行得分) ⇒ 未评("没有执行得分", "no score of execution")
        执行得分 < 5分 ⇒ 红
        否则 ⇒ 绿
    }
)",
                lines);
}

TEST(NamedWeights, areScoredByTheSchemeOfTheirName) {
    const Scored made(withExecution(
        "预算 3万元\n支出 2万元\n产出 { 数量 { \"甲\" ≥4户, 分值 90分, 实际 4户 } }"));
    EXPECT_EQ(made.score("执行率"), "6.67");
    EXPECT_EQ(made.evaluation().least.text(), "96.67");
    EXPECT_EQ(made.evaluation().fullMarks, Number(100));
    EXPECT_EQ(made.score("预警"), "unscored: no score of execution");  // its field is not there
}

TEST(NamedWeights, ratingsSeeTheScores) {
    const Scored made(withExecution(
        "预算 3万元\n支出 1万元\n执行得分\n产出 { 数量 { \"甲\" ≥4户, 分值 90分, 实际 4户 } }"));
    EXPECT_EQ(made.score("预警"), "红");
}

TEST(NamedWeights, thatAreLeftOutAreSharedByTheOthers) {
    const Scored made(
        withExecution("预算 0\n支出 0\n产出 { 数量 { \"甲\" ≥4户, 分值 90分, 实际 2户 } }"));
    EXPECT_EQ(made.score("执行率"), "left out");
    EXPECT_EQ(made.evaluation().least, Number(50));
    EXPECT_FALSE(made.evaluation().provisional);
}

TEST(Schemes, ofAFormGoBeforeThoseItTakesOver) {
    const std::string text = R"(
片段 测.片@2031 {
    评分法 全 { 对 r 于 行
        否则 ⇒ 满分 }
}
使用 测.下@2031
表单 测.上@2031 {
    适用 项目
    指标 产出 (output) : 任意
    列 分值 (points) : 得分, 单位 分, 角色 权重
    包含 测.片@2031
}
表单 测.下@2031 继承 测.上@2031 {
    评分法 无 { 对 r 于 行 当 r.名 = "乙"
        否则 ⇒ 0分 }
}
项目 "甲" { 产出 { "甲" ≥3户, 分值 1分; "乙" ≥3户, 分值 1分 } }
)";
    const Scored made(text);
    EXPECT_EQ(made.score("甲"), "1");
    EXPECT_EQ(made.score("乙"), "0");
    std::string other = text;
    const std::string own = "评分法 无 { 对 r 于 行 当 r.名 = \"乙\"";
    other.replace(other.find(own), own.size(), "换 评分法 全 { 对 r 于 行");
    EXPECT_EQ(Scored(other).score("甲"), "0");
    other = text;
    other.replace(other.find(own), own.size(), "删 全\n评分法 无 { 对 r 于 行 当 r.名 = \"乙\"");
    EXPECT_EQ(Scored(other).score("甲"), "unscored: no scheme takes this row");
}

TEST(Reaching, isAskedOfDatesWordsAndAnswers) {
    const std::string scheme = R"(
    评分法 够 { 对 r 于 行
        r.@实际 达到 r.@目标 ⇒ 满分
        否则 ⇒ 满分 - 1分 × 逾期(r.@实际, r.@目标) }
)";
    const auto of = [&](const std::string& row) {
        const std::string lines = "产出 { 数量 {\n\"甲\" " + row + ", 分值 10分\n} }";
        return Scored(form(scheme, lines)).score("甲");
    };
    EXPECT_EQ(of("截至 2031年10月底, 实际 2031-10-31"), "10");
    EXPECT_EQ(of("截至 10月底, 实际 11月2日"), "8");  // both in the year of the submission
    EXPECT_EQ(of("截至 2031年10月15日, 实际 2031年10月").substr(0, 8), "unscored");
    EXPECT_EQ(of("是, 实际 是"), "10");
    EXPECT_EQ(of("90%~95%, 实际 92%"), "10");
    EXPECT_EQ(of("达成, 实际 达成年度指标"), "10");
    EXPECT_EQ(of("明显改善, 实际 好转").substr(0, 8), "unscored");
}

}  // namespace
}  // namespace biao::test

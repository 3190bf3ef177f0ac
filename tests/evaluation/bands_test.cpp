// Bands as functions, and how a form grades.
#include <gtest/gtest.h>

#include "scored.h"

namespace biao::test {
namespace {

constexpr const char* kScheme = R"(
    评分法 定量 (measured), 舍入 0.01分 {
        对 r 于 行 当 r.@目标 是 比率
        为空(r.@实际) ⇒ 未评("空着", "blank")
        非 r.@实际 是 比率 ⇒ 未评("不是比率", "no ratio")
        否则 ⇒ 满分 × 档(r.@实际)
    }
    分段 档 (steps) : 比率 → 比率 {
        ≥90% ⇒ 100%
        ≥80% ⇒ 80%
        >60% ⇒ 50%
        否则 ⇒ 0%
    }
)";

std::string row(const char* actual, const char* more = "") {
    return std::string("产出 { 质量 { \"满意度\" ≥90%, 分值 10分, 实际 ") + actual + " } }\n" +
           more;
}

TEST(Bands, areAFunctionOfTheFirstLineThatHolds) {
    EXPECT_EQ(Scored(form(kScheme, row("90%"))).score("满意度"), "10");
    EXPECT_EQ(Scored(form(kScheme, row("89.99%"))).score("满意度"), "8");
    EXPECT_EQ(Scored(form(kScheme, row("80%"))).score("满意度"), "8");
    EXPECT_EQ(Scored(form(kScheme, row("60.01%"))).score("满意度"), "5");
    EXPECT_EQ(Scored(form(kScheme, row("60%"))).score("满意度"), "0");
}

std::string graded(const char* rounding, const char* lines) {
    return form(std::string(R"(
    评分法 照写 (as_written) { 对 r 于 行 当 r.@目标 是 得分
        否则 ⇒ r.@目标 }
    参数 优线 = 90分
    分段 级 (grade_of) : 得分 → 词, 角色 等级)") +
                    rounding + " { ≥优线 ⇒ 优; ≥80分 ⇒ 良; 否则 ⇒ 差 }",
                lines);
}

TEST(Bands, gradeTheTotalExactlyOrRounded) {
    const char* lines = "产出 { 数量 { \"甲\" 89.995分, 分值 100分 } }";
    EXPECT_EQ(Scored(graded("", lines)).evaluation().grades, std::vector<std::string>{"良"});
    EXPECT_EQ(Scored(graded(", 舍入 0.01分", lines)).evaluation().grades,
              std::vector<std::string>{"优"});
}

TEST(Bands, giveEveryGradeThatIsStillOpen) {
    const Scored open(
        graded("", "产出 { 数量 { \"甲\" 70分, 分值 70分; \"乙\" ≥3户, 分值 30分 } }"));
    EXPECT_TRUE(open.evaluation().provisional);
    EXPECT_EQ(open.evaluation().grades, (std::vector<std::string>{"差", "良", "优"}));
}

}  // namespace
}  // namespace biao::test

// What formulas of a form come to over cells in every state.
#include <gtest/gtest.h>

#include "expression/formula.h"
#include "scene.h"

namespace biao {
namespace {

using expression::WorkedOut;
using test::Rows;
using test::Scene;

/// "value | arithmetic", or why there is no value, of the first row of a table whose column 结果
/// has that formula.
std::string worked(const std::string& formula,
                   const std::vector<std::pair<std::string, std::string>>& cells) {
    const Scene scene("预算 ≥ 0\n否则 zh \"坏\"",
                      "表 测算 (reckoning), 自由行 { 列 甲 (a) : 金额; 列 乙 (b) : 金额; "
                      "列 人 (heads) : 人数; 列 结果 (result) : 任意 = " +
                          formula + " }");
    const auto element = scene.form().find("结果");
    Findings faults;
    const auto compiled =
        expression::compileFormula(scene.form(), element, scene.library(), faults);
    if (!faults.empty()) return faults.list().front().code;
    if (compiled.size() != 1) return "no formula";
    Rows rows = scene.rows();
    rows.add("测算", "一", "", cells);
    const auto all = expression::workOut(compiled.front(), rows, scene.library(), faults);
    if (all.size() != 1) return "no row";
    const WorkedOut& made = all.front();
    std::string out = made.byZero                                   ? "by zero"
                      : made.asks                                   ? "asked"
                      : made.amount.state() == State::notApplicable ? "/"
                      : made.amount.isOpen()                        ? "unknown"
                      : made.amount.isBlank()                       ? "blank"
                                              : exactText(made.amount.quantity());
    if (made.amount.isKnown() || made.settled) out += " | " + made.arithmetic.zh;
    return out;
}

TEST(Formula, comesOutExactly) {
    EXPECT_EQ(worked("(甲 + 乙) × 50%", {{"甲", "3万元"}, {"乙", "1万元"}}),
              "2万元 | (3万元 + 1万元) × 50%");
    EXPECT_EQ(worked("甲 - (乙 - 甲)", {{"甲", "3万元"}, {"乙", "1万元"}}),
              "5万元 | 3万元 - (1万元 - 3万元)");
    EXPECT_EQ(worked("甲 ÷ 人", {{"甲", "3万元"}, {"人", "4人"}}), "0.75万元/人 | 3万元 ÷ 4人");
    EXPECT_EQ(worked("最大(甲, 乙)", {{"甲", "3万元"}, {"乙", "1万元"}}),
              "3万元 | 最大(3万元, 1万元)");
}

TEST(Formula, knowsWhatItDoesNotKnow) {
    EXPECT_EQ(worked("甲 × 2 - 乙", {{"甲", "3万元"}}), "blank") << "a blank is not taken away";
    EXPECT_EQ(worked("甲 × 2 + 乙", {{"甲", "3万元"}}), "6万元 | 3万元 × 2");
    EXPECT_EQ(worked("甲 ÷ 乙", {{"甲", "?"}, {"乙", "1万元"}}), "asked");
    EXPECT_EQ(worked("甲 ÷ 乙", {{"甲", "!"}, {"乙", "1万元"}}), "unknown");
    EXPECT_EQ(worked("甲 ÷ 乙", {{"甲", "/"}, {"乙", "1万元"}}), "/");
}

TEST(Formula, dividesByZeroAsTheFormSays) {
    const std::vector<std::pair<std::string, std::string>> none{{"甲", "0万元"}, {"乙", "0万元"}};
    const std::vector<std::pair<std::string, std::string>> some{{"甲", "1万元"}, {"乙", "0万元"}};
    EXPECT_EQ(worked("甲 ÷ 乙", none), "by zero");
    EXPECT_EQ(worked("甲 ÷ 乙 + 甲 ÷ 甲", some), "by zero") << "not lost in a sum";
    EXPECT_EQ(worked("甲 ÷ 乙, 零除 不适用", none), "/ | 0万元 ÷ 0万元");
    EXPECT_EQ(worked("甲 ÷ 乙, 零除 0", some), "by zero") << "only 0 ÷ 0 is said";
    EXPECT_TRUE(worked("甲 ÷ 乙, 零除 0", none).starts_with("0"));
    EXPECT_TRUE(worked("甲 ÷ 乙, 零除 满", none).starts_with("100%") ||
                worked("甲 ÷ 乙, 零除 满", none).starts_with("1"));
}

TEST(Formula, isTypedWithTheForm) {
    EXPECT_EQ(worked("甲 × 2 + 人", {}), "B904");
    EXPECT_EQ(worked("甲 ÷ 没有的", {}), "B901");
    EXPECT_EQ(worked("甲 ÷ 结果", {}), "B904");
}

}  // namespace
}  // namespace biao

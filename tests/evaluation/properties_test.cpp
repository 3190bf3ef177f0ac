// What holds of every score, whatever is filled in. Cases are pseudo-random and always the same.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "scored.h"

namespace biao::test {
namespace {

/// A linear congruence: the same numbers everywhere.
class Random {
public:
    std::uint32_t below(std::uint32_t limit) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::uint32_t>(state_ >> 33) % limit;
    }

private:
    std::uint64_t state_ = 20310731;
};

constexpr const char* kForm = R"(
使用 测.性质@2031
表单 测.性质@2031 {
    适用 项目
    字段 年度 (year) : 年, 角色 年度
    指标 产出 (output) { 数量 (quantity) : 任意 }
    列 分值 (points) : 得分, 单位 分, 合计, 角色 权重
    列 实际完成值 (actual) : 任意, 自身, 角色 实际
    列 得分 (score) : 得分, 单位 分, 自身, 角色 得分
    列 偏差原因 (reason) : 文本, 自身, 角色 原因
    列 评定 (assessed) : 比率, 自身, 角色 评定
    包含 国家.评分@2020
}
项目 "甲" {
    年度 2031
    产出 { 数量 {
)";

std::string file(const std::vector<std::string>& rows) {
    std::string text = kForm;
    for (const std::string& row : rows)
        text += row + "\n";
    return text + "} }\n}\n";
}

struct Case {
    std::string op;
    Number target;
    Number weight;
};

std::string row(std::size_t name, const Case& of, const Number& actual) {
    return "\"第" + std::to_string(name) + "行\" " + of.op + of.target.text() + "户, 分值 " +
           of.weight.text() + "分, 实际完成值 " + actual.text() + "户";
}

TEST(Properties, scoresStayWithinTheirWeightsAndBetterIsNeverWorse) {
    Random random;
    static constexpr const char* ops[] = {"≥", "≤", ">", "<", "= ", ""};
    constexpr std::size_t cases = 700;
    constexpr std::size_t steps = 6;
    std::vector<std::string> rows;
    std::vector<Case> all;
    std::vector<std::vector<Number>> actuals;
    for (std::size_t i = 0; i < cases; ++i) {
        Case one{ops[random.below(6)], Number(random.below(40)),
                 *Number(random.below(200)).divided(Number(10))};
        if (!one.op.empty() && random.below(4) == 0) one.target = -one.target;
        std::vector<Number> values;
        Number actual = *Number(random.below(300)).divided(Number(10));
        if (random.below(8) == 0) actual = -actual;
        for (std::size_t j = 0; j < steps; ++j) {
            values.push_back(actual);
            rows.push_back(row(i * steps + j, one, actual));
            actual += *Number(1 + random.below(100)).divided(Number(10));
        }
        all.push_back(one);
        actuals.push_back(values);
    }
    const Scored scored(file(rows));
    const auto& items = scored.evaluation().items;
    ASSERT_EQ(items.size(), cases * steps);
    for (std::size_t i = 0; i < cases; ++i) {
        const bool lower = all[i].op == "≤" || all[i].op == "<";
        for (std::size_t j = 0; j < steps; ++j) {
            const auto& item = items[i * steps + j];
            const std::string told = rows[i * steps + j];
            EXPECT_TRUE(item.unscored.zh.empty()) << told << item.unscored.zh;
            EXPECT_EQ(item.least, item.most) << told;
            EXPECT_GE(item.least, Number(0)) << told;
            EXPECT_LE(item.most, all[i].weight) << told;
            // Of a target that is a number to be met exactly, 0, more is no better.
            const bool exact = all[i].target.isZero() && !lower && all[i].op != "≥";
            if (j == 0 || exact) continue;
            const auto& before = items[i * steps + j - 1];
            if (lower) {
                EXPECT_LE(item.least, before.least) << told;
            } else {
                EXPECT_GE(item.least, before.least) << told;
            }
        }
    }
}

TEST(Properties, theOrderOfRowsChangesNothing) {
    Random random;
    std::vector<std::string> rows;
    for (std::size_t i = 0; i < 300; ++i) {
        const Case one{random.below(2) != 0 ? "≥" : "≤", Number(1 + random.below(40)), Number(2)};
        rows.push_back(row(i, one, Number(random.below(60))));
    }
    const Scored before(file(rows));
    for (std::size_t i = rows.size() - 1; i > 0; --i)
        std::swap(rows[i], rows[random.below(static_cast<std::uint32_t>(i + 1))]);
    const Scored after(file(rows));
    EXPECT_EQ(before.evaluation().least, after.evaluation().least);
    EXPECT_EQ(before.evaluation().grades, after.evaluation().grades);
    for (const auto& item : before.evaluation().items)
        EXPECT_EQ(after.item(item.name.zh).least, item.least) << item.name.zh;
}

}  // namespace
}  // namespace biao::test

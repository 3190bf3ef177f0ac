#include "scored.h"

#include <gtest/gtest.h>

#include "model/read.h"

namespace biao::test {

Scored::Scored(std::string_view text) : declared_(text) {
    auto all = model::read(declared_.file(), declared_.source(), declared_.library(), Limits(),
                           declared_.findings());
    EXPECT_EQ(all.size(), 1U);
    if (all.empty()) return;
    submission_ = std::move(all.front());
    const auto& form = *submission_.form;
    const auto schemes =
        expression::compileSchemes(form, declared_.library(), declared_.findings());
    const auto weights =
        expression::compileWeights(form, declared_.library(), declared_.findings());
    evaluation_ = evaluation::evaluate(submission_, schemes, weights, declared_.library(),
                                       declared_.findings());
    evaluation::compareStated(submission_, evaluation_, declared_.findings());
}

const evaluation::Item& Scored::item(std::string_view name) const {
    for (const evaluation::Item& one : evaluation_.items) {
        if (one.name.zh == name) return one;
    }
    ADD_FAILURE() << "there is no item " << name;
    static const evaluation::Item none;
    return none;
}

std::string Scored::score(std::string_view name) const {
    const evaluation::Item& one = item(name);
    if (!one.unscored.zh.empty()) return "unscored: " + one.unscored.en;
    if (one.isRating()) return one.rating;
    if (one.leftOut) return "left out";
    if (one.least == one.most) return one.least.text();
    return one.least.text() + "~" + one.most.text() + (one.belowMost ? " below" : "");
}

std::string Scored::last(std::string_view name) const {
    const evaluation::Item& one = item(name);
    if (one.steps.empty()) return {};
    const evaluation::Step& step = one.steps.back();
    return step.arithmetic.zh.empty() ? step.condition.zh : step.arithmetic.zh;
}

model::Submission Scored::filled() {
    return evaluation::filled(submission_, evaluation_, declared_.library());
}

std::vector<std::string> Scored::said() {
    return declared_.said();
}

std::string form(std::string_view more, std::string_view lines) {
    return R"(
使用 测.评分表@2031
表单 测.评分表@2031 {
    适用 项目
    金额单位 万元
    字段 年度 (year) : 年, 角色 年度
    资金 预算 (budget) : 金额, 角色 预算
    资金 支出 (spent) : 金额, 角色 执行
    指标 产出 (output) {
        数量 (quantity) : 任意
        质量 (quality) : 任意
    }
    列 分值 (points) : 得分, 单位 分, 合计, 角色 权重
    列 实际 (actual) : 任意, 自身, 角色 实际
    列 得分 (score) : 得分, 单位 分, 自身, 角色 得分
    列 评定 (assessed) : 比率, 自身, 角色 评定
    字段 总分 (total_score) : 得分, 单位 分, 角色 总分
    字段 等级 (grade) : 词, 角色 等级
)" + std::string(more) +
           "\n}\n项目 \"甲\" {\n    年度 2031\n" + std::string(lines) + "\n}\n";
}

}  // namespace biao::test

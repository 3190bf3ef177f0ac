#include "filled.h"

#include <gtest/gtest.h>

#include "model/read.h"

namespace biao::test {

namespace {

constexpr const char* kForm = R"(
使用 测.表@2031
表单 测.表@2031 {
    适用 项目
    金额单位 万元
    字段 年度 (year) : 年, 角色 年度
    字段 承办 (host) : 文本
    字段 工期 (term) : 时长
    资金 预算 (budget) = [按来源] 拨款 (grant) + 自筹 (own) + … = [按用途] 基建 (works) + 购置 (purchase), 角色 预算 {
        拨款 = 中央 (central) + 地方 (local)
    }
    表 支出 (spending) {
        列组 各年 (by_year) : 金额, 时期 各年
        列 小计 (subtotal) : 金额 = 合计(各年)
        行 土建 (civil)
        行 设备 (machines)
    }
    表 分工 (tasks), 自由行 {
        列 任务 (task) : 文本, 键
        列 总额 (total) : 金额
        列 备注 (remark) : 文本, 承袭
        行 合计额 (all) = 合计(行)
    }
    指标 产出 (output) {
        数量 (quantity) : 数量
        质量 (quality) : 比率 | 词
        任意 (anything) : 任意
    }
    列 依据 (basis) : 文本, 承袭
    列 分值 (points) : 得分, 单位 分, 角色 权重
}
)";

}  // namespace

Filled::Filled(std::string_view lines)
    : declared_(std::string(kForm) + "项目 \"甲\" {\n" + std::string(lines) + "\n}\n") {
    auto all = model::read(declared_.file(), declared_.source(), declared_.library(), Limits(),
                           declared_.findings());
    EXPECT_EQ(all.size(), 1U);
    if (!all.empty()) submission_ = std::move(all.front());
}

const model::Row& Filled::row(std::string_view name) const {
    for (const model::Row& row : submission_.rows) {
        if (row.name == name) return row;
    }
    ADD_FAILURE() << "there is no row " << name;
    return submission_.rows.front();
}

const model::Cell* Filled::cell(std::string_view name, std::string_view column) const {
    const model::Row& in = row(name);
    const auto id = form().column(in.element, column);
    EXPECT_TRUE(id) << column;
    return in.cell({id, {}});
}

}  // namespace biao::test

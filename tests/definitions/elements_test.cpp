// What a compiled form says of its elements: kinds, columns, roles, the way to
// find them.
#include <gtest/gtest.h>

#include "declared.h"

namespace biao::definitions {
namespace {

using test::Declared;
using test::names;
using Type = Kind::Type;

constexpr const char* kForm = R"(
表单 测.表@2031 {
    适用 项目
    金额单位 万元
    字段 年度 (year) 必填 : 年, 角色 年度
    字段 后来的 (late) : 文本, 前于 年度
    字段 人员 (staff) : 计数(人)
    字段 性质 (nature) : 选项(新增, 延续)
    资金 预算 (budget) = [按来源] 拨款 (grant) + 自筹 (own) + … = [按用途] 基建 (works) - 退回 (refund), 角色 预算
    资金 追加 (supplement) 其中 上年 (carried), 角色 预算.追加
    表 支出 (spending), 自由行 {
        列 事项 (item) : 文本, 键
        列组 各年 (by_year) : 金额
        列 上年数 (previous) : 金额, 时期 年度-1
        列 累计 (all_years) : 金额 = 合计(各年)
        行 合计额 (all) = 合计(行)
    }
    指标 产出 (output) {
        数量 (quantity) : 计数 | 面积 {
            列 批次 (lot) : 文本
        }
        成本 (cost) 硬性 : 金额 | 单价, 至少行数 1, 至多行数 5
        率 (rate) : 比率, 上限 100%, 下限 0
        其他 (misc) : 任意
        列 实际值 (actual), 角色 实际
    }
    指标 效果 (outcome) : 数量 | 词
    列 分值 (points) : 得分, 角色 权重
    列 依据 (basis) : 文本, 承袭
}
)";

struct Elements : testing::Test {
    Declared declared{kForm};
    std::shared_ptr<const Form> held = declared.form("测.表");
    const Form& form = *held;
    const Element& at(std::string_view path) { return form[form.find(path)]; }
};

TEST_F(Elements, theFormHasNoFaults) {
    EXPECT_EQ(declared.said(), std::vector<std::string>());
    EXPECT_FALSE(form.broken);
    EXPECT_EQ(form.subject, "项目");
    EXPECT_EQ(form.moneyUnit->spelling(), "万元");
}

TEST_F(Elements, kinds) {
    const auto first = [&](std::string_view path) { return at(path).kinds.at(0); };
    EXPECT_EQ(first("年度").type, Type::year);
    EXPECT_EQ(first("后来的").type, Type::text);
    EXPECT_EQ(first("人员").type, Type::count);
    EXPECT_FALSE(first("人员").dimension.empty());
    EXPECT_EQ(first("性质").type, Type::word);
    EXPECT_EQ(first("性质").words, (std::vector<std::string>{"新增", "延续"}));
    EXPECT_EQ(first("产出.数量").type, Type::count);
    EXPECT_TRUE(first("产出.数量").dimension.empty()) << "anything counted";
    EXPECT_EQ(at("产出.数量").kinds.at(1).type, Type::dimension);
    EXPECT_EQ(first("产出.成本").type, Type::dimension);
    EXPECT_EQ(at("产出.成本").kinds.at(1).type, Type::rate);
    EXPECT_EQ(first("产出.率").type, Type::dimension);
    EXPECT_TRUE(first("产出.率").dimension.empty()) << "a ratio";
    EXPECT_EQ(first("产出.其他").type, Type::any);
    EXPECT_EQ(first("效果").type, Type::measure);
    EXPECT_EQ(at("效果").kinds.at(1).type, Type::word);
    EXPECT_EQ(describe(at("产出.成本").kinds).zh, "金额或单价");
}

TEST_F(Elements, flagsAndBounds) {
    EXPECT_TRUE(at("年度").required);
    EXPECT_FALSE(at("年度").hard);
    EXPECT_TRUE(at("产出.成本").required && at("产出.成本").hard) << "硬性 is required as well";
    EXPECT_EQ(at("产出.成本").minRows, 1U);
    EXPECT_EQ(at("产出.成本").maxRows, 5U);
    EXPECT_EQ(text(*at("产出.率").atMost), "100%");
    EXPECT_TRUE(at("产出.率").atLeast->bareZero());
}

TEST_F(Elements, columnsInForce) {
    EXPECT_EQ(names(form, form.columnsOf(form.find("产出"))), "分值 依据 实际值");
    EXPECT_EQ(names(form, form.columnsOf(form.find("产出.成本"))), "分值 依据 实际值");
    EXPECT_EQ(names(form, form.columnsOf(form.find("产出.数量"))), "分值 依据 实际值 批次");
    EXPECT_EQ(names(form, form.columnsOf(form.find("效果"))), "分值 依据");
    EXPECT_EQ(names(form, form.columnsOf(form.find("支出"))), "事项 各年 上年数 累计");
    EXPECT_EQ(names(form, form.columnsOf(form.find("支出.合计额"))), "事项 各年 上年数 累计");
    EXPECT_EQ(names(form, form.columnsOf(form.find("年度"))), "");
    EXPECT_TRUE(form.column(form.find("产出.成本"), "basis")) << "by its English name too";
    EXPECT_FALSE(form.column(form.find("产出.成本"), "批次")) << "another category's";
}

TEST_F(Elements, roles) {
    using syntax::Role;
    EXPECT_EQ(form.withRole({Role::year, ""}), form.find("年度"));
    EXPECT_EQ(form.withRole({Role::budget, ""}), form.find("预算"));
    EXPECT_EQ(form.withRole({Role::budget, "追加"}), form.find("追加"));
    EXPECT_EQ(form.withRole({Role::actual, ""}), form.find("产出.实际值"));
    EXPECT_FALSE(form.withRole({Role::grade, ""}));
}

TEST_F(Elements, modes) {
    EXPECT_EQ(at("分值").mode, Mode::summed) << "what a weight is unless said otherwise";
    EXPECT_EQ(at("依据").mode, Mode::inherited);
    EXPECT_EQ(at("实际值").mode, Mode::own);
}

TEST_F(Elements, periods) {
    EXPECT_TRUE(at("支出.各年").period.each);
    EXPECT_EQ(at("支出.上年数").period.offset, -1);
    EXPECT_EQ(at("支出.累计").period.offset, std::nullopt);
    EXPECT_FALSE(at("支出.累计").period.each);
}

TEST_F(Elements, decompositions) {
    const auto& budget = at("预算").decompositions;
    ASSERT_EQ(budget.size(), 2U);
    EXPECT_EQ(budget[0].label, "按来源");
    EXPECT_TRUE(budget[0].open);
    EXPECT_EQ(budget[0].parts.size(), 2U);
    EXPECT_FALSE(budget[1].open);
    EXPECT_EQ(budget[1].parts.at(1).element, form.find("预算.退回"));
    EXPECT_TRUE(budget[1].parts.at(1).minus);
    EXPECT_TRUE(at("追加").decompositions.at(0).ofWhich);
    EXPECT_TRUE(at("支出.合计额").decompositions.at(0).allRows);
    EXPECT_EQ(at("支出.累计").decompositions.at(0).parts.at(0).element, form.find("支出.各年"));
}

TEST_F(Elements, orderAmongNeighbours) {
    EXPECT_EQ(names(form, form.root().children), "后来的 年度 人员 性质 预算 追加 支出 产出 效果");
    EXPECT_EQ(names(form, form[form.find("支出")].children), "合计额")
        << "columns are not children";
}

TEST_F(Elements, findingByName) {
    EXPECT_EQ(form.find("output.cost"), form.find("产出.成本"));
    EXPECT_EQ(form.find("成本"), form.find("产出.成本")) << "anywhere, the shallowest first";
    EXPECT_FALSE(form.find("产出.没有"));
    EXPECT_FALSE(form.find("没有"));
    EXPECT_EQ(form.path(form.find("成本")).zh, "产出·成本");
    EXPECT_EQ(form.path(form.find("成本")).en, "output.cost (产出·成本)");
    EXPECT_EQ(form.owner(form.find("成本")), form.find("产出"));
    EXPECT_EQ(form.owner(form.find("预算.拨款")), form.find("预算"));
    EXPECT_EQ(form.owner(form.find("支出.合计额")), form.find("支出"));
}

TEST_F(Elements, permanentIdsAreTheEnglishNames) {
    EXPECT_EQ(at("产出.成本").id, "cost");
    EXPECT_EQ(at("预算.拨款").id, "grant");
    Declared without("表单 测.无@2031 { 字段 备注项 : 文本 }");
    const auto bare = without.form("测.无");
    EXPECT_EQ((*bare)[bare->find("备注项")].id, "备注项") << "or the Chinese, where there is none";
}

}  // namespace
}  // namespace biao::definitions

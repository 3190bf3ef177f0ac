// A submission as rules look at it.
#include "model/world.h"

#include <gtest/gtest.h>

#include "filled.h"

namespace biao::model {
namespace {

using expression::RowId;
using test::Filled;
using What = expression::Cell::What;

constexpr const char* kLines = R"(
    年度 2031
    预算 20 = [按来源] 拨款 12 + 捐赠 8
    支出 { | 2031年 | 2032年 | 小计; 土建 | 3 | 4 | 7 }
    分工, 备注 "共用" { | 总额; "送书" | 6; "送戏" | 5; 合计额 | 11 }
    产出, 依据 "计划" {
        数量 {
            "购书" ≥500册, 分值 10 { 其中 "儿童读物" 200册 }
            "总数" 500册, 为合计
        }
        质量 { "完好" 是; "外观" 良好; "返工率" /; "差错率" ?; "合格率" 12公哩 }
    }
)";

struct WorldOf : testing::Test {
    Filled filled{kLines};
    SubmissionWorld world{filled.submission(), filled.units()};

    std::string rows(std::string_view path) {
        std::string out;
        for (const RowId row : world.rows(filled.element(path)))
            out += (out.empty() ? "" : " ") + std::string(world.name(row));
        return out;
    }
    RowId row(std::string_view path, std::string_view name) {
        for (const RowId row : world.rows(filled.element(path))) {
            if (world.name(row) == name) return row;
        }
        ADD_FAILURE() << name;
        return {};
    }
};

TEST_F(WorldOf, rowsOfAnElementAreThoseInItAndBelow) {
    EXPECT_EQ(rows("数量"), "购书 总数") << "without what is of which";
    EXPECT_EQ(rows("产出"), "购书 总数 完好 外观 返工率 差错率 合格率");
    EXPECT_EQ(rows("预算"), "预算 拨款")
        << "parts that only this submission has are not the form's";
    EXPECT_EQ(rows("预算.自筹"), "");
    EXPECT_EQ(rows("分工"), "送书 送戏 合计额");
    EXPECT_EQ(rows("支出.土建"), "土建");
    EXPECT_EQ(rows("年度"), "年度");
}

TEST_F(WorldOf, totalsAreKnown) {
    EXPECT_TRUE(world.isTotal(row("数量", "总数"))) << "marked in the submission";
    EXPECT_TRUE(world.isTotal(row("分工", "合计额"))) << "so declared by the form";
    EXPECT_FALSE(world.isTotal(row("数量", "购书")));
}

TEST_F(WorldOf, categoriesFromTheOutermostIn) {
    const auto path = world.categoryPath(row("数量", "购书"));
    ASSERT_EQ(path.size(), 2U);
    EXPECT_EQ(path.front(), filled.element("产出"));
    EXPECT_EQ(path.back(), filled.element("数量"));
    EXPECT_TRUE(world.categoryPath(row("分工", "送书")).empty()) << "of rows of trees only";
}

TEST_F(WorldOf, cells) {
    const auto own = world.cell(row("数量", "购书"), {});
    EXPECT_EQ(text(own.amount.quantity()), "500册");
    EXPECT_EQ(own.op, syntax::Operator::ge);
    EXPECT_TRUE(own.bounds.lower && !own.bounds.upper);
    EXPECT_EQ(own.raw, "500册");
    const auto points = world.cell(row("数量", "购书"), filled.element("分值"));
    EXPECT_EQ(text(points.amount.quantity()), "10分");
    const auto basis = world.cell(row("数量", "购书"), filled.element("依据"));
    EXPECT_EQ(basis.what, What::text);
    EXPECT_EQ(basis.raw, "计划") << "inherited";
    const auto total = world.cell(row("分工", "送书"), filled.element("分工.总额"));
    EXPECT_EQ(text(total.amount.quantity()), "6万元");
    const auto years = world.cell(row("支出", "土建"), filled.element("支出.各年"));
    EXPECT_EQ(text(years.amount.quantity()), "7万元") << "a group of columns is their sum";
}

TEST_F(WorldOf, aBlankCellStandsWhereItsRowDoes) {
    const auto points = world.cell(row("质量", "完好"), filled.element("分值"));
    EXPECT_EQ(points.what, What::amount);
    EXPECT_TRUE(points.amount.isBlank());
    EXPECT_EQ(points.span, world.span(row("质量", "完好")));
}

TEST_F(WorldOf, statesOfCells) {
    const auto of = [&](const char* name) { return world.cell(row("质量", name), {}); };
    EXPECT_EQ(of("完好").what, What::yes);
    EXPECT_EQ(of("外观").what, What::text);
    EXPECT_EQ(of("返工率").amount.state(), State::notApplicable);
    EXPECT_EQ(of("差错率").amount.state(), State::asked);
    EXPECT_EQ(of("合格率").amount.state(), State::unknown) << "its finding has been said";
}

}  // namespace
}  // namespace biao::model

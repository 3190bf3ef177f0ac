// Which rows a submission has, and what they take over from the rows around
// them.
#include <gtest/gtest.h>

#include "filled.h"

namespace biao::model {
namespace {

using test::Filled;

TEST(Rows, everyLineIsARowOfItsElement) {
    const Filled filled(
        "年度 2031\n预算 20 = 拨款 20 (= 中央 12 + 地方 8)\n"
        "支出 { | 2031年; 土建 | 3 }\n产出 { 数量 { \"乙\" #b ≥5人 } }");
    EXPECT_EQ(filled.row("年度").kind, RowKind::field);
    EXPECT_EQ(filled.row("预算").kind, RowKind::fund);
    EXPECT_EQ(filled.row("中央").element, filled.element("预算.拨款.中央"));
    EXPECT_EQ(filled.row("土建").kind, RowKind::line);
    EXPECT_EQ(filled.row("乙").kind, RowKind::indicator);
    EXPECT_EQ(filled.row("乙").element, filled.element("产出.数量"));
    EXPECT_EQ(filled.row("乙").id, "b");
    EXPECT_EQ(filled.submission().indicators(), 1U);
    EXPECT_EQ(filled.submission().year, 2031);
    EXPECT_EQ(filled.submission().title, "甲");
}

TEST(Rows, aPartOfAnOpenListIsOneOfItsTotal) {
    const Filled filled("预算 20 = [按来源] 拨款 15 + 捐赠 5");
    EXPECT_FALSE(filled.row("拨款").added);
    EXPECT_TRUE(filled.row("捐赠").added);
    EXPECT_EQ(filled.row("捐赠").element, filled.element("预算"));
    EXPECT_EQ(filled.row("捐赠").kind, RowKind::fund);
}

TEST(Rows, theBlockAndTheEquationSayTheSame) {
    const Filled equation("预算 20 = 拨款 15 (= 中央 10 + 地方 5) + 自筹 5");
    const Filled block("预算 20 { 拨款 15 { 中央 10; 地方 5 }; 自筹 5 }");
    ASSERT_EQ(equation.submission().rows.size(), block.submission().rows.size());
    for (const char* name : {"预算", "拨款", "中央", "地方", "自筹"}) {
        const Row& one = equation.row(name);
        const Row& other = block.row(name);
        EXPECT_EQ(one.element, other.element) << name;
        EXPECT_EQ(text(one.value().amount.quantity()), text(other.value().amount.quantity()));
        EXPECT_EQ(equation.submission()[one.parent].name, block.submission()[other.parent].name);
    }
}

TEST(Rows, aReopenedCategoryIsOne) {
    const Filled filled(
        "产出 { 数量 { \"乙\" 1人 } }\n年度 2031\n产出 { 质量 { "
        "\"丙\" 1% }; 数量 { \"丁\" 2人 } }");
    EXPECT_EQ(filled.row("乙").parent, filled.row("丁").parent);
    std::size_t categories = 0;
    for (const Row& row : filled.submission().rows)
        categories += row.kind == RowKind::category && row.element.value != 0 ? 1 : 0;
    EXPECT_EQ(categories, 3U) << "产出, 数量, 质量";
}

TEST(Rows, anInheritedAttributeIsTakenOverUntilSomethingElseIsSaid) {
    const Filled filled(
        "产出, 依据 \"计划\" {\n"
        "    数量 { \"乙\" 1人; \"丙\" 2人, 依据 \"标准\"; "
        "\"丁\" 3人, 依据 空 }\n"
        "    质量 { 依据 \"合同\"; \"戊\" 1% }\n"
        "}");
    EXPECT_EQ(filled.cell("乙", "依据")->value.text, "计划");
    EXPECT_TRUE(filled.cell("乙", "依据")->inherited);
    EXPECT_EQ(filled.cell("丙", "依据")->value.text, "标准");
    EXPECT_FALSE(filled.cell("丙", "依据")->inherited);
    EXPECT_TRUE(filled.cell("丁", "依据")->value.isBlank());
    EXPECT_FALSE(filled.cell("丁", "依据")->inherited) << "its own, and empty";
    EXPECT_EQ(filled.cell("戊", "依据")->value.text, "合同") << "the nearest one";
}

TEST(Rows, aWeightOnACategoryStaysThere) {
    const Filled filled("产出, 分值 60 { 数量 { \"乙\" 1人 } }");
    EXPECT_EQ(filled.cell("乙", "分值"), nullptr);
    EXPECT_NE(filled.cell("产出", "分值"), nullptr);
}

TEST(Rows, subRowsHangUnderTheirRow) {
    const Filled filled(
        "产出 { 数量 { \"乙\" 5册 { 其中 \"丙\" 2册; 其中 \"丁\" "
        "3册 }; \"戊\" { 并 \"己\" 1次 } } }");
    EXPECT_EQ(filled.row("丙").kind, RowKind::ofWhich);
    EXPECT_EQ(filled.submission()[filled.row("丙").parent].name, "乙");
    EXPECT_EQ(filled.row("己").kind, RowKind::together);
    EXPECT_EQ(filled.submission().indicators(), 2U) << "乙 and 戊";
}

TEST(Rows, oneValueForSeveral) {
    const Filled filled("产出 { 质量 { 同值 ≥90% { \"乙\"; \"丙\" 95% } } }");
    EXPECT_EQ(text(filled.row("乙").value().amount.quantity()), "90%");
    EXPECT_EQ(text(filled.row("丙").value().amount.quantity()), "95%") << "its own comes first";
}

TEST(Rows, aHeaderOpensColumns) {
    const Filled filled("支出 { | 2032年 | 2031年 | 小计; 土建 | 3 | | 3; 设备 | 1 | 2 | 3 }");
    const auto table = filled.element("支出");
    const auto* opened = filled.submission().columnsOf(table);
    ASSERT_NE(opened, nullptr);
    const auto years = filled.element("支出.各年");
    const Cell* first = filled.row("土建").cell({years, 2032});
    ASSERT_NE(first, nullptr);
    EXPECT_EQ(text(first->value.amount.quantity()), "3万元");
    ASSERT_NE(filled.row("土建").cell({years, 2031}), nullptr) << "a blank cell is a cell";
    EXPECT_TRUE(filled.row("土建").cell({years, 2031})->value.isBlank());
    EXPECT_EQ(filled.row("土建").cell({years, 2033}), nullptr);
    EXPECT_EQ(std::count_if(opened->begin(), opened->end(),
                            [](const ColumnRef& column) { return column.year.has_value(); }),
              2);
}

TEST(Rows, pathsForMessages) {
    const Filled filled("产出 { 数量 { \"乙\" 5册 { 其中 \"丙\" 2册 } } }");
    for (std::uint32_t i = 0; i < filled.submission().rows.size(); ++i) {
        if (filled.submission().rows[i].name != "乙") continue;
        EXPECT_EQ(rowPath(filled.submission(), {i}).zh, "产出·数量·乙");
    }
}

}  // namespace
}  // namespace biao::model

// Submissions as rules over a set look at them.
#include "model/set_world.h"

#include <gtest/gtest.h>

#include "declared.h"
#include "model/keep.h"
#include "model/read.h"

namespace biao::model {
namespace {

using expression::RowId;
using What = expression::Cell::What;

constexpr const char* kText = R"(
表单 测.项目表@2031 {
    适用 项目
    金额单位 万元
    字段 年度 (year) : 年, 角色 年度
    字段 编码 (code) : 文本, 角色 主体代码
    资金 预算 (budget) = 拨款 (grant) + 自筹 (own), 角色 预算
    指标 产出 (output) { 数量 (quantity) : 计数 }
    列 依据 (basis) : 文本, 承袭
}
表单 测.部门表@2031 {
    适用 部门
    金额单位 万元
    字段 财年 (fiscal_year) : 年, 角色 年度
    字段 单位 (unit_name) : 文本, 角色 主体名
    表 任务 (tasks), 自由行 { 列 总额 (total) : 金额; 行 合计额 (all) = 合计(行) }
}
使用 测.项目表@2031, 于 项目
使用 测.部门表@2031, 于 部门
项目 "甲" { 年度 2031年; 编码 "01"; 预算 9 = 拨款 4 + 自筹 5; 产出, 依据 "计划" { 数量 { "桥" 3座 } } }
project "乙" { 编码 02; 产出 { 数量 { "路灯" 40盏; 其中 "旧灯" 4盏 } } }
项目 "丙" { 年度 2031; 预祘 7 }
部门 "某局" { 财年 2031; 单位 "某县某局"; 任务 { | 总额; "送书" | 6; 合计额 | 6 } }
部门 "某所" { 年度 2031 }
)";

struct SetOf : testing::Test {
    test::Declared declared{kText};
    definitions::SetForm set{{{"项目", "project"}, {"部门", "department"}},
                             {declared.form("测.项目表"), declared.form("测.部门表")}};
    std::vector<Kept> kept;
    std::unique_ptr<SetWorld> world;

    SetOf() {
        for (Submission& one : model::read(declared.file(), declared.source(), declared.library(),
                                           Limits(), declared.findings())) {
            kept.push_back(keep(std::move(one)));
        }
        std::vector<SetWorld::Member> members;
        for (const Kept& one : kept) {
            members.push_back({&one.submission, one.submission.form->subject, &declared.units()});
        }
        world = std::make_unique<SetWorld>(set, members, declared.units(), declared.units());
    }
    definitions::ElementId element(std::string_view path) const { return set.form()->find(path); }
    std::string rows(std::string_view path) const {
        std::string out;
        for (const RowId row : world->rows(element(path)))
            out += (out.empty() ? "" : " ") + std::string(world->name(row));
        return out;
    }
    RowId row(std::string_view path, std::size_t at) const {
        return world->rows(element(path)).at(at);
    }
    expression::Cell cell(std::string_view path, std::size_t at, std::string_view column) const {
        const RowId of = row(path, at);
        const auto id = set.form()->column(world->element(of), column);
        EXPECT_TRUE(id) << column;
        return world->cell(of, id);
    }
};

TEST_F(SetOf, aRowOfASubjectIsASubmission) {
    EXPECT_EQ(rows("项目"), "甲 乙 丙");
    EXPECT_EQ(rows("部门"), "某局 某所");
    EXPECT_EQ(world->span(row("项目", 0)), kept[0].submission.headSpan);
    EXPECT_EQ(world->element(row("部门", 0)), set.subject("部门"));
    EXPECT_EQ(world->cell(row("项目", 0), {}).amount.state(), State::blank);
}

TEST_F(SetOf, itsCellsAreFieldsAndFunds) {
    EXPECT_EQ(text(cell("项目", 0, "预算").amount.quantity()), "9万元");
    EXPECT_EQ(text(cell("项目", 0, "拨款").amount.quantity()), "4万元");
    EXPECT_EQ(cell("项目", 0, "编码").raw, "01");
    EXPECT_TRUE(cell("项目", 1, "预算").amount.isBlank());
    EXPECT_EQ(cell("项目", 1, "预算").span, kept[1].submission.headSpan);
}

TEST_F(SetOf, yearsAreOneHoweverTheyAreWritten) {
    for (const auto* path : {"项目", "部门"}) {
        EXPECT_EQ(cell(path, 0, "年度").what, What::text);
        EXPECT_EQ(cell(path, 0, "年度").raw, "2031");
    }
    EXPECT_TRUE(cell("项目", 1, "年度").amount.isBlank());
}

TEST_F(SetOf, whoHasNoNameGoesByItsTitle) {
    EXPECT_EQ(cell("部门", 0, "主体名").raw, "某县某局");
    EXPECT_EQ(cell("部门", 1, "主体名").raw, "") << "what is not understood may be its name";
    EXPECT_EQ(cell("项目", 0, "主体名").raw, "甲");
    EXPECT_TRUE(cell("项目", 0, "上级主体").amount.isBlank());
}

TEST_F(SetOf, whatMayStandInALostLineIsUnknown) {
    EXPECT_EQ(cell("项目", 2, "预算").amount.state(), State::unknown);
    EXPECT_EQ(cell("项目", 2, "年度").raw, "2031");
}

TEST_F(SetOf, rowsOfTreesAndTablesAreThoseOfAll) {
    EXPECT_EQ(rows("产出"), "桥 路灯") << "without what is of which";
    EXPECT_EQ(rows("项目.产出.数量"), "桥 路灯");
    EXPECT_EQ(rows("任务"), "送书 合计额");
    EXPECT_TRUE(world->isTotal(row("任务", 1)));
    EXPECT_EQ(text(world->cell(row("产出", 1), {}).amount.quantity()), "40盏");
    EXPECT_EQ(cell("产出", 0, "依据").raw, "计划");
    EXPECT_EQ(text(cell("任务", 0, "总额").amount.quantity()), "6万元");
    const auto path = world->categoryPath(row("产出", 0));
    ASSERT_EQ(path.size(), 2U);
    EXPECT_EQ((*set.form())[path[0]].name.zh, "产出");
}

TEST_F(SetOf, theyKnowTheirSubmission) {
    EXPECT_EQ(cell("产出", 0, "编码").raw, "01");
    EXPECT_EQ(cell("任务", 0, "主体名").raw, "某县某局");
    EXPECT_EQ(cell("任务", 1, "年度").raw, "2031");
}

TEST_F(SetOf, whatOtherUnitsMeasureIsUnknown) {
    const UnitTable none;
    const SetWorld other(set, {{&kept[0].submission, "项目", &declared.units()}}, none, none);
    const auto budget = set.form()->column(set.subject("项目"), "预算");
    EXPECT_EQ(other.cell({0}, budget).amount.state(), State::unknown);
}

TEST(Keep, textsOutliveTheTree) {
    Kept kept;
    {
        test::Declared declared(
            "使用 国家.项目支出绩效目标表@2015\n项目 \"甲\\\"乙\" { 年度　２０３１; 实施单位 某局 "
            "}\n");
        auto all = model::read(declared.file(), declared.source(), declared.library(), Limits(),
                               declared.findings());
        kept = keep(std::move(all.at(0)));
        EXPECT_TRUE(kept.submission.rows[1].equations.empty());
        EXPECT_FALSE(kept.texts.empty());
    }
    for (const std::string& text : kept.texts)
        EXPECT_FALSE(text.empty());
}

}  // namespace
}  // namespace biao::model

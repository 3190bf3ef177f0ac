// Three texts in, one out: what is in conflict, and how what is not was put together.
#include "merge/merge.h"

#include <gtest/gtest.h>

#include <string>

namespace biao::merge {
namespace {

Merged merged(const std::string& base, const std::string& ours, const std::string& theirs) {
    auto result = merge({base, ours, theirs}, {}, {});
    EXPECT_TRUE(result.has_value());
    return result.value_or(Merged{});
}

void expectClean(const std::string& base, const std::string& ours, const std::string& theirs,
                 const std::string& wanted) {
    const Merged result = merged(base, ours, theirs);
    EXPECT_EQ(result.text, wanted);
    EXPECT_EQ(result.conflicts, 0u);
}

/// A submission whose outputs are these lines.
std::string rows(const std::string& lines) {
    return "项目 \"甲\" {\n    年度 2031\n    产出指标 {\n" + lines + "    }\n}\n";
}

const std::string two = rows("        \"修路\" ≥2公里\n        \"路灯\" ≥20盏\n");

TEST(Merge, NeighboursThatBothChangedAreNoConflict) {
    expectClean(two, rows("        \"修路\" ≥3公里\n        \"路灯\" ≥20盏\n"),
                rows("        \"修路\" ≥2公里\n        \"路灯\" ≥30盏\n"),
                rows("        \"修路\" ≥3公里\n        \"路灯\" ≥30盏\n"));
}

TEST(Merge, TheSameChangeOnBothSidesIsTakenOnce) {
    const std::string changed = rows("        \"修路\" ≥3公里\n        \"路灯\" ≥20盏\n");
    expectClean(two, changed, changed, changed);
    const std::string laidOut = rows("        \"修路\"   >= 3公里\n        \"路灯\" ≥20盏\n");
    expectClean(two, changed, laidOut, changed);
}

TEST(Merge, OneRowChangedTwiceIsMarkedAlone) {
    const Merged result = merged(two, rows("        \"修路\" ≥3公里\n        \"路灯\" ≥20盏\n"),
                                 rows("        \"修路\" ≥4公里\n        \"路灯\" ≥30盏\n"));
    EXPECT_EQ(result.conflicts, 1u);
    EXPECT_EQ(result.text, rows("<<<<<<< ours\n        \"修路\" ≥3公里\n=======\n"
                                "        \"修路\" ≥4公里\n>>>>>>> theirs\n"
                                "        \"路灯\" ≥30盏\n"));
}

TEST(Merge, RowsAddedOnBothSidesStandOursFirst) {
    expectClean(two,
                rows("        \"修路\" ≥2公里\n        \"护栏\" ≥1公里\n        \"路灯\" ≥20盏\n"),
                rows("        \"修路\" ≥2公里\n        \"标牌\" ≥9块\n        \"路灯\" ≥20盏\n"),
                rows("        \"修路\" ≥2公里\n        \"护栏\" ≥1公里\n        \"标牌\" ≥9块\n"
                     "        \"路灯\" ≥20盏\n"));
}

TEST(Merge, OneRowAddedTwiceWithOtherValuesIsAConflict) {
    const std::string ours =
        rows("        \"修路\" ≥2公里\n        \"路灯\" ≥20盏\n        \"护栏\" ≥1公里\n");
    const std::string theirs =
        rows("        \"护栏\" ≥2公里\n        \"修路\" ≥2公里\n        \"路灯\" ≥20盏\n");
    EXPECT_EQ(merged(two, ours, theirs).conflicts, 1u);
    const std::string same =
        rows("        \"护栏\" ≥1公里\n        \"修路\" ≥2公里\n        \"路灯\" ≥20盏\n");
    EXPECT_EQ(merged(two, ours, same).conflicts, 0u);
}

TEST(Merge, WhatOneSideTookOutIsGoneUnlessTheOtherChangedIt) {
    const std::string one = rows("        \"路灯\" ≥20盏\n");
    expectClean(two, one, two, one);
    expectClean(two, two, one, one);
    const std::string changed = rows("        \"修路\" ≥3公里\n        \"路灯\" ≥20盏\n");
    const Merged result = merged(two, one, changed);
    EXPECT_EQ(result.text, rows("<<<<<<< ours\n=======\n        \"修路\" ≥3公里\n>>>>>>> theirs\n"
                                "        \"路灯\" ≥20盏\n"));
}

TEST(Merge, AnIdIsStrongerThanAName) {
    expectClean(rows("        \"修路\" #road ≥2公里\n        \"路灯\" ≥20盏\n"),
                rows("        \"路灯\" ≥20盏\n        \"维修村道\" #road ≥2公里\n"),
                rows("        \"修路\" #road ≥2公里\n        \"路灯\" ≥30盏\n"),
                rows("        \"路灯\" ≥30盏\n        \"维修村道\" #road ≥2公里\n"));
}

TEST(Merge, CommentsAndLayoutStayWithWhoeverWroteThem) {
    expectClean(
        two,
        rows("        // 县道不算\n        \"修路\" ≥2公里  // 村道\n        \"路灯\" ≥20盏\n"),
        rows("        \"修路\"  ≥3公里\n\n        \"路灯\"    ≥20盏\n"),
        rows("        // 县道不算\n        \"修路\"  ≥3公里  // 村道\n\n"
             "        \"路灯\"    ≥20盏\n"));
}

TEST(Merge, RowsOnOneLineStaySeparate) {
    expectClean("项目 \"甲\" { 年度 2031; 产出指标 { \"甲\" ≥1个 } }\n",
                "项目 \"甲\" { 年度 2031; 产出指标 { \"甲\" ≥1个; \"乙\" ≥2个 } }\n",
                "项目 \"甲\" { 年度 2032; 产出指标 { \"甲\" ≥1个; \"丙\" ≥3个 } }\n",
                "项目 \"甲\" { 年度 2032; 产出指标 { \"甲\" ≥1个; \"乙\" ≥2个; \"丙\" ≥3个 } }\n");
}

TEST(Merge, ATableWithAnotherHeadingIsAnotherTable) {
    const std::string base =
        "部门 \"甲\" {\n    表 {\n        | 甲\n        一 | 1\n        二 | 2\n    }\n}\n";
    const std::string heading =
        "部门 \"甲\" {\n    表 {\n        | 甲 | 乙\n        一 | 1 | 1\n        二 | 2 | 2\n    "
        "}\n}\n";
    const std::string row =
        "部门 \"甲\" {\n    表 {\n        | 甲\n        一 | 1\n        二 | 3\n    }\n}\n";
    expectClean(base, heading, base, heading);
    EXPECT_EQ(merged(base, heading, row).conflicts, 1u);
}

TEST(Merge, MarksAreAsLongAsAsked) {
    Marks marks;
    marks.length = 9;
    const auto result = merge(
        {two, rows("        \"修路\" ≥3公里\n"), rows("        \"修路\" ≥4公里\n")}, marks, {});
    ASSERT_TRUE(result.has_value());
    EXPECT_NE(result->text.find("<<<<<<<<< ours\n"), std::string::npos);
}

TEST(Merge, WhatCannotBeReadIsLeftToOthers) {
    EXPECT_FALSE(merge({two, "项目 \"甲\" {\n", two}, {}, {}).has_value());
    EXPECT_FALSE(merge({"", two, "项目 \"甲\" { 年度 2031 "}, {}, {}).has_value());
}

TEST(Merge, NoRowIsLostHoweverManyThereAre) {
    std::string base;
    std::string ours;
    std::string theirs;
    for (int i = 0; i < 20000; ++i) {
        const std::string name = "        \"第" + std::to_string(i) + "项\" ≥";
        base += name + "1个\n";
        ours += name + (i % 3 == 0 ? "2个\n" : "1个\n");
        theirs += name + (i % 3 == 1 ? "3个\n" : "1个\n");
    }
    const Merged result = merged(rows(base), rows(ours), rows(theirs));
    EXPECT_EQ(result.conflicts, 0u);
    std::size_t lines = 0;
    for (const char c : result.text)
        lines += c == '\n';
    EXPECT_EQ(lines, 20000u + 5);
}

}  // namespace
}  // namespace biao::merge

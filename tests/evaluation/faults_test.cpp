// What is wrong in bands and schemes is said at its place.
#include <gtest/gtest.h>

#include "scored.h"

namespace biao::test {
namespace {

std::vector<std::string> faults(const std::string& more) {
    Declared declared(form(more, ""));
    Findings& findings = declared.findings();
    const auto made = declared.form("测.评分表", "2031");
    if (!made->broken) expression::compileSchemes(*made, declared.library(), findings);
    return declared.said();
}

using Said = std::vector<std::string>;

TEST(BandsFaults, thresholdsStandInOrder) {
    EXPECT_EQ(faults("分段 级 : 得分 → 词 { ≥80分 ⇒ 良; ≥90分 ⇒ 优; 否则 ⇒ 差 }"),
              Said{"B905 ≥90分 ⇒ 优"});
    EXPECT_EQ(faults("分段 级 : 得分 → 词 { >80分 ⇒ 良; ≥80分 ⇒ 优; 否则 ⇒ 差 }"), Said{});
}

TEST(BandsFaults, endInElse) {
    EXPECT_EQ(faults("分段 级 : 得分 → 词 { ≥80分 ⇒ 良 }"), Said{"B905 级"});
    EXPECT_EQ(faults("分段 级 : 得分 → 词 { 否则 ⇒ 差; ≥80分 ⇒ 良 }"), Said{"B905 ≥80分 ⇒ 良"});
}

TEST(BandsFaults, haveThresholdsAndResultsOfTheirKinds) {
    EXPECT_EQ(faults("分段 级 : 得分 → 词 { ≥80% ⇒ 良; 否则 ⇒ 差 }"), Said{"B905 ≥80% ⇒ 良"});
    EXPECT_EQ(faults("分段 级 : 得分 → 比率 { ≥80分 ⇒ 良; 否则 ⇒ 0% }"), Said{"B905 良"});
    EXPECT_EQ(faults("分段 级 : 得分 → 比率 { ≥80分 ⇒ 3户; 否则 ⇒ 0% }"), Said{"B905 3户"});
}

TEST(BandsFaults, takeAnArgumentThatMeetsThem) {
    EXPECT_EQ(faults("分段 级 : 得分 → 比率 { ≥80分 ⇒ 1%; 否则 ⇒ 0% }\n"
                     "评分法 法 { 对 r 于 行\n 否则 ⇒ 满分 × 级(预算) }"),
              Said{"B904 级(预算)"});
}

TEST(SchemeFaults, endInElse) {
    EXPECT_EQ(faults("评分法 法 { 对 r 于 行\n 有值(r.@实际) ⇒ 满分 }"), Said{"B904 法"});
    EXPECT_EQ(faults("评分法 法 { 对 r 于 行\n 否则 ⇒ 满分\n 有值(r.@实际) ⇒ 0分 }"),
              Said{"B904 有值(r.@实际) ⇒ 0分"});
}

TEST(SchemeFaults, givePoints) {
    EXPECT_EQ(faults("评分法 法 { 对 r 于 行\n 否则 ⇒ 3户 }"), Said{"B904 3户"});
    EXPECT_EQ(faults("评分法 法 { 对 r 于 行\n 否则 ⇒ 未评() }"), Said{"B904 未评()"});
    EXPECT_EQ(faults("评分法 法 { 对 r 于 行\n 否则 ⇒ 之间(0分) }"), Said{"B904 之间(0分)"});
}

TEST(SchemeFaults, narrowBeforeTheyCalculate) {
    EXPECT_EQ(faults("评分法 法 { 对 r 于 行 当 r.@目标 是 数量\n"
                     "否则 ⇒ 满分 × r.@实际 ÷ 下界(r.@目标) }"),
              Said{"B904 r.@实际"});
    EXPECT_EQ(faults("评分法 法 { 对 r 于 行 当 r.@目标 是 数量\n"
                     "非 r.@实际 是 数量 ⇒ 0分\n"
                     "否则 ⇒ 满分 × r.@实际 ÷ 下界(r.@目标) }"),
              Said{});
}

TEST(SchemeFaults, rateByWordsOfTheirScale) {
    EXPECT_EQ(faults("评分法 灯 : 选项(绿, 红) { 对 r 于 行\n 有值(r.@实际) ⇒ 黄\n 否则 ⇒ 红 }"),
              Said{"B904 黄"});
}

TEST(SchemeFaults, theirWordsStandNowhereElse) {
    EXPECT_EQ(faults("规则 B5:甲 { 未评(\"a\", \"b\")\n 否则 \"c\" }\n评分法 法 { 对 r 于 行\n "
                     "否则 ⇒ 满分 }"),
              Said{});  // rules are compiled elsewhere
}

}  // namespace
}  // namespace biao::test

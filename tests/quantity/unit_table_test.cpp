#include "quantity/unit_table.h"

#include <gtest/gtest.h>

#include "declared_units.h"

namespace biao {
namespace {

using test::base;
using test::unit;
using test::units;

Dimension d(std::string_view name, int exponent = 1) {
    return Dimension(base(name), exponent);
}

TEST(UnitTable, declarationsThatCannotBe) {
    UnitTable table;
    const BaseId money =
        table.defineBase({Localized("金额", "money"), BaseKind::measured, {}}).value();
    const std::vector<Reading> yuan{{Dimension(money), 1}};
    EXPECT_FALSE(table.defineBase({Localized("x"), BaseKind::counted, BaseId{9}}));
    EXPECT_TRUE(table.defineUnit("元", yuan));
    EXPECT_FALSE(table.defineUnit("元", yuan));
    EXPECT_FALSE(table.defineUnit("", yuan));
    EXPECT_FALSE(table.defineUnit("角", {}));
    EXPECT_FALSE(table.defineUnit("角", {{Dimension(money), 0}}));
    EXPECT_FALSE(table.defineUnit("角", {{Dimension(money), -1}}));
    EXPECT_FALSE(table.defineUnit("角", {{Dimension(BaseId{7}), 1}}));
    EXPECT_FALSE(table.defineAlias("块", "角"));
    EXPECT_TRUE(table.defineAlias("块", "元"));
    EXPECT_FALSE(table.defineAlias("块", "元"));
    EXPECT_TRUE(table.defineMagnitude("万", 10000));
    EXPECT_FALSE(table.defineMagnitude("万", 10000));
    EXPECT_FALSE(table.defineMagnitude("元", 10));
    EXPECT_FALSE(table.defineMagnitude("零", 0));
    EXPECT_TRUE(table.definePerWord("每"));
    EXPECT_FALSE(table.definePerWord("每"));
    EXPECT_FALSE(table.defineUnit("每", yuan));
    EXPECT_TRUE(table.defineMisspelling("圆", "元"));
    EXPECT_FALSE(table.defineMisspelling("块", "元"));
    EXPECT_FALSE(table.defineUnit("圆", yuan));
    EXPECT_EQ(table.units().size(), 1u);
}

TEST(UnitTable, longestMagnitudeFirst) {
    UnitTable table;
    const BaseId money = table.defineBase({Localized("金额"), BaseKind::measured, {}}).value();
    table.defineUnit("元", {{Dimension(money), 1}});
    table.defineMagnitude("万", 10000);
    table.defineMagnitude("万万", 7);
    const auto read = std::get<UnitRef>(table.read("万万元"));
    EXPECT_EQ(read->readings().front().factor, 7);
    EXPECT_EQ(read->spelling(), "万万元");
}

TEST(UnitTable, aCopyIsATableOfItsOwn) {
    UnitTable copy = units();
    EXPECT_TRUE(copy.defineUnit("羽", {{d("只"), 1}}));
    EXPECT_TRUE(copy.word("羽"));
    EXPECT_FALSE(units().word("羽"));
    EXPECT_EQ(copy.word("元"), units().word("元"));
}

TEST(UnitTable, parents) {
    UnitTable table;
    const auto define = [&](const char* name) {
        return table.defineBase({Localized(name), BaseKind::counted, {}}).value();
    };
    const BaseId a = define("a");
    const BaseId b = define("b");
    const BaseId c = define("c");
    const BaseId other = define("other");
    EXPECT_TRUE(table.setParent(a, b));
    EXPECT_TRUE(table.setParent(a, b));
    EXPECT_TRUE(table.setParent(b, c));
    EXPECT_FALSE(table.setParent(c, a));
    EXPECT_FALSE(table.setParent(a, a));
    EXPECT_FALSE(table.setParent(a, other));
    EXPECT_FALSE(table.setParent(a, BaseId{99}));
    EXPECT_EQ(table.compatible(Dimension(a), Dimension(c)), Compatibility::parent);
    EXPECT_EQ(table.compatible(Dimension(a), Dimension(other)), Compatibility::no);
}

TEST(UnitTable, compatible) {
    using enum Compatibility;
    const Dimension money = d("金额");
    struct Case {
        Dimension a;
        Dimension b;
        Compatibility how;
    };
    const Case cases[] = {
        {d("人"), d("人"), same},
        {d("人"), d("户"), no},
        {d("人"), d("人次"), no},
        {d("人"), d("项"), generic},
        {d("项"), d("项"), same},
        {d("金额"), d("项"), no},
        {d("项"), Dimension(), no},
        {d("百分点"), Dimension(), no},
        {d("月"), d("日"), no},
        {d("日"), d("工作日"), no},
        {d("功率"), d("能量"), no},
        {d("长度"), d("延长"), no},
        {d("牲畜"), d("头"), parent},
        {d("头"), d("只"), siblings},
        {d("头"), d("桌"), no},
        {money.over(d("人")), money.over(d("项")), generic},
        {money.over(d("头")), money.over(d("牲畜")), parent},
        {money.over(d("人")), money, no},
        {money.over(d("人")), money.over(d("户")), no},
        {money.over(d("人")).over(d("月")), money.over(d("项")).over(d("月")), generic},
        {money.over(d("人")).over(d("月")), money.over(d("项")).over(d("日")), no},
        {d("项").over(d("人")), Dimension(), no},
        {d("人", 2), d("人").times(d("项")), generic},
        {d("人", 2), d("项", 2), generic},
        {d("人", 2), d("人"), no},
        {d("人"), d("人", -1), no},
        {d("头").times(d("人")), d("牲畜").times(d("项")), parent},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(units().compatible(c.a, c.b), c.how)
            << units().describe(c.a, Language::zh, "-") << " "
            << units().describe(c.b, Language::zh, "-");
        EXPECT_EQ(units().compatible(c.b, c.a), c.how);
    }
    const Dimension beyond = d("人", Dimension::kMaxExponent + 1);
    EXPECT_EQ(units().compatible(beyond, beyond), no);
    EXPECT_FALSE(comparable(siblings));
    EXPECT_TRUE(summable(siblings));
    EXPECT_FALSE(summable(no));
}

TEST(UnitTable, join) {
    EXPECT_EQ(units().join(d("头"), d("只")), d("牲畜"));
    EXPECT_EQ(units().join(d("牲畜"), d("只")), d("牲畜"));
    EXPECT_EQ(units().join(d("项"), d("只")), d("只"));
    EXPECT_EQ(units().join(d("只"), d("项")), d("只"));
    EXPECT_EQ(units().join(d("人"), d("户")), std::nullopt);
    EXPECT_EQ(units().join(d("金额").over(d("头")), d("金额").over(d("只"))),
              d("金额").over(d("牲畜")));
}

TEST(UnitTable, productOfDimensions) {
    EXPECT_EQ(units().product(d("人"), d("金额").over(d("人"))), d("金额"));
    EXPECT_EQ(units().product(d("机具"), d("金额").over(d("项"))), d("金额"));
    EXPECT_EQ(units().product(d("项"), d("金额").over(d("机具"))), d("金额"));
    EXPECT_EQ(units().product(d("桌"), d("金额").over(d("家具"))), d("金额"));
    EXPECT_EQ(units().product(d("户"), d("金额").over(d("人"))),
              d("金额").times(d("户")).over(d("人")));
}

TEST(UnitTable, kindsOfDimensions) {
    EXPECT_TRUE(units().isCount(d("人")));
    EXPECT_TRUE(units().isCount(d("项")));
    EXPECT_FALSE(units().isCount(d("金额")));
    EXPECT_FALSE(units().isCount(d("人", 2)));
    EXPECT_FALSE(units().isCount(d("人", -1)));
    EXPECT_FALSE(units().isCount(d("人").over(d("户"))));
    EXPECT_FALSE(units().isCount(Dimension()));
    EXPECT_TRUE(units().isRateOf(d("金额").over(d("人")), base("金额")));
    EXPECT_FALSE(units().isRateOf(d("金额"), base("金额")));
    EXPECT_FALSE(units().isRateOf(d("人").over(d("户")), base("金额")));
}

TEST(UnitTable, describe) {
    const Dimension wage = d("金额").over(d("人")).over(d("月"));
    // In the order the bases were declared: what they are written in is not known here.
    EXPECT_EQ(units().describe(wage, Language::zh, "比率"), "金额/月/人");
    EXPECT_EQ(units().describe(wage, Language::en, "ratio"), "money/month/person");
    EXPECT_EQ(units().describe(d("人").times(d("日")), Language::zh, ""), "日·人");
    EXPECT_EQ(units().describe(d("长度", 2), Language::en, ""), "length·length");
    EXPECT_EQ(units().describe(Dimension(), Language::zh, "比率"), "比率");
}

TEST(UnitTable, unitForBaseUnits) {
    EXPECT_EQ(units().unitFor(d("金额")), unit("元"));
    EXPECT_EQ(units().unitFor(d("家具"))->spelling(), "件");
    EXPECT_FALSE(units().unitFor(d("家具"))->ambiguous());
    EXPECT_EQ(units().unitFor(d("牲畜"))->spelling(), "头只");
    EXPECT_EQ(units().unitFor(d("金额").over(d("月")))->spelling(), "元/月");
    EXPECT_EQ(units().unitFor(d("月", -1))->spelling(), "/月");
    EXPECT_EQ(units().unitFor(Dimension())->spelling(), "");
    UnitTable table;
    const BaseId unnamed =
        table.defineBase({Localized("物", "thing"), BaseKind::counted, {}}).value();
    EXPECT_EQ(table.unitFor(Dimension(unnamed))->spelling(Language::en), "thing");
}

}  // namespace
}  // namespace biao

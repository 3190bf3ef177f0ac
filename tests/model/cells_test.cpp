// What one cell is understood as: its state, and what calculations see of it.
#include <gtest/gtest.h>

#include "filled.h"

namespace biao::model {
namespace {

using test::Filled;
using Type = Value::Type;

struct Written {
    std::string text;
    Type type;
    State number;
};

TEST(Cells, statesOfATarget) {
    const std::vector<Written> all = {
        {"", Type::blank, State::blank},
        {"空", Type::blank, State::blank},
        {"\"\"", Type::blank, State::blank},
        {"0", Type::measure, State::known},
        {"?", Type::asked, State::asked},
        {"/", Type::notApplicable, State::notApplicable},
        {"≥5人", Type::measure, State::known},
        {"达到95%", Type::measure, State::known},
        {"3~5公里", Type::range, State::known},
        {"102户、321人", Type::tuple, State::blank},
        {"12公哩", Type::unreadable, State::unknown},
        {"10月", Type::date, State::blank},
        {"截至 2031-10-31", Type::date, State::blank},
        {"是", Type::yes, State::blank},
        {"否", Type::no, State::blank},
        {"显著提升", Type::word, State::blank},
        {"\"群众评价好\"", Type::text, State::blank},
        {"\"≥5人\"", Type::measure, State::known},
    };
    for (const Written& written : all) {
        const Filled filled("产出 { 任意 { \"乙\" " + written.text + " } }");
        const Value& value = filled.row("乙").value();
        EXPECT_EQ(value.type, written.type) << written.text;
        EXPECT_EQ(value.number().state(), written.number) << written.text;
    }
}

TEST(Cells, quotesAreAboutTheCellWhereOnlyMeasuresGo) {
    const Filled filled(
        "产出 { 数量 { \"乙\" \"≥5人\"; \"丙\" \"很多\" }; 质量 "
        "{ \"丁\" \"很好\" } }");
    EXPECT_TRUE(filled.row("乙").value().quoted);
    EXPECT_EQ(filled.row("乙").value().text, "≥5人") << "the text is kept";
    EXPECT_EQ(filled.row("丙").value().type, Type::unreadable);
    EXPECT_EQ(filled.row("丙").value().text, "很多");
    EXPECT_EQ(filled.row("丁").value().type, Type::text) << "a word may stand there as well";
    EXPECT_EQ(filled.said(), (std::vector<std::string>{"B206 \"≥5人\"", "B205 \"很多\""}));
}

TEST(Cells, aBareNumberTakesTheUnitOfItsPlace) {
    const Filled filled(
        "预算 20 = 拨款 15万元 + 自筹 50000元\n"
        "产出 { 数量 { \"乙\" ≥5, 分值 30 } }");
    EXPECT_EQ(text(filled.row("预算").value().amount.quantity()), "20万元");
    EXPECT_EQ(text(filled.row("自筹").value().amount.quantity()), "50000元") << "kept as written";
    EXPECT_TRUE(filled.row("乙").value().amount.quantity().bare()) << "never guessed";
    EXPECT_EQ(text(filled.cell("乙", "分值")->value.amount.quantity()), "30分");
}

TEST(Cells, targetsHaveBounds) {
    const Filled filled(
        "产出 { 数量 { \"乙\" ≥5人; \"丙\" <3人; \"丁\" 2~4人; "
        "\"戊\" 6人; \"己\" ? } }");
    const auto bounds = [&](const char* name) { return filled.row(name).value().bounds(); };
    EXPECT_EQ(bounds("乙")->lower, Number(5));
    EXPECT_FALSE(bounds("乙")->upper);
    EXPECT_EQ(bounds("丙")->upper, Number(3));
    EXPECT_TRUE(bounds("丙")->upperOpen);
    EXPECT_EQ(bounds("丁")->lower, Number(2));
    EXPECT_EQ(bounds("丁")->upper, Number(4));
    EXPECT_TRUE(bounds("戊")->isPoint());
    EXPECT_FALSE(bounds("己"));
}

TEST(Cells, aCalculationIsMarkedAsOne) {
    const Filled filled("产出 { 数量 { \"乙\" ≥60人 = 5人 × 12; \"丙\" 3人 } }");
    ASSERT_EQ(filled.row("乙").equations.size(), 1U);
    EXPECT_EQ(text(filled.row("乙").equations[0].terms.at(0).amount.quantity()), "60人");
    EXPECT_FALSE(filled.row("乙").value().calculated);
    EXPECT_TRUE(filled.row("丙").equations.empty());
}

TEST(Cells, aLineThatCouldNotBeReadIsNotBlank) {
    const Filled filled("产出 { 数量 { \"乙\" ≥ }; 质量 { \"丙\" 100% } }");
    EXPECT_TRUE(filled.row("乙").broken);
    EXPECT_EQ(filled.row("乙").value().type, Type::unreadable);
    EXPECT_EQ(filled.row("丙").value().type, Type::measure) << "and hides nothing after it";
    EXPECT_EQ(filled.said().size(), 1U);
}

}  // namespace
}  // namespace biao::model

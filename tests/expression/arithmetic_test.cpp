#include "expression/arithmetic.h"

#include <gtest/gtest.h>

#include "scene.h"

namespace biao {
namespace {

using expression::Slot;

/// The value of the first line of a submission, `项目 "甲" VALUE`.
class Literal {
public:
    explicit Literal(const std::string& text, const Slot& slot = {})
        : scene_(test::Scene::Plain(), "项目 " + text + "\n") {
        expr_ = scene_.file().items.front().value;
        amount_ = expression::evaluate(scene_.units(), scene_.file(), expr_, slot, findings_);
    }

    /// "3000000 元", or a state.
    std::string value() const {
        switch (amount_.state()) {
            case State::blank:
                return "blank";
            case State::asked:
                return "asked at " + scene_.at(amount_.cause());
            case State::notApplicable:
                return "not applicable";
            case State::unknown:
                return "unknown at " + scene_.at(amount_.cause());
            case State::known:
                break;
        }
        return text(amount_.quantity());
    }
    std::vector<std::string> said(Language language = Language::zh) const {
        std::vector<std::string> all;
        for (const Finding& one : findings_.list()) {
            all.push_back(scene_.at(one.span) + " | " + one.code + " | " +
                          one.message.in(language));
        }
        return all;
    }
    /// The text with the first fix applied.
    std::string fixed() const {
        if (findings_.empty() || findings_.list()[0].fixes.empty()) return "no fix";
        auto edits = findings_.list()[0].fixes[0].edits;
        std::string out = scene_.at({edits[0].span.file, 0, 0});
        Span all{edits[0].span.file, 0, 0};
        const auto& items = scene_.file().items;
        all.end = items.front().span.end;
        out = scene_.at(all);
        for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit)
            out.replace(edit->span.begin, edit->span.end - edit->span.begin, edit->text);
        return out.substr(std::string("项目 ").size());
    }
    bool certain() const { return findings_.list()[0].fixes[0].certain; }
    std::string spelled() const { return expression::spelled(scene_.file(), expr_); }

private:
    test::Scene scene_;
    syntax::ExprId expr_;
    Amount amount_;
    Findings findings_;
};

UnitRef unit(const char* word) {
    static const test::Scene scene{test::Scene::Plain(), ""};
    return std::get<UnitRef>(scene.units().read(word));
}

Slot money() {
    Slot slot;
    slot.unit = unit("万元");
    slot.dimension = slot.unit->readings().front().dimension;
    slot.unitAfterMagnitude = "元";
    return slot;
}

using Said = std::vector<std::string>;

TEST(Arithmetic, literalsAndCalculations) {
    const std::pair<const char*, const char*> cases[] = {
        {"63%", "63%"},
        {"23万元", "23万元"},
        {"３ 人", "3人"},
        {"1,234元", "1234元"},
        {"1:3", "≈0.333333"},
        {"500元/人/月", "500元/人/月"},
        {"5人 × 800元/人/月 × 10个月", "40000元"},
        {"80亩 × 350元/亩", "28000元"},
        {"(2万元 + 3000元) × 2", "4.6万元"},
        {"6万元 ÷ 3", "2万元"},
        {"20户 + 1", "unknown at 1"},
        {"0 + 3人", "3人"},
        {"-3%", "-3%"},
        {"1万人 - 2000人", "0.8万人"},
        {"?", "asked at ?"},
        {"? + 3人", "unknown at ?"},
        {"/", "not applicable"},
        {"356.63", "356.63"},
        {"2 × 3", "6"},
    };
    for (const auto& [written, value] : cases)
        EXPECT_EQ(Literal(written).value(), value) << written;
    for (const char* written : {"63%", "5人 × 800元/人/月 × 10个月", "(2万元 + 3000元) × 2", "?"})
        EXPECT_EQ(Literal(written).said(), Said()) << written;
}

TEST(Arithmetic, bareNumbersTakeTheUnitOfTheirSlot) {
    EXPECT_EQ(Literal("23", money()).value(), "23万元");
    EXPECT_EQ(Literal("23元", money()).value(), "23元");
    EXPECT_EQ(Literal("20 + 3", money()).value(), "23万元");
    EXPECT_EQ(Literal("2 × 3", money()).value(), "6万元");
    EXPECT_EQ(Literal("5人 × 800元/人", money()).value(), "4000元");
}

TEST(Arithmetic, aHomonymIsReadAsItsSlotWants) {
    const Literal score("10分", [] {
        Slot slot;
        slot.dimension = unit("得分")->readings().front().dimension;
        return slot;
    }());
    EXPECT_EQ(score.value(), "10分");
    EXPECT_EQ(score.said(), Said());
}

TEST(Arithmetic, unknownUnitsAreSaidWhereTheyStand) {
    const Literal slip("40人吃");
    EXPECT_EQ(slip.value(), "unknown at 40人吃");
    EXPECT_EQ(slip.said().size(), 1U);
    EXPECT_TRUE(slip.said()[0].starts_with("人吃 | B201 | ")) << slip.said()[0];

    const Literal wrong("20人/次");
    EXPECT_EQ(wrong.said(), Said({"人/次 | B201 | “人/次”不是计量单位，是不是“人次”？"}));
    EXPECT_EQ(wrong.said(Language::en),
              Said({"人/次 | B201 | `人/次` is not a unit; did you mean `人次`?"}));
    EXPECT_EQ(wrong.fixed(), "20人次");
    EXPECT_FALSE(wrong.certain());

    const Literal declared("95百分比");
    EXPECT_EQ(declared.fixed(), "95%");
    EXPECT_TRUE(declared.certain());

    const Literal part("500元/仁");
    EXPECT_TRUE(part.said()[0].starts_with("仁 | B201 | ")) << part.said()[0];
}

TEST(Arithmetic, aRateWithAPerWordHasItsFix) {
    const Literal rate("8万元/每月");
    EXPECT_EQ(rate.said(),
              Said({"万元/每月 | B207 | “万元/每月”不是规范的单位写法，应写作“万元/月”"}));
    EXPECT_EQ(rate.fixed(), "8万元/月");
    EXPECT_TRUE(rate.certain());
    EXPECT_EQ(rate.value(), Literal("8万元/月").value()) << "what is meant is certain";
}

TEST(Arithmetic, aLoneMagnitudeLacksItsUnit) {
    const Literal lone("180万", money());
    EXPECT_EQ(lone.said(), Said({"180万 | B202 | 180万后面没有写计量单位，应写作“180万元”"}));
    EXPECT_EQ(lone.fixed(), "180万元");
    const Literal anywhere("180万");
    EXPECT_EQ(anywhere.said(), Said({"180万 | B202 | 180万后面没有写计量单位"}));
    EXPECT_EQ(anywhere.fixed(), "no fix");
}

TEST(Arithmetic, wordsAfterTheNumberHaveAMark) {
    const Literal more("5人以上");
    ASSERT_EQ(more.said().size(), 1U);
    EXPECT_TRUE(more.said()[0].starts_with("以上 | B002 | ")) << more.said()[0];
    EXPECT_EQ(more.fixed(), "≥5人");
    EXPECT_TRUE(more.certain());
    EXPECT_EQ(Literal("3万元以内").fixed(), "≤3万元");
    EXPECT_EQ(Literal("20户左右").fixed(), "no fix");
    EXPECT_EQ(Literal("20户左右").said().size(), 1U);
    Slot marked;
    marked.marked = true;
    EXPECT_EQ(Literal("≥5人以上", marked).fixed(), "≥5人");
}

TEST(Arithmetic, sumsAreHeldToOneDimension) {
    EXPECT_EQ(Literal("5万元 + 3人").said(),
              Said({"3人 | B203 | “3人”是人数，“5万元”是金额，不能相加"}));
    EXPECT_EQ(Literal("20户 + 1").said(),
              Said({"1 | B203 | “1”是没有单位的数，“20户”是户数，不能相加"}));
    EXPECT_EQ(Literal("3户 + 2人 + 5元").said().size(), 1U);
}

TEST(Arithmetic, divisionByZero) {
    EXPECT_EQ(Literal("5元 ÷ 0").said(), Said({"0 | B205 | “0”读不出数量：除数是零"}));
    EXPECT_EQ(Literal("3:0").said(), Said({"3:0 | B205 | “3:0”读不出数量：除数是零"}));
}

TEST(Arithmetic, aMonthInACalculationIsADuration) {
    const Literal months("5人 × 800元/人/月 × 10月");
    EXPECT_EQ(months.value(), "40000元");
    EXPECT_EQ(months.said(), Said({"10月 | B005 | “10月”是月份；时长写作“10个月”"}));
    EXPECT_EQ(months.fixed(), "5人 × 800元/人/月 × 10个月");
    EXPECT_TRUE(months.certain());
    EXPECT_EQ(Literal("800元/月 × 2023年").said().size(), 1U);
}

TEST(Arithmetic, namesAreForLater) {
    EXPECT_EQ(Literal("(甲 + 3人)").said().size(), 1U);
    EXPECT_EQ(Literal("(甲 + 3人)").said()[0].substr(0, 13), "甲 | B006 | ");
}

TEST(Arithmetic, spelledAsWritten) {
    for (const char* text : {"5人 × 800元/人/月 × 10个月", "(2万元 + 3000元) × 2", "3 km",
                             "6 ÷ (3 × 2)", "1:3", "?", "-3%", "4万元 - 1万元"}) {
        EXPECT_EQ(Literal(text).spelled(), text);
    }
    EXPECT_EQ(Literal("5人x").said().size(), 1U);
    EXPECT_EQ(Literal("5人*8元/人").spelled(), "5人 × 8元/人");
}

}  // namespace
}  // namespace biao

#include <gtest/gtest.h>

#include <algorithm>

#include "reference/units.h"
#include "shelf.h"

namespace biao::reference {
namespace {

class Units : public testing::Test {
protected:
    UnitPage page(std::string_view word) {
        auto answer = findUnit(word, shelf_->library());
        if (auto* found = std::get_if<UnitPage>(&answer)) return *found;
        ADD_FAILURE() << word << " is no unit";
        return {};
    }
    std::string worth(std::string_view word) { return exactText(page(word).meanings.at(0).worth); }
    /// What is said of a text that is no unit.
    std::string said(std::string_view word) {
        const auto answer = findUnit(word, shelf_->library());
        const auto* said = std::get_if<Localized>(&answer);
        return said ? said->en : "";
    }

    std::unique_ptr<pipeline::Shelf> shelf_ = test::shelf();
};

TEST_F(Units, areWorthSomethingExact) {
    EXPECT_EQ(worth("万元"), "10000元");
    EXPECT_EQ(worth("亩"), "2000/3平方米");
    EXPECT_EQ(worth("万元/年"), "2500/3元/月");
    EXPECT_EQ(worth("元/人/月"), "1元/人/月") << "in the order it is written";
    EXPECT_EQ(worth("%"), "0.01");
    EXPECT_EQ(worth("千元/%"), "100000元") << "a ratio goes into the number";
}

TEST_F(Units, sayWhatTheyMeasureAndWhatAFormCallsIt) {
    const auto rate = page("元/人/月");
    ASSERT_EQ(rate.meanings.size(), 1U);
    EXPECT_EQ(rate.meanings[0].measures.en, "money/people/duration");
    ASSERT_EQ(rate.meanings[0].kinds.size(), 1U);
    EXPECT_EQ(rate.meanings[0].kinds[0].zh, "单价");
    EXPECT_EQ(rate.parts.size(), 3U);
    EXPECT_TRUE(rate.spellings.empty());
    EXPECT_EQ(page("人次").misspellings, (std::vector<std::string>{"人/次", "人•次"}));
    EXPECT_EQ(page("ha").spellings,
              (std::vector<std::string>{"公顷", "hectare", "hm²", "hm2", "ha"}));
}

TEST_F(Units, homonymsHaveSeveralMeanings) {
    EXPECT_EQ(page("分").meanings.size(), 3U);
    EXPECT_EQ(page("元/件").meanings.size(), 2U);
    EXPECT_TRUE(page("个").meanings.at(0).generic);
    EXPECT_TRUE(page("户").meanings.at(0).counted);
}

TEST_F(Units, whatIsNoneIsSaid) {
    EXPECT_NE(said("万圆").find("`万元`"), std::string::npos);
    EXPECT_NE(said("元/每月").find("`元/月`"), std::string::npos);
    EXPECT_NE(said("元/万圆").find("`元/万元`"), std::string::npos);
    EXPECT_NE(said("money2").find("`money`"), std::string::npos);
    EXPECT_EQ(said("全然不是").find("did you mean"), std::string::npos);
    EXPECT_NE(said(""), "");
}

TEST_F(Units, aClassAndAPrefixCanBeAskedForToo) {
    const auto cattle = findUnit("cattle", shelf_->library());
    ASSERT_TRUE(std::holds_alternative<UnitGroup>(cattle));
    EXPECT_EQ(std::get<UnitGroup>(cattle).parent.zh, "牲畜");
    const auto prefix = findUnit("万", shelf_->library());
    ASSERT_TRUE(std::holds_alternative<UnitPrefix>(prefix));
    EXPECT_EQ(std::get<UnitPrefix>(prefix).factor, Number(10000));
}

TEST_F(Units, theListHoldsEveryWord) {
    const auto groups = unitGroups(shelf_->library());
    std::size_t words = 0;
    std::size_t readings = 0;
    for (const auto& group : groups) {
        EXPECT_NE(group.name, Localized());
        for (const auto& line : group.units)
            words += line.words.size();
    }
    for (const auto& unit : shelf_->library().units().units())
        readings += unit->readings().size();
    EXPECT_EQ(words, readings);
}

TEST_F(Units, aUsersOwnAreThereToo) {
    shelf_ =
        test::shelf("量纲 亮度 (brightness)\n计量 流明 (lumen) : 亮度\n计量 千流明 = 1000流明\n");
    EXPECT_EQ(worth("千流明"), "1000流明");
    EXPECT_EQ(page("lumen").meanings.at(0).measures.zh, "亮度");
}

}  // namespace
}  // namespace biao::reference

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace biao {
namespace {

TEST(EditDistance, countsCodePoints) {
    EXPECT_EQ(editDistance("", ""), 0U);
    EXPECT_EQ(editDistance("", "预算"), 2U);
    EXPECT_EQ(editDistance("数量指标", "数量指标"), 0U);
    EXPECT_EQ(editDistance("数质指标", "数量指标"), 1U);
    EXPECT_EQ(editDistance("数指标", "数量指标"), 1U);
    EXPECT_EQ(editDistance("kitten", "sitting"), 3U);
}

TEST(EditDistance, swappedNeighboursAreOneEdit) {
    EXPECT_EQ(editDistance("量数指标", "数量指标"), 1U);
    EXPECT_EQ(editDistance("ab", "ba"), 1U);
    EXPECT_EQ(editDistance("ca", "abc"), 3U);  // a swapped pair is not edited again
}

TEST(EditDistance, isSymmetric) {
    for (const auto& [a, b] : std::vector<std::pair<std::string, std::string>>{
             {"budget", "bugdet"}, {"财政拨款", "财政资金"}, {"a", ""}, {"department", "dept"}}) {
        EXPECT_EQ(editDistance(a, b), editDistance(b, a));
    }
}

const std::vector<std::string> categories = {"数量指标",   "质量指标", "时效指标",     "成本指标",
                                             "department", "budget",   "appropriation"};

std::string suggestion(std::string_view name) {
    const auto index = nearest(name, categories);
    return index ? categories[*index] : "";
}

TEST(Nearest, suggestsASlip) {
    EXPECT_EQ(suggestion("时校指标"), "时效指标");
    EXPECT_EQ(suggestion("成本指标值"), "成本指标");
    EXPECT_EQ(suggestion("deparment"), "department");
    EXPECT_EQ(suggestion("bugdet"), "budget");
}

TEST(Nearest, suggestsTheWholeOfAPart) {
    EXPECT_EQ(suggestion("成本"), "成本指标");
    EXPECT_EQ(suggestion("depart"), "department");
}

TEST(Nearest, readsThroughCaseAndWidth) {
    EXPECT_EQ(suggestion("BUDGET"), "budget");
    EXPECT_EQ(suggestion("ｂｕｄｇｅｔ"), "budget");
}

TEST(Nearest, keepsQuietWhenNothingIsNear) {
    EXPECT_EQ(suggestion(""), "");
    EXPECT_EQ(suggestion("x"), "");
    EXPECT_EQ(suggestion("经济效益"), "");
    EXPECT_EQ(suggestion("entirely different"), "");
    EXPECT_EQ(nearest("人", {"户"}), std::nullopt);
    EXPECT_EQ(nearest("预算", {}), std::nullopt);
}

TEST(Nearest, takesTheFirstOfEquals) {
    EXPECT_EQ(nearest("某量指标", {"质量指标", "数量指标"}), 0U);
    EXPECT_EQ(nearest("某量指标", {"数量指标", "质量指标"}), 0U);
}

TEST(Nearest, namesOfAMegabyteCostNothing) {
    const std::string endless(1'000'000, 'a');
    EXPECT_EQ(nearest(endless, {endless + "b", "budget"}), std::nullopt);
}

}  // namespace
}  // namespace biao

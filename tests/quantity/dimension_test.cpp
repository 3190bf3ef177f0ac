#include "quantity/dimension.h"

#include <gtest/gtest.h>

#include <unordered_set>

namespace biao {
namespace {

Dimension d(std::uint16_t base, int exponent = 1) {
    return Dimension(BaseId{base}, exponent);
}

TEST(Dimension, orderOfFactorsDoesNotMatter) {
    const Dimension rate = d(3).over(d(7)).over(d(1));
    EXPECT_EQ(rate, d(1, -1).times(d(3)).times(d(7, -1)));
    EXPECT_EQ(rate.hash(), d(1, -1).times(d(3)).times(d(7, -1)).hash());
    EXPECT_EQ(rate.factors().size(), 3u);
    EXPECT_EQ(rate.complexity(), 3);
    EXPECT_EQ(rate.exponentOf(BaseId{7}), -1);
    EXPECT_EQ(rate.exponentOf(BaseId{9}), 0);
    EXPECT_NE(rate, d(3).over(d(7)));
}

TEST(Dimension, cancelsToNothing) {
    const Dimension rate = d(3).over(d(7));
    EXPECT_TRUE(rate.over(rate).empty());
    EXPECT_EQ(rate.over(rate), Dimension());
    EXPECT_EQ(rate.times(d(7)), d(3));
    EXPECT_EQ(rate.power(2), d(3, 2).times(d(7, -2)));
    EXPECT_TRUE(rate.power(0).empty());
    EXPECT_TRUE(d(5, 0).empty());
}

TEST(Dimension, tooManyFactorsIsBeyondForGood) {
    Dimension product;
    for (std::uint16_t base = 0; base < Dimension::kMaxFactors; ++base) {
        product = product.times(d(base));
        EXPECT_FALSE(product.beyond());
    }
    const Dimension beyond = product.times(d(100));
    EXPECT_TRUE(beyond.beyond());
    EXPECT_FALSE(beyond.empty());
    EXPECT_TRUE(beyond.factors().empty());
    EXPECT_TRUE(beyond.over(d(100)).beyond());
    EXPECT_TRUE(d(1).over(beyond).beyond());
    EXPECT_GT(beyond.complexity(), product.complexity());
    EXPECT_FALSE(d(1).power(Dimension::kMaxExponent).beyond());
    EXPECT_TRUE(d(1).power(Dimension::kMaxExponent + 1).beyond());
    EXPECT_TRUE(d(1).power(-100).power(1000000).beyond());
}

TEST(Dimension, isOrderedAndHashed) {
    const std::unordered_set<Dimension> set{d(1), d(1), d(2), d(1, -1), Dimension()};
    EXPECT_EQ(set.size(), 4u);
    EXPECT_LT(d(1), d(2));
}

}  // namespace
}  // namespace biao

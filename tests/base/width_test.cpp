#include "base/width.h"

#include <gtest/gtest.h>

namespace biao {
namespace {

TEST(DisplayWidth, knowsWideAndNarrow) {
    EXPECT_EQ(displayWidth(""), 0U);
    EXPECT_EQ(displayWidth("abc"), 3U);
    EXPECT_EQ(displayWidth("预算"), 4U);
    EXPECT_EQ(displayWidth("２３％"), 6U);
    EXPECT_EQ(displayWidth("，。（）"), 8U);
    EXPECT_EQ(displayWidth("😀"), 2U);
    EXPECT_EQ(displayWidth("≥"), 1U);
    EXPECT_EQ(displayWidth("é"), 1U);
    EXPECT_EQ(displayWidth("ｶﾅ"), 2U);
}

TEST(DisplayWidth, combiningMarksTakeNoRoom) {
    EXPECT_EQ(displayWidth("e\u0301"), 1U);
    EXPECT_EQ(displayWidth("\u200D"), 0U);
}

TEST(DisplayWidth, everythingElseIsOne) {
    EXPECT_EQ(displayWidth("\t"), 1U);
    EXPECT_EQ(displayWidth(std::string_view("\0\x1B", 2)), 2U);
    EXPECT_EQ(displayWidth("\xFF\xE9"), 2U);
    EXPECT_EQ(displayWidth("\uE000"), 1U);  // private use
}

}  // namespace
}  // namespace biao

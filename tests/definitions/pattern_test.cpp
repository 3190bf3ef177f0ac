#include "definitions/pattern.h"

#include <gtest/gtest.h>

namespace biao::definitions {
namespace {

TEST(Pattern, starsAndQuestionMarks) {
    EXPECT_TRUE(Pattern("*率").matches("知晓率"));
    EXPECT_TRUE(Pattern("*率").matches("率"));
    EXPECT_FALSE(Pattern("*率").matches("知晓率（%）"));
    EXPECT_TRUE(Pattern("*率*").matches("知晓率（%）"));
    EXPECT_TRUE(Pattern("??率").matches("知晓率"));
    EXPECT_FALSE(Pattern("?率").matches("知晓率"));
    EXPECT_TRUE(Pattern("*满意*度").matches("群众满意与不满意度"));
    EXPECT_TRUE(Pattern("").matches(""));
    EXPECT_FALSE(Pattern("").matches("甲"));
    EXPECT_TRUE(Pattern("**").matches(""));
    EXPECT_FALSE(Pattern("甲").matches("甲乙"));
}

TEST(Pattern, hostilePatternsStayQuick) {
    std::string pattern;
    for (int i = 0; i < 200; ++i)
        pattern += "a*";
    EXPECT_FALSE(Pattern(pattern + "b").matches(std::string(20'000, 'a')));
}

}  // namespace
}  // namespace biao::definitions

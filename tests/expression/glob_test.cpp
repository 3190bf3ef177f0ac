#include "expression/glob.h"

#include <gtest/gtest.h>

namespace biao::expression {
namespace {

TEST(Glob, starsAndQuestionMarks) {
    EXPECT_TRUE(Glob("*率").matches("知晓率"));
    EXPECT_TRUE(Glob("*率").matches("率"));
    EXPECT_FALSE(Glob("*率").matches("知晓率（%）"));
    EXPECT_TRUE(Glob("*率*").matches("知晓率（%）"));
    EXPECT_TRUE(Glob("??率").matches("知晓率"));
    EXPECT_FALSE(Glob("?率").matches("知晓率"));
    EXPECT_TRUE(Glob("*满意*度").matches("群众满意与不满意度"));
    EXPECT_TRUE(Glob("").matches(""));
    EXPECT_FALSE(Glob("").matches("甲"));
    EXPECT_TRUE(Glob("**").matches(""));
    EXPECT_FALSE(Glob("甲").matches("甲乙"));
}

TEST(Glob, hostilePatternsStayQuick) {
    std::string pattern;
    for (int i = 0; i < 200; ++i)
        pattern += "a*";
    EXPECT_FALSE(Glob(pattern + "b").matches(std::string(20'000, 'a')));
}

}  // namespace
}  // namespace biao::expression

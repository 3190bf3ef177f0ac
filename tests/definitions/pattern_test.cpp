#include "definitions/pattern.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "definitions/pattern_tree.h"

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

TEST(PatternList, asksThoseWhoseLettersStandInTheText) {
    PatternList list;
    EXPECT_TRUE(list.empty());
    EXPECT_FALSE(list.any("知晓率", [](const auto&) { return true; }));
    for (const char* pattern : {"*率", "满意*", "*{补助,补贴}*", "a?c", "指标{数字}：*", "*知晓率"})
        list.add(Pattern(pattern));
    for (const char* text : {"知晓率", "满意", "很满意", "发放补贴数", "补", "abc", "aabc",
                             "指标3:甲", "指标甲", "", "率先", "率率"}) {
        const auto& all = list.patterns();
        const bool one = std::any_of(all.begin(), all.end(),
                                     [&](const Pattern& pattern) { return pattern.matches(text); });
        EXPECT_EQ(list.any(text, [](const auto&) { return true; }), one) << text;
    }
}

TEST(PatternList, patternsOfWildcardsAloneAreAlwaysAsked) {
    PatternList list;
    list.add(Pattern("???"));
    EXPECT_TRUE(list.any("知晓率", [](const auto&) { return true; }));
    EXPECT_FALSE(list.any("知晓", [](const auto&) { return true; }));
}

TEST(PatternList, copiesShareUntilMoreIsAdded) {
    const auto holds = [](const PatternList& list, std::string_view text) {
        return list.any(text, [](const auto&) { return true; });
    };
    PatternList base;
    base.add(Pattern("甲*"));
    PatternList more = base;
    more.add(Pattern("乙*"));
    EXPECT_TRUE(holds(more, "甲一"));
    EXPECT_TRUE(holds(more, "乙一"));
    EXPECT_FALSE(holds(base, "乙一"));
    PatternList both;
    both.add(base);
    both.add(more);
    EXPECT_EQ(both.patterns().size(), 3u);
    EXPECT_TRUE(holds(both, "乙一"));
    EXPECT_EQ(base.patterns().size(), 1u);
}

TEST(Pattern, plainTextsAreNotCopied) {
    std::string room;
    for (const std::string_view text :
         {"知晓率（", "知 晓", "知　晓", "知\t晓", "知，晓", "知、晓", "abc", ""}) {
        EXPECT_EQ(plain(text, room), plain(text)) << text;
    }
    const std::string_view same = "知、晓。95%";
    EXPECT_EQ(plain(same, room).data(), same.data());
}

}  // namespace
}  // namespace biao::definitions

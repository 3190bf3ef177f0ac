#include <gtest/gtest.h>

#include "diagnostics/finding.h"
#include "diagnostics/phrases.h"

namespace biao {
namespace {

std::string filled(std::string_view pattern, const std::vector<Argument>& arguments) {
    return fill(pattern, arguments, Language::en);
}

TEST(Fill, putsArgumentsIn) {
    EXPECT_EQ(filled("{a} and {b}, {a}", {{"a", "1"}, {"b", "two"}}), "1 and two, 1");
    EXPECT_EQ(filled("", {}), "");
    EXPECT_EQ(filled("none", {{"a", "1"}}), "none");
}

TEST(Fill, choosesTheLanguage) {
    const std::vector<Argument> arguments = {{"what", Localized("预算", "the budget")}};
    EXPECT_EQ(fill("缺少{what}", arguments, Language::zh), "缺少预算");
    EXPECT_EQ(fill("{what} is missing", arguments, Language::en), "the budget is missing");
}

TEST(Fill, bracesMayStandForThemselves) {
    EXPECT_EQ(filled("{{a}} {a}", {{"a", "x"}}), "{a} x");
    EXPECT_EQ(filled("a } b { c", {}), "a } b { c");
}

TEST(Fill, leavesWhatItDoesNotKnow) {
    EXPECT_EQ(filled("{who} {a", {{"a", "1"}}), "{who} {a");
    EXPECT_EQ(filled("{who?one|many}", {}), "{who?one|many}");
}

TEST(Fill, valuesAreNotReadAgain) {
    EXPECT_EQ(filled("{a}{b}", {{"a", "{b}"}, {"b", "{a}"}}), "{b}{a}");
}

TEST(Fill, countsInEnglish) {
    EXPECT_EQ(filled("{n} {n?row|rows}", {{"n", "1"}}), "1 row");
    EXPECT_EQ(filled("{n} {n?row|rows}", {{"n", "0"}}), "0 rows");
    EXPECT_EQ(filled("{n} {n?row|rows}", {{"n", "11"}}), "11 rows");
}

TEST(Phrases, comeInBothLanguages) {
    const auto more = phrase(Phrase::morePlaces, {{"count", "2"}});
    EXPECT_EQ(more.zh, "另有 2 处");
    EXPECT_EQ(more.en, "and 2 more places");
}

TEST(Catalogue, fillsAFinding) {
    const Span span{{}, 3, 9};
    const auto made = finding(Code::unknownUnit, span, {{"unit", "万员"}, {"suggestion", ""}});
    EXPECT_EQ(made.code, "B201");
    EXPECT_EQ(made.name, "unknown-unit");
    EXPECT_EQ(made.severity, Severity::error);
    EXPECT_EQ(made.span, span);
    EXPECT_EQ(made.message.zh, "“万员”不是计量单位");
    EXPECT_EQ(made.message.en, "`万员` is not a unit");
    ASSERT_EQ(made.arguments.size(), 2U);
    EXPECT_EQ(made.arguments[0].value.zh, "万员");
}

TEST(Fill, aLongValueIsCutBetweenCharactersInTheMessageAndWholeBesideIt) {
    const std::string name(3000, 'x');
    std::string chinese;
    for (int i = 0; i < 1000; ++i)
        chinese += "长";
    const auto made = finding(Code::unknownUnit, {}, {{"unit", Localized(chinese, name)}});
    EXPECT_EQ(made.message.en, "`" + std::string(2000, 'x') + "…` is not a unit{suggestion}");
    EXPECT_EQ(made.message.zh, "“" + chinese.substr(0, 1998) + "…”不是计量单位{suggestion}");
    EXPECT_EQ(made.arguments[0].value.en, name);
    EXPECT_EQ(brief(name, 3000), name);
}

TEST(Catalogue, rowsStandWhereTheirCodeSays) {
    for (const auto& row : catalogue()) {
        EXPECT_EQ(info(row.code).id, row.id);
    }
    EXPECT_EQ(severityName(Severity::warning), "warning");
}

}  // namespace
}  // namespace biao

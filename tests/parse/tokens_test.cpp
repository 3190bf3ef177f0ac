// Every spelling of every token: the literals are read out of the grammar, and what is no literal
// has an example here for each of its alternatives. An alternative without one fails.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>

#include "BiaoLexer.h"
#include "base/utf8.h"
#include "lexer_grammar.h"
#include "support.h"
#include "syntax/calendar.h"
#include "syntax/words.h"

namespace biao::test {
namespace {

using grammar::BiaoLexer;

/// The tokens of a text as their names, apart by blanks.
std::string tokensOf(const std::string& text) {
    antlr4::ANTLRInputStream characters(text);
    BiaoLexer lexer(&characters);
    std::string out;
    for (auto token = lexer.nextToken(); token->getType() != antlr4::Token::EOF;
         token = lexer.nextToken()) {
        if (!out.empty()) out += ' ';
        out += lexer.getVocabulary().getSymbolicName(token->getType());
    }
    return out;
}

std::vector<LexerRule> rules() {
    return readLexerGrammar(
        readText(std::filesystem::path(BIAO_SOURCE_DIR) / "grammar" / "BiaoLexer.g4"));
}

/// Where a literal of a fragment shows: the token it makes, with {} for the literal.
const std::map<std::string, std::pair<std::string, std::string>> around = {
    {"EDGE", {"DATE", "12月{}"}},     {"DEADLINE", {"DATE", "12月底{}"}},
    {"EN_MONTH", {"DATE", "{}"}},     {"DASH", {"DATE", "2031{}07"}},
    {"UNDERSCORE", {"NAME", "a{}b"}}, {"TO", {"DATE_RANGE", "1月{}3月"}},
};

struct Example {
    std::string token;
    std::string text;
};

/// By rule and alternative.
const std::map<std::string, std::map<std::string, std::vector<Example>>> examples = {
    {"PARTS", {{R"([(（] [ \t\u3000]* [=＝])", {{"PARTS", "(="}, {"PARTS", "（　＝"}}}}},
    {"DIV", {{R"([ \t\u3000]+ [/／] [ \t\u3000]+)", {{"DIV", " / "}, {"DIV", "　／\t"}}}}},
    {"VERSION",
     {{"[@＠] D (D | LETTER)* ([.．] (D | LETTER)+)*",
       {{"VERSION", "@2023"}, {"VERSION", "＠２０２３．２"}, {"VERSION", "@1a.2b"}}}}},
    {"ROLE", {{"[@＠] (HAN | LATIN)+", {{"ROLE", "@预算"}, {"ROLE", "＠budget_1"}}}}},
    {"ROW_ID",
     {{"[#＃] (D | LETTER | UNDERSCORE | HAN) (D | LETTER | UNDERSCORE | DASH | HAN)*",
       {{"ROW_ID", "#lamp-1"}, {"ROW_ID", "＃１灯"}, {"ROW_ID", "#_a"}}}}},
    {"CODE",
     {{"[BＢ] D [:：] (HAN | LATIN)+ ([.．] (HAN | LATIN)+)*",
       {{"CODE", "B3:国家.成本不超预算"}, {"CODE", "Ｂ３：甲．a1"}}}}},
    {"DATE_RANGE",
     {{"(POINT | MON | YEAR_DIGITS SP '年' SP MON) SP TO SP POINT",
       {{"DATE_RANGE", "1月-3月底"},
        {"DATE_RANGE", "2031年1-12月"},
        {"DATE_RANGE", "1 ~ 12 月"},
        {"DATE_RANGE", "2031年至2033年"}}},
      {"YEAR_DIGITS SP TO SP YEAR_DIGITS SP '年' '度'? EDGE?",
       {{"DATE_RANGE", "2021-2025年"}, {"DATE_RANGE", "2021至2025年度末"}}},
      {"YEAR_DIGITS [.．] MON2 SP TO SP YEAR_DIGITS [.．] MON2",
       {{"DATE_RANGE", "2022.09-2023.03"}, {"DATE_RANGE", "２０２２．０９－２０２３．０３"}}},
      {"ISO SP TO SP ISO",
       {{"DATE_RANGE", "2022-09~2023-03"}, {"DATE_RANGE", "2022-09-01 至 2023-03-31"}}},
      {"EN_POINT SP [-~－～] SP EN_POINT",
       {{"DATE_RANGE", "Jan-Mar"}, {"DATE_RANGE", "FY2031 ~ FY2033"}}}}},
    {"DATE",
     {{"EVERY? POINT DEADLINE?", {{"DATE", "12月"}, {"DATE", "每年 12月底前"}}},
      {"'每月' SP DAY DEADLINE?", {{"DATE", "每月10日"}, {"DATE", "每月 10日前"}}},
      {"'每季度' EDGE DEADLINE?", {{"DATE", "每季度末"}, {"DATE", "每季度初之前"}}},
      {"ISO DEADLINE?", {{"DATE", "2031-07"}, {"DATE", "2031-07-31前"}}},
      {"'yearly_'? EN_POINT", {{"DATE", "yearly_Dec"}, {"DATE", "Q3"}}}}},
    {"EVERY", {{"'每年' SP", {{"DATE", "每年12月"}}}}},
    {"POINT",
     {{"YEAR_DIGITS SP '年' '度'? (SP MONTH | EDGE | SP '第'? QUARTER | '上半年' | '下半年')?",
       {{"DATE", "2031年"},
        {"DATE", "2031 年度"},
        {"DATE", "2031年7月"},
        {"DATE", "2031年底"},
        {"DATE", "2031年第三季度"},
        {"DATE", "2031年上半年"},
        {"DATE", "2031年下半年"}}},
      {"MONTH", {{"DATE", "7月"}}},
      {"'第' QUARTER", {{"DATE", "第1季度"}, {"DATE", "第四季度末"}, {"DATE", "第２季度"}}}}},
    {"QUARTER",
     {{"[1-4一二三四１-４] '季度' EDGE?", {{"DATE", "2031年4季度"}, {"DATE", "2031年二季度末"}}}}},
    {"MONTH",
     {{"MON SP '月' '份'? (EDGE | '上旬' | '中旬' | '下旬' | SP DAY)?",
       {{"DATE", "7 月份"},
        {"DATE", "7月初"},
        {"DATE", "7月上旬"},
        {"DATE", "7月中旬"},
        {"DATE", "7月下旬"},
        {"DATE", "7月31日"}}}}},
    {"DAY", {{"D D? SP '日'", {{"DATE", "7月1日"}, {"DATE", "7月 31 日"}}}}},
    {"ISO", {{"YEAR_DIGITS DASH MON2 (DASH D D)?", {{"DATE", "2031-07"}, {"DATE", "2031-07-31"}}}}},
    {"MON",
     {{"[1-9１-９]", {{"DATE", "1月"}, {"DATE", "９月"}}},
      {"[0０] [1-9１-９]", {{"DATE", "01月"}, {"DATE", "０９月"}}},
      {"[1１] [0-2０-２]", {{"DATE", "10月"}, {"DATE", "１２月"}}}}},
    {"MON2",
     {{"[0０] [1-9１-９]", {{"DATE", "2031-01"}, {"DATE", "2031-０９"}}},
      {"[1１] [0-2０-２]", {{"DATE", "2031-10"}, {"DATE", "2031-１２"}}}}},
    {"YEAR_DIGITS",
     {{"([1１] [9９] | [2２] [0０]) D D", {{"DATE", "1999年"}, {"DATE", "２０３１年"}}}}},
    {"EN_POINT",
     {{"('end_of_' | 'start_of_')? (EN_MONTH | 'Q' [1-4] | 'FY' YEAR_DIGITS)",
       {{"DATE", "end_of_Dec"}, {"DATE", "start_of_Q1"}, {"DATE", "FY2031"}, {"DATE", "Q4"}}}}},
    {"RATIO", {{"D+ [:：] D+", {{"RATIO", "1:3"}, {"RATIO", "１：３"}}}}},
    {"NUMBER", {{"D+ ([.．] D+)?", {{"NUMBER", "5"}, {"NUMBER", "０５．１０"}}}}},
    {"GROUPED_NUMBER",
     {{"D D? D? ([,，] D D D)+ ([.．] D+)?",
       {{"GROUPED_NUMBER", "1,000"}, {"GROUPED_NUMBER", "１２，３４５，６７８．９"}}}}},
    {"NAME",
     {{"(HAN | LATIN)+",
       {{"NAME", "甲"}, {"NAME", "m2"}, {"NAME", "ｋｍ２"}, {"NAME", "a_1甲"}, {"NAME", "12㎡"}}}}},
    {"HAN", {{R"([\p{Script=Han}\u33A0-\u33DF℃°²³Ω℉])", {{"NAME", "㎡"}, {"NAME", "m³"}}}}},
    {"LATIN",
     {{"(LETTER | UNDERSCORE) (LETTER | UNDERSCORE | D)*", {{"NAME", "a1"}, {"NAME", "＿ａ１"}}}}},
    {"LETTER", {{"[A-Za-zＡ-Ｚａ-ｚ]", {{"NAME", "Az"}, {"NAME", "Ａｚ"}}}}},
    {"D", {{"[0-9０-９]", {{"NUMBER", "09"}, {"NUMBER", "０９"}}}}},
    {"SP", {{R"([ \u3000]?)", {{"DATE", "7月"}, {"DATE", "7 月"}, {"DATE", "7　月"}}}}},
    {"STRING",
     {{R"('"' (~["\\\r\n] | '\\' ~[\r\n])* '"')",
       {{"STRING", R"("")"}, {"STRING", R"("a\"b\\")"}, {"STRING", "\"“甲”\""}}},
      {R"('“' (~[“”\r\n] | '“' ~[“”\r\n]* '”')* '”')",
       {{"STRING", "“甲”"}, {"STRING", "“关于“三公”经费”"}}}}},
    {"ODD_STRING",
     {{R"(('”' ~[“”\r\n]* [“”] | '“' ~[“”"\r\n]* '"'))",
       {{"STRING", "”甲“"}, {"STRING", "”甲”"}, {"STRING", "“甲\""}}}}},
    {"OPEN_STRING",
     {{R"(('"' (~["\\\r\n] | '\\' ~[\r\n])* '\\'? | '“' ~[”\r\n]*))",
       {{"STRING", "\"甲"}, {"STRING", "\"甲\\"}, {"STRING", "“甲 5人"}}}}},
    {"COMMENT", {{R"(('//' | '／／') ~[\r\n]*)", {{"COMMENT", "// a"}, {"COMMENT", "／／ a"}}}}},
    {"NL", {{R"('\r'? '\n')", {{"NL", "\n"}, {"NL", "\r\n"}}}}},
    {"WS", {{R"([ \t\u3000\u00A0\uFEFF]+)", {{"", " \t\u3000\u00A0\uFEFF"}}}}},
    {"STRAY", {{".", {{"STRAY", "$"}, {"STRAY", "。"}}}}},
};

TEST(Tokens, EverySpellingIsLexed) {
    std::size_t literals = 0;
    for (const LexerRule& rule : rules()) {
        for (const std::string& alternative : rule.alternatives) {
            std::string literal = literalOf(alternative);
            if (literal == "\\r") literal = "\r";
            if (literal.empty()) {
                const auto byRule = examples.find(rule.name);
                ASSERT_NE(byRule, examples.end()) << rule.name << " has no example";
                const auto found = byRule->second.find(alternative);
                ASSERT_NE(found, byRule->second.end())
                    << rule.name << " has no example of: " << alternative;
                continue;
            }
            ++literals;
            std::string token = rule.name;
            std::string text = literal;
            if (const auto wrap = around.find(rule.name); wrap != around.end()) {
                token = wrap->second.first;
                text = wrap->second.second;
                text.replace(text.find("{}"), 2, literal);
            }
            EXPECT_EQ(tokensOf(text), token) << text;
        }
    }
    EXPECT_GT(literals, 250u);
}

TEST(Tokens, EveryExampleIsWhatItSays) {
    std::map<std::string, LexerRule> byName;
    for (LexerRule& rule : rules())
        byName[rule.name] = rule;
    for (const auto& [rule, alternatives] : examples) {
        for (const auto& [alternative, list] : alternatives) {
            const auto& known = byName[rule].alternatives;
            EXPECT_NE(std::find(known.begin(), known.end(), alternative), known.end())
                << rule << " has no longer: " << alternative;
            for (const Example& example : list) {
                const std::string got = tokensOf(example.text);
                EXPECT_EQ(got.substr(got.rfind(' ') + 1), example.token) << example.text;
            }
        }
    }
}

TEST(Tokens, EveryCalendarTokenCanBeRead) {
    for (const char* rule : {"DATE", "DATE_RANGE", "POINT", "MONTH", "MON", "EN_POINT"}) {
        for (const auto& [alternative, list] : examples.at(rule)) {
            for (const Example& example : list) {
                EXPECT_TRUE(syntax::readCalendar(halfWidth(example.text))) << example.text;
            }
        }
    }
}

TEST(Tokens, KeywordsAreTheWordsOfTheTable) {
    for (const LexerRule& rule : rules()) {
        if (!rule.name.ends_with("_KW")) continue;
        for (const std::string& alternative : rule.alternatives) {
            const std::string word = literalOf(alternative);
            const bool known =
                syntax::wordFrom<syntax::Keyword>(word) != syntax::Keyword::none ||
                syntax::wordFrom<syntax::Flag>(word) != syntax::Flag::none ||
                syntax::wordFrom<syntax::ClauseKind>(word) != syntax::ClauseKind::condition;
            static const std::vector<std::string> marksOfTheGrammar{
                "EXTENDS_KW", "OVER_KW",  "AND_KW", "OR_KW", "NOT_KW", "IN_KW",       "LIKE_KW",
                "SHARE_KW",   "BLANK_KW", "YES_KW", "IS_KW", "NO_KW",  "OF_WHICH_KW", "ACCEPT_KW"};
            const bool mark = std::find(marksOfTheGrammar.begin(), marksOfTheGrammar.end(),
                                        rule.name) != marksOfTheGrammar.end();
            EXPECT_TRUE(known || mark) << rule.name << " " << word << " is not in words.def";
        }
    }
}

TEST(Tokens, DigitsEndAChineseWord) {
    EXPECT_EQ(tokensOf("不低于95%"), "GE NUMBER PERCENT");
    EXPECT_EQ(tokensOf("达90%"), "REACH NUMBER PERCENT");
    EXPECT_EQ(tokensOf("预算23万元"), "NAME NUMBER NAME");
    EXPECT_EQ(tokensOf("12m2"), "NUMBER NAME");
    EXPECT_EQ(tokensOf("5年"), "NUMBER NAME");
    EXPECT_EQ(tokensOf("2031年"), "DATE");
    EXPECT_EQ(tokensOf("10个月"), "NUMBER NAME");
    EXPECT_EQ(tokensOf("13月"), "NUMBER NAME");
    EXPECT_EQ(tokensOf("元/人"), "NAME PER NAME");
    EXPECT_EQ(tokensOf("a / b"), "NAME DIV NAME");
    EXPECT_EQ(tokensOf("不低于往年"), "NAME");
}

}  // namespace
}  // namespace biao::test

#include "diagnostics/excerpt.h"

#include <gtest/gtest.h>

#include "base/width.h"

namespace biao {
namespace {

Excerpt excerpt(const std::string& text, std::uint32_t begin, std::uint32_t end) {
    return excerptOf(Source("a", text), {{0}, begin, end});
}

/// What the caret stands under: the columns of the excerpt it covers.
std::string under(const Excerpt& excerpt) {
    std::string picked;
    std::size_t column = 0;
    for (std::size_t at = 0; at < excerpt.text.size();) {
        std::size_t length = 1;
        while (at + length < excerpt.text.size() && (excerpt.text[at + length] & 0xC0) == 0x80) {
            ++length;
        }
        const auto piece = excerpt.text.substr(at, length);
        if (column >= excerpt.caretColumn && column < excerpt.caretColumn + excerpt.caretWidth) {
            picked += piece;
        }
        column += displayWidth(piece);
        at += length;
    }
    return picked;
}

std::string repeated(std::string_view text, int times) {
    std::string out;
    while (times-- > 0) {
        out += text;
    }
    return out;
}

TEST(Excerpt, anEmptySpanHasACaretToo) {
    EXPECT_EQ(excerpt("abc", 1, 1).caretColumn, 1U);
    EXPECT_EQ(excerpt("abc", 1, 1).caretWidth, 1U);
    EXPECT_EQ(excerpt("", 0, 0).caretWidth, 1U);
}

TEST(Excerpt, theEndOfALineIsOneBeyond) {
    EXPECT_EQ(excerpt("预算\n", 6, 6).caretColumn, 4U);
    EXPECT_EQ(excerpt("预算\r\nx", 6, 8).caretColumn, 4U);
    EXPECT_EQ(excerpt("预算\r\nx", 7, 8).caretColumn, 4U);
}

TEST(Excerpt, manyLinesShowTheFirst) {
    const auto shown = excerpt("甲 {\n  乙\n}\n", 4, 14);
    EXPECT_EQ(shown.text, "甲 {");
    EXPECT_EQ(under(shown), "{");
}

TEST(Excerpt, tabsAreFourColumnsEverywhere) {
    const auto shown = excerpt("\ta\tb", 3, 4);
    EXPECT_EQ(shown.text, "    a    b");
    EXPECT_EQ(shown.caretColumn, 9U);
    EXPECT_EQ(excerpt("a\tb", 1, 2).caretWidth, 4U);
}

TEST(Excerpt, brokenBytesAreShown) {
    const auto shown = excerpt("a\xFF\xE9z", 1, 3);
    EXPECT_EQ(shown.text, "a\uFFFD\uFFFDz");
    EXPECT_EQ(under(shown), "\uFFFD\uFFFD");
}

TEST(Excerpt, aSpanThatCutsACharacterIsHarmless) {
    EXPECT_EQ(excerpt("预算", 1, 2).text, "预算");
    EXPECT_EQ(excerpt("预算", 1, 2).caretWidth, 1U);
}

TEST(Excerpt, combiningMarksKeepTheirPlace) {
    EXPECT_EQ(excerpt("e\u0301x", 3, 4).caretColumn, 1U);
}

TEST(Excerpt, exactlyTheWidestLineIsWhole) {
    const auto line = repeated("算", 50);
    EXPECT_EQ(excerpt(line, 0, 3).text, line);
    EXPECT_EQ(excerpt(line + "x", 0, 3).text, line + "…");
}

TEST(Excerpt, longLinesAreCutAroundTheSpan) {
    const auto text = repeated("算", 500) + "目标" + repeated("数", 500);
    const auto shown = excerpt(text, 1500, 1506);
    EXPECT_EQ(shown.text, "…" + repeated("算", 20) + "目标" + repeated("数", 27) + "…");
    EXPECT_EQ(under(shown), "目标");
    EXPECT_LE(displayWidth(shown.text), 101U);
}

TEST(Excerpt, longSpansAreCut) {
    const auto shown = excerpt(repeated("a", 1000), 500, 900);
    EXPECT_EQ(shown.caretColumn, 41U);
    EXPECT_EQ(shown.caretWidth, 59U);
    EXPECT_EQ(shown.text, "…" + repeated("a", 99) + "…");
}

TEST(Excerpt, theEndOfALongLine) {
    const auto shown = excerpt(repeated("算", 500), 1500, 1500);
    EXPECT_EQ(shown.text, "…" + repeated("算", 20));
    EXPECT_EQ(shown.caretColumn, 41U);
}

TEST(Excerpt, aLongBrokenLine) {
    const auto shown = excerpt(repeated("\x80", 1000) + "z", 1000, 1001);
    EXPECT_EQ(shown.text, "…" + repeated("\uFFFD", 40) + "z");
    EXPECT_EQ(under(shown), "z");
}

TEST(Shortened, cutsByColumns) {
    EXPECT_EQ(shortened("预算资金", 8), "预算资金");
    EXPECT_EQ(shortened("预算资金", 7), "预算资…");
    EXPECT_EQ(shortened("a\nb", 9), "a␊b");
}

}  // namespace
}  // namespace biao

#include "base/utf8.h"

#include <gtest/gtest.h>

namespace biao {
namespace {

TEST(Utf8, decodesEveryLength) {
    EXPECT_EQ(decodeAt("a", 0).point, U'a');
    EXPECT_EQ(decodeAt("é", 0).point, U'é');
    EXPECT_EQ(decodeAt("元", 0).point, U'元');
    EXPECT_EQ(decodeAt("😀", 0).point, U'😀');
    EXPECT_EQ(decodeAt("😀", 0).length, 4U);
}

TEST(Utf8, refusesWhatUnicodeRefuses) {
    for (const std::string_view broken : {
             "\x80",              // a continuation alone
             "\xC0\xAF",          // overlong
             "\xC1\xBF",          // overlong
             "\xE0\x80\xAF",      // overlong
             "\xF0\x80\x80\xAF",  // overlong
             "\xED\xA0\x80",      // surrogate
             "\xF4\x90\x80\x80",  // beyond U+10FFFF
             "\xF8\x88\x80\x80",  // never a lead
             "\xE5\x85",          // cut off
             "\xFF",
         }) {
        EXPECT_EQ(decodeAt(broken, 0).point, 0xFFFDU);
        EXPECT_EQ(decodeAt(broken, 0).length, 1U);
        EXPECT_EQ(firstInvalidUtf8(broken), 0U);
        EXPECT_EQ(countCodePoints(broken), broken.size());
    }
}

TEST(Utf8, appendAndDecodeAgree) {
    for (const char32_t point :
         {U'\0', U'~', U'\x80', U'\u07FF', U'\u0800', U'\uFFFF', U'\U00010000', U'\U0010FFFF'}) {
        std::string text;
        appendUtf8(text, point);
        EXPECT_EQ(decodeAt(text, 0).point, point);
        EXPECT_EQ(decodeAt(text, 0).length, text.size());
    }
    std::string text;
    appendUtf8(text, 0xD800);
    EXPECT_EQ(text, "\uFFFD");
}

TEST(Utf8, findsTheFirstBrokenByte) {
    EXPECT_EQ(firstInvalidUtf8("预算 23万元\n"), std::nullopt);
    EXPECT_EQ(firstInvalidUtf8("预算\xFF"), 6U);
    EXPECT_EQ(firstInvalidUtf8(std::string(100, 'a') + "\xE9 later"), 100U);
    EXPECT_EQ(firstInvalidUtf8(""), std::nullopt);
    EXPECT_EQ(firstInvalidUtf8("\uFFFD"), std::nullopt);  // the character itself is sound
}

TEST(Gb18030, isRecognised) {
    // 项目绩效目标表
    EXPECT_TRUE(looksLikeGb18030("\xCF\xEE\xC4\xBF\xBC\xA8\xD0\xA7\xC4\xBF\xB1\xEA\xB1\xED"));
    // 预算 23万元 { } in the middle of ASCII
    EXPECT_TRUE(looksLikeGb18030("use x\n\xD4\xA4\xCB\xE3 23\xCD\xF2\xD4\xAA { }\n"));
    // cut off inside a character
    EXPECT_TRUE(looksLikeGb18030("\xCF\xEE\xC4\xBF\xBC\xA8\xD0\xA7\xC4"));
}

TEST(Gb18030, isNotEveryBrokenText) {
    EXPECT_FALSE(looksLikeGb18030(""));
    EXPECT_FALSE(looksLikeGb18030("plain ASCII"));
    EXPECT_FALSE(looksLikeGb18030("预算绩效目标"));
    EXPECT_FALSE(looksLikeGb18030("预算绩效目标\xFF"));             // UTF-8 with a fault
    EXPECT_FALSE(looksLikeGb18030("预算绩效\xE7\x9B 目标，预算"));  // a character torn apart
    EXPECT_FALSE(looksLikeGb18030("caf\xE9 noir"));                 // Latin-1
    EXPECT_FALSE(
        looksLikeGb18030(std::string("\xFF\xFE"
                                     "a\0b\0",
                                     6)));  // UTF-16
}

TEST(Gb18030, readsLongTexts) {
    std::string text;
    for (int index = 0; index < 100'000; ++index) {
        text += "\xBC\xA8\xD0\xA7 ";
    }
    EXPECT_TRUE(looksLikeGb18030(text));
}

TEST(HalfWidth, foldsTwinsOnly) {
    EXPECT_EQ(halfWidth("１２．５％　≥（ａＺ～）"), "12.5% ≥(aZ~)");
    EXPECT_EQ(halfWidth("“目标”、。《》￥"), "“目标”、。《》￥");
    EXPECT_EQ(halfWidth("a\xFF"
                        "b"),
              "a\xFF"
              "b");
}

}  // namespace
}  // namespace biao

#include "base/source.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace biao {
namespace {

TEST(Source, countsLinesAfterEveryKindOfEnd) {
    const Source source("a.biao", "一\n二\r\n三\r四");
    ASSERT_EQ(source.lineCount(), 4U);
    EXPECT_EQ(source.line(1), "一");
    EXPECT_EQ(source.line(2), "二");
    EXPECT_EQ(source.line(3), "三");
    EXPECT_EQ(source.line(4), "四");
    EXPECT_EQ(source.lineStart(3), 9U);
}

TEST(Source, emptyTextHasOneEmptyLine) {
    const Source source("a.biao", "");
    EXPECT_EQ(source.lineCount(), 1U);
    EXPECT_EQ(source.line(1), "");
    EXPECT_EQ(source.position(0), (Position{1, 1}));
    EXPECT_EQ(source.position(99), (Position{1, 1}));
}

TEST(Source, lineEndAtTheEndOpensAnEmptyLine) {
    const Source source("a.biao", "a\n");
    EXPECT_EQ(source.lineCount(), 2U);
    EXPECT_EQ(source.line(2), "");
    EXPECT_EQ(source.position(2), (Position{2, 1}));
}

TEST(Source, blankLinesWithMixedEnds) {
    const Source source("a.biao", "\n\r\n\r\r\n");
    EXPECT_EQ(source.lineCount(), 5U);
    for (std::uint32_t number = 1; number <= 5; ++number) {
        EXPECT_EQ(source.line(number), "");
    }
}

TEST(Source, columnsCountCodePoints) {
    const Source source("a.biao", "预算 😀x");
    EXPECT_EQ(source.position(0), (Position{1, 1}));
    EXPECT_EQ(source.position(3), (Position{1, 2}));
    EXPECT_EQ(source.position(6), (Position{1, 3}));
    EXPECT_EQ(source.position(7), (Position{1, 4}));
    EXPECT_EQ(source.position(11), (Position{1, 5}));
    EXPECT_EQ(source.position(12), (Position{1, 6}));
}

TEST(Source, byteInsideACharacterBelongsToTheColumnAfter) {
    const Source source("a.biao", "预算");
    EXPECT_EQ(source.position(1), (Position{1, 2}));
    EXPECT_EQ(source.position(2), (Position{1, 2}));
}

TEST(Source, brokenByteIsOneColumn) {
    const Source source("a.biao", "a\xFF\xE9\xA2x");
    EXPECT_EQ(source.position(4), (Position{1, 5}));
}

TEST(Source, byteOrderMarkIsNoColumn) {
    const Source source("a.biao", "\xEF\xBB\xBF预算");
    EXPECT_EQ(source.text(), "预算");
    EXPECT_EQ(source.position(3), (Position{1, 2}));
    EXPECT_EQ(Source("b", "\xEF\xBB\xBF").text(), "");
}

TEST(Source, positionsBetweenReturnAndNewlineStayOnTheLine) {
    const Source source("a.biao", "a\r\nb");
    EXPECT_EQ(source.position(1), (Position{1, 2}));
    EXPECT_EQ(source.position(2), (Position{1, 3}));
    EXPECT_EQ(source.position(3), (Position{2, 1}));
}

TEST(Source, nulBytesAreCharacters) {
    const Source source("a.biao", std::string("a\0b\nc", 5));
    EXPECT_EQ(source.line(1).size(), 3U);
    EXPECT_EQ(source.position(2), (Position{1, 3}));
}

TEST(Source, marksOfALongLineAgreeWithCounting) {
    std::string text = "first\n";
    for (int index = 0; index < 6000; ++index) {
        text += index % 7 == 0 ? "\xFF" : index % 3 == 0 ? "😀" : "算";
    }
    text += "\nlast 行\n";
    const Source source("a.biao", text);
    for (std::uint32_t byte = 6; byte < text.size(); byte += decodeAt(text, byte).length) {
        const auto line = byte < source.lineStart(3) ? 2U : byte < source.lineStart(4) ? 3U : 4U;
        const auto before =
            source.text().substr(source.lineStart(line), byte - source.lineStart(line));
        const Position expected{line, static_cast<std::uint32_t>(countCodePoints(before)) + 1};
        ASSERT_EQ(source.position(byte), expected) << byte;
    }
}

TEST(Source, columnsOnALineOfMegabytesAreCheap) {
    std::string text;
    for (int index = 0; index < 1'000'000; ++index) {
        text += "算";
    }
    const Source source("a.biao", text);
    std::uint64_t sum = 0;  // 20000 x 3 MB would take minutes if each began at the line's start
    for (std::uint32_t index = 0; index < 20'000; ++index) {
        sum += source.position(3'000'000 - index * 3).column;
    }
    EXPECT_EQ(sum, 20'000ULL * 1'000'001 - 19'999ULL * 20'000 / 2);
}

TEST(SourceSet, keepsReferencesWhileItGrows) {
    SourceSet sources;
    const auto first = sources.add(Source("a", "text"));
    const auto& kept = sources[first];
    for (int index = 0; index < 1000; ++index) {
        sources.add(Source("b", ""));
    }
    EXPECT_EQ(kept.text(), "text");
    EXPECT_EQ(sources.size(), 1001U);
}

TEST(Span, coverHoldsBoth) {
    const FileId file{0};
    EXPECT_EQ(cover(Span{file, 4, 9}, Span{file, 2, 5}), (Span{file, 2, 9}));
    EXPECT_TRUE((Span{file, 3, 3}).empty());
}

}  // namespace
}  // namespace biao

// What nobody would write and somebody will hand in: each gets a finding, or none where it is fine,
// and none a crash, deep recursion or a flood of findings. All of it also runs on a small stack.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <pthread.h>

#include <functional>
#include <string>

#include "support.h"

namespace biao::test {
namespace {

std::string repeat(std::string_view piece, std::size_t times) {
    std::string out;
    out.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i)
        out += piece;
    return out;
}

std::string project(const std::string& body) {
    return "项目 \"甲\" {\n" + body + "\n}\n";
}

/// The codes of the findings, each once, in order of their first place.
std::string codes(const std::string& text, const Limits& limits = {}) {
    const Parsed parsed(text, "test.biao", limits);
    std::string out;
    for (const Finding& finding : parsed.findings) {
        if (out.find(finding.code) == std::string::npos) {
            out += (out.empty() ? "" : " ") + finding.code;
        }
    }
    return out;
}

/// Sanitizers and builds without optimisation use several times the stack.
#if defined(__SANITIZE_ADDRESS__)
constexpr std::size_t smallStack = 4u << 20;
#elif !defined(__OPTIMIZE__)
constexpr std::size_t smallStack = 1u << 20;
#else
constexpr std::size_t smallStack = 512u << 10;
#endif

void onSmallStack(const std::function<void()>& work) {
    pthread_attr_t attributes;
    ASSERT_EQ(pthread_attr_init(&attributes), 0);
    ASSERT_EQ(pthread_attr_setstacksize(&attributes, smallStack), 0);
    pthread_t thread{};
    const auto run = [](void* job) -> void* {
        (*static_cast<const std::function<void()>*>(job))();
        return nullptr;
    };
    ASSERT_EQ(pthread_create(&thread, &attributes, run,
                             const_cast<void*>(static_cast<const void*>(&work))),
              0);
    pthread_join(thread, nullptr);
    pthread_attr_destroy(&attributes);
}

TEST(Hostile, DeepNestingIsOneFinding) {
    onSmallStack([] {
        for (const std::string_view open : {"{", "("}) {
            EXPECT_EQ(codes(repeat(open, 100'000)), "B004") << open;
        }
        for (const std::string_view open : {"{", "(", "[", "(= ", "甲 {\n", "项目 {", "合计(", "a[",
                                            "(\n", "[\n", "{\n", "（", "｛\n"}) {
            EXPECT_EQ(codes(repeat(open, 2'000)), "B004") << open;
            EXPECT_EQ(codes("表单 甲 { 规则 乙 {\n" + repeat(open, 2'000)), "B004") << open;
            EXPECT_EQ(codes(project("\"x\" ≤ " + repeat(open, 2'000))), "B004") << open;
        }
        EXPECT_EQ(codes(project("预算 1 = 甲 " + repeat("(= 乙 ", 2'000))), "B004");
        EXPECT_EQ(codes("表单 甲 " + repeat("{ 类 乙 ", 2'000)), "B004");
    });
}

TEST(Hostile, NestingUpToTheLimitIsFine) {
    const std::size_t depth = Limits{}.depth - 2;
    onSmallStack([depth] {
        const auto nest = [depth](std::string_view open, std::string_view core,
                                  std::string_view close) {
            return repeat(open, depth) + std::string(core) + repeat(close, depth);
        };
        EXPECT_EQ(codes(project("\"x\" ≤ " + nest("(", "5人", ")"))), "");
        EXPECT_EQ(codes(project("\"x\" ≤ " + nest("-(", "5人", ")"))), "");
        EXPECT_EQ(codes(project("\"x\" " + nest("[", "5人", "]"))), "");
        EXPECT_EQ(codes(project("\"x\" ≤ " + nest("合计(", "5人", ")"))), "");
        EXPECT_EQ(codes(project("\"x\" ≤ " + nest("a[", "1", "]"))), "");
        EXPECT_EQ(codes(project("预算 1 = 甲 " + nest("(= 乙 ", "1", ")"))), "");
        EXPECT_EQ(codes(project(nest("甲 {\n", "乙 5", "}\n"))), "");
        EXPECT_EQ(codes("表单 甲 {\n" + nest("类 甲 {\n", "类 乙", "}\n") + "}"), "");
        EXPECT_EQ(codes("表单 甲 { 规则 乙 {\n" + repeat("非 合计(对 r 于 (a) 当 ", depth / 2 - 2) +
                        "a" + repeat(")", depth / 2 - 2) + " } }"),
                  "");
    });
}

TEST(Hostile, ManyOfTheSameAreFlat) {
    onSmallStack([] {
        EXPECT_EQ(codes(project("\"x\" " + repeat("-", 10'000) + "5人")), "B002");
        EXPECT_EQ(codes(project("\"x\" 1" + repeat(" + 1", 10'000))), "");
        EXPECT_EQ(codes(project("\"x\" 1" + repeat(" × 1", 10'000))), "");
        EXPECT_EQ(codes(project("\"x\" 1" + repeat("、1", 10'000))), "");
        EXPECT_EQ(codes(project("预算 1" + repeat(" = 甲 1 + 乙 1", 10'000))), "");
        EXPECT_EQ(codes(project("\"x\" [1" + repeat(", 1", 10'000) + "]")), "");
        EXPECT_EQ(codes(project("\"x\" a" + repeat(".a", 10'000))), "");
        EXPECT_EQ(codes(project("\"x\" a" + repeat("(1)", 10'000))), "");
        EXPECT_EQ(codes(project("\"x\" 1元" + repeat("/人", 10'000))), "");
        EXPECT_EQ(codes(project(repeat("|", 100'000))), "");
        EXPECT_EQ(codes(project(repeat("\"x\" 5人\n", 10'000))), "");
        EXPECT_EQ(codes(repeat("项目 \"甲\" { }\n", 10'000)), "");
        EXPECT_EQ(codes("表单 甲 { 规则 乙 { a" + repeat(" 且 a", 10'000) + " } }"), "");
        EXPECT_EQ(codes("表单 甲 { 规则 乙 { " + repeat("非 ", 10'000) + "a } }"), "B002");
        EXPECT_EQ(codes(repeat("\n", 100'000)), "");
        EXPECT_EQ(codes(repeat(";", 100'000)), "");
        EXPECT_EQ(codes(repeat("}", 10'000)), "B003");
        EXPECT_EQ(codes(repeat(")", 10'000)), "B003");
    });
}

TEST(Hostile, UnclosedBlocksDoNotFlood) {
    const std::string open = repeat("甲 {\n乙 5\n", 10'000);
    const Parsed parsed(open);
    ASSERT_EQ(parsed.findings.size(), 1u);
    EXPECT_EQ(parsed.findings[0].code, "B004");
    // Each begins a line of its own and is told from the next.
    const Parsed apart(repeat("项目 \"甲\" {\n    乙 5\n", 10'000));
    EXPECT_LE(apart.findings.size(), 10'000u);
    EXPECT_EQ(apart.findings.front().code, "B003");
    EXPECT_EQ(apart.file.lines.size(), 10'000u);
}

TEST(Hostile, SyntaxFindingsAreLimited) {
    Limits limits;
    limits.syntaxFindings = 10;
    const Parsed parsed(project(repeat("\"x\" ≥ ≥ 5人\n", 100)), "test.biao", limits);
    ASSERT_EQ(parsed.findings.size(), 11u);
    EXPECT_EQ(parsed.findings.back().code, "B004");
    EXPECT_EQ(parsed.file.items.size(), 101u);
}

TEST(Hostile, LongLines) {
    onSmallStack([] {
        EXPECT_EQ(codes("// " + repeat("长", 5'000'000)), "");
        EXPECT_EQ(codes("项目 \"" + repeat("长", 300'000) + "\" { 年度 2031 }"), "");
        EXPECT_EQ(codes("项目 \"" + repeat("长", 200'000)), "B003");
        EXPECT_EQ(codes(repeat("长", 200'000)), "");
        EXPECT_EQ(codes(repeat(" ", 2'000'000)), "");
        EXPECT_EQ(codes(project("\"x\" " + repeat("5人 + ", 50'000) + "5人")), "");
        EXPECT_EQ(codes(project("\"x\" " + repeat("$", 50'000))), "B002");
        EXPECT_EQ(codes(repeat("\"", 50'000)), "B002");
        EXPECT_EQ(codes(repeat("“", 50'000)), "B003");
    });
}

TEST(Hostile, LongNumbers) {
    EXPECT_EQ(codes(project("\"x\" " + repeat("9", 100'000) + "人")), "B004");
    EXPECT_EQ(codes(project("\"x\" 1" + repeat(",000", 25'000) + "人")), "B004");
    EXPECT_EQ(codes(project("\"x\" 1:" + repeat("9", 100'000))), "B004");
    EXPECT_EQ(codes(project("\"x\" " + repeat("9", 200) + "人")), "");
    EXPECT_EQ(codes(project("\"x\" " + repeat("９", 200) + "人")), "");
}

TEST(Hostile, LongTexts) {
    Limits limits;
    limits.textBytes = 30;
    limits.tokens = 20;
    EXPECT_EQ(codes(project("\"" + repeat("长", 10) + "\" 5人"), limits), "B004");
    EXPECT_EQ(codes(project("\"" + repeat("长", 9) + "\" 5人"), limits), "");
    EXPECT_EQ(codes(project(repeat("长", 11) + " 5人"), limits), "B004");
    const Parsed kept(project("\"" + repeat("长", 10) + "\" 5人\n\"b\" 5人"), "x", limits);
    EXPECT_EQ(kept.file.items.size(), 3u) << "the rows around it are read";
    const Parsed many(project(repeat("\"a\" 5人\n", 10)), "x", limits);
    EXPECT_EQ(many.said(),
              std::vector<std::string>{"6:1 B004 一个文件里词、数和符号的个数超过上限20"});
    EXPECT_TRUE(many.file.broken);
}

TEST(Hostile, BytesThatAreNoText) {
    const auto at = [](const std::string& text) {
        const Parsed parsed(text);
        EXPECT_TRUE(parsed.file.broken);
        EXPECT_EQ(parsed.findings.size(), 1u);
        return parsed.findings.empty() ? "" : parsed.said().front();
    };
    EXPECT_EQ(at(std::string("项目 \"甲\" {\n\0}", 18)),
              "2:1 B001 "
              "这里有一个看不见的空字符（NUL），文本里不能有；请删去它，或把内容重新复制到新的文本"
              "文件里");
    EXPECT_EQ(at("项目 \"\xFF\" { }"), "1:5 B001 文件不是 UTF-8 编码的文本；请另存为 UTF-8");
    EXPECT_EQ(at("项目 \"\xE4\xB8"), "1:5 B001 文件不是 UTF-8 编码的文本；请另存为 UTF-8");
    EXPECT_EQ(at("\xED\xA0\x80"), "1:1 B001 文件不是 UTF-8 编码的文本；请另存为 UTF-8");
    const std::string gb =
        "\xCF\xEE\xC4\xBF \"\xBC\xD7\" { \xC4\xEA\xB6\xC8 2031 }\n"
        "\xB2\xFA\xB3\xF6\xD6\xB8\xB1\xEA { }\n";
    EXPECT_NE(at(gb).find("GB18030"), std::string::npos);
    Limits small;
    small.fileBytes = 10;
    EXPECT_EQ(codes("项目 \"甲\" { }", small), "B004");
}

TEST(Hostile, NothingIsFine) {
    EXPECT_EQ(codes(""), "");
    EXPECT_EQ(codes("\xEF\xBB\xBF"), "");
    EXPECT_EQ(codes(" "), "");
    EXPECT_EQ(codes("\r\n\r\n"), "");
    EXPECT_EQ(codes("// 说明"), "");
    EXPECT_EQ(codes("\xEF\xBB\xBF项目 \"甲\" { 年度 2031 }\r\n"), "");
    EXPECT_EQ(codes("项目 \"甲\" {\r年度 2031\r}\r"), "");
    EXPECT_EQ(codes("项目 \"甲\" { 支出计划 { 12月 / } }"), "");  // not applicable in December
    EXPECT_EQ(codes("项目 \"甲\" {\r\n年度 2031 2032\r\n}\r\n"), "B002");
}

TEST(Hostile, APathOverSeveralLines) {
    EXPECT_EQ(Parsed("使用 甲 . // 省\n    乙\n    .丙@2031").dump(),
              Parsed("使用 甲.乙.丙@2031").dump());
}

TEST(Hostile, CharactersNobodySees) {
    EXPECT_EQ(codes(project("年度\u00A02031\u3000\uFEFF")), "");
    EXPECT_EQ(codes(project("年度 2031\u200B")), "B002");  // zero width
    EXPECT_EQ(codes(project("年度 \x01")), "B002");
    EXPECT_EQ(codes(project("年度 \U0001F600")), "B002");
    EXPECT_EQ(codes(project("年度 \U0010FFFF")), "B002");
    EXPECT_EQ(codes(project("备注 \"\U0001F600\U00020000\u200B\"")), "");
    EXPECT_EQ(codes(project("\U00020000 5")), "");  // a Han character beyond the first plane
}

}  // namespace
}  // namespace biao::test

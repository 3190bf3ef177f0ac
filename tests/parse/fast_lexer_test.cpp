// The lexer that remembers every character gives the tokens of the one ANTLR generated.
#include "parse/antlr/fast_lexer.h"

#include <gtest/gtest.h>

#include <random>
#include <thread>
#include <tuple>

#include "base/utf8.h"
#include "lexer_grammar.h"
#include "parse/antlr/characters.h"
#include "support.h"

namespace biao::test {
namespace {

using Token =
    std::tuple<std::size_t, std::size_t, std::size_t, std::size_t, std::size_t, std::size_t>;

template <class Lexer>
std::vector<Token> tokens(const std::string& text) {
    parse::Characters characters(text, FileId{0}, 0);
    Lexer lexer(&characters);
    lexer.removeErrorListeners();
    std::vector<Token> out;
    for (;;) {
        const auto token = lexer.nextToken();
        out.emplace_back(token->getType(), token->getStartIndex(), token->getStopIndex(),
                         token->getChannel(), token->getLine(), token->getCharPositionInLine());
        if (token->getType() == antlr4::Token::EOF) return out;
    }
}

void expectEqual(const std::string& text) {
    EXPECT_EQ(tokens<parse::FastLexer>(text), tokens<grammar::BiaoLexer>(text)) << text;
}

/// Every file of this folder, good and bad.
std::vector<std::string> corpus() {
    std::vector<std::string> texts{readText(here("values.biao"))};
    for (const char* folder : {"constructs", "twins", "bad"}) {
        for (const auto& file : biaoFiles(folder))
            texts.push_back(readText(file));
    }
    return texts;
}

/// Texts of literals of the grammar and characters of many kinds, without sense.
std::vector<std::string> nonsense(std::uint32_t seed, std::size_t count) {
    std::vector<std::string> pieces{
        "\"",   "“",          "”",          "\\",    "\n", "\r\n", "\r",   " ",    "　", "//",
        "2031", "12",         "０７",       "1,000", "长", "度",   "m2",   "㎡",   "$",  "。",
        "é",    "\U0001F600", "\U00020000", "@",     "#",  "B3:",  "12月", "31日", "每"};
    for (const LexerRule& rule : readLexerGrammar(
             readText(std::filesystem::path(BIAO_SOURCE_DIR) / "grammar" / "BiaoLexer.g4"))) {
        for (const std::string& alternative : rule.alternatives) {
            const std::string literal = literalOf(alternative);
            if (!literal.empty() && literal != "\\r") pieces.push_back(literal);
        }
    }
    std::mt19937 random(seed);  // NOLINT: the same texts every time
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < count; ++i) {
        std::string text;
        for (std::uint32_t length = random() % 40; length > 0; --length) {
            text += pieces[random() % pieces.size()];
            if (random() % 20 == 0)
                appendUtf8(text, static_cast<char32_t>(0x4E00 + random() % 20'000));
        }
        texts.push_back(std::move(text));
    }
    return texts;
}

TEST(FastLexer, GivesTheTokensOfTheGrammarsLexer) {
    for (int warm = 0; warm < 2; ++warm) {
        for (const std::string& text : corpus())
            expectEqual(text);
    }
}

TEST(FastLexer, GivesTheSameOnNonsense) {
    for (const std::string& text : nonsense(1, 2'000))
        expectEqual(text);
}

TEST(FastLexer, GivesTheSameOnEveryKindOfCharacter) {
    std::string text;
    for (char32_t c = 0x20; c < 0x30000; c += c < 0x100 ? 1 : 7) {
        if (c < 0xD800 || c > 0xDFFF) appendUtf8(text, c);
    }
    const std::string quoted = "“" + text + "”\n//" + text + "\n" + text;
    EXPECT_EQ(tokens<parse::FastLexer>(quoted), tokens<grammar::BiaoLexer>(quoted));
    expectEqual("项目 \"甲\" { 年度 2031 }");
}

TEST(FastLexer, ThreadsDoNotMeet) {
    const auto texts = nonsense(2, 200);
    std::vector<std::vector<Token>> expected;
    for (const std::string& text : texts)
        expected.push_back(tokens<parse::FastLexer>(text));
    std::vector<std::thread> threads;
    std::vector<std::size_t> wrong(4, 0);
    for (std::size_t& count : wrong) {
        threads.emplace_back([&texts, &expected, &count] {
            for (std::size_t i = 0; i < texts.size(); ++i) {
                if (tokens<parse::FastLexer>(texts[i]) != expected[i]) ++count;
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(wrong, std::vector<std::size_t>(4, 0));
}

}  // namespace
}  // namespace biao::test

// The scanner gives the tokens of the lexer that ANTLR generated from the same grammar.
#include "parse/scanner.h"

#include <gtest/gtest.h>

#include <random>
#include <tuple>

#include "BiaoLexer.h"
#include "base/utf8.h"
#include "lexer_grammar.h"
#include "support.h"

namespace biao::test {
namespace {

/// Its type, the bytes it takes, and whether it is hidden from the parser.
using Seen = std::tuple<std::size_t, std::size_t, std::size_t, bool>;

std::vector<Seen> scanned(const std::string& text) {
    std::vector<Seen> out;
    for (std::uint32_t at = 0; at < text.size();) {
        const auto [token, taken] = parse::scan(text, at);
        at = token.end;
        if (taken == parse::Taken::skipped) continue;
        out.emplace_back(token.type, token.begin, token.end, taken == parse::Taken::hidden);
    }
    return out;
}

std::vector<Seen> lexed(const std::string& text) {
    std::vector<std::size_t> bytes;  // where each code point begins
    for (std::size_t at = 0; at < text.size(); at += decodeAt(text, at).length)
        bytes.push_back(at);
    bytes.push_back(text.size());
    antlr4::ANTLRInputStream input(text);
    grammar::BiaoLexer lexer(&input);
    lexer.removeErrorListeners();
    std::vector<Seen> out;
    for (;;) {
        const auto token = lexer.nextToken();
        if (token->getType() == antlr4::Token::EOF) return out;
        out.emplace_back(token->getType(), bytes[token->getStartIndex()],
                         bytes[token->getStopIndex() + 1], token->getChannel() != 0);
    }
}

void expectEqual(const std::string& text) {
    EXPECT_EQ(scanned(text), lexed(text)) << text;
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

TEST(Scanner, GivesTheTokensOfTheGrammarsLexer) {
    for (const std::string& text : corpus())
        expectEqual(text);
}

TEST(Scanner, GivesTheSameOnNonsense) {
    for (const std::string& text : nonsense(1, 2'000))
        expectEqual(text);
}

TEST(Scanner, GivesTheSameOnEveryKindOfCharacter) {
    std::string text;
    for (char32_t c = 0x20; c < 0x30000; c += c < 0x100 ? 1 : 7) {
        if (c < 0xD800 || c > 0xDFFF) appendUtf8(text, c);
    }
    appendUtf8(text, 0x10FFFF);
    expectEqual("“" + text + "”\n//" + text + "\n" + text);
    expectEqual("项目 \"甲\" { 年度 2031 }");
    expectEqual("");
}

}  // namespace
}  // namespace biao::test

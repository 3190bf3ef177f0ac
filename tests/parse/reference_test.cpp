// docs/language.md is complete: whatever the grammar reads stands in one of its examples, and every
// word a user can write stands on the page.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <utility>

#include "coverage.h"
#include "lexer_grammar.h"
#include "pages.h"
#include "support.h"

namespace biao::test {
namespace {

using grammar::BiaoParser;

const docs::Page& reference() {
    static const docs::Page page = [] {
        auto all = docs::pages();
        return *std::find_if(all.begin(), all.end(),
                             [](const auto& each) { return each.path == "docs/language.md"; });
    }();
    return page;
}

/// What stands between the plain quotes of a text.
std::vector<std::string> quoted(const std::string& text) {
    std::vector<std::string> out;
    for (auto open = text.find('"'); open != std::string::npos;) {
        const auto close = text.find('"', open + 1);
        if (close == std::string::npos) break;
        out.push_back(text.substr(open + 1, close - open - 1));
        open = text.find('"', close + 1);
    }
    return out;
}

TEST(Reference, EveryChoiceOfTheGrammarIsShown) {
    Coverage coverage;
    for (const auto& block : reference().blocks) {
        if (block.words.empty() || block.words[0] != "biao") continue;
        Tree tree(block.text);
        auto* file = tree.read(&BiaoParser::file);
        if (file == nullptr) {
            EXPECT_TRUE(block.is("biao", "wrong")) << reference().place(block);
            continue;
        }
        EXPECT_TRUE(coverage.replay(file)) << reference().place(block);
        // Cells that somebody wrote as texts are read by a rule of their own.
        for (const std::string& text : quoted(block.text)) {
            Tree cell(text);
            if (auto* root = cell.read(&BiaoParser::cellText)) coverage.replay(root);
        }
    }
    for (const std::string& line : missingFromRightTexts(coverage))
        ADD_FAILURE() << line;
}

std::size_t lineOf(const std::string& heading) {
    const auto& text = reference().text;
    const auto at = text.find("\n" + heading + "\n");
    EXPECT_NE(at, std::string::npos) << heading;
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(at, text.size()));
    return static_cast<std::size_t>(std::count(text.begin(), end, '\n')) + 2;
}

TEST(Reference, WhatIsNotProcessedYetHasAPartOfItsOwn) {
    const auto from = lineOf("## Read, not processed yet");
    const auto to = lineOf("## All words");
    for (const auto& block : reference().blocks) {
        const bool refused = std::count(block.words.begin(), block.words.end(), "B006") > 0;
        EXPECT_EQ(refused, block.line > from && block.line < to) << reference().place(block);
    }
}

/// The words of the page that stand in code: in backticks, apart by blanks, or in its examples.
std::set<std::string> wordsInCode() {
    std::set<std::string> out;
    const auto take = [&](const std::string& text) {
        std::istringstream words(text);
        for (std::string word; words >> word;)
            out.insert(word);
    };
    for (const auto& block : reference().blocks)
        take(block.text);
    std::istringstream lines(reference().text);
    for (std::string line; std::getline(lines, line);) {
        for (auto open = line.find('`'); open != std::string::npos;) {
            const auto close = line.find('`', open + 1);
            if (close == std::string::npos) break;
            take(line.substr(open + 1, close - open - 1));
            open = line.find('`', close + 1);
        }
    }
    return out;
}

bool within(const std::set<std::string>& words, const std::string& part) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return word.find(part) != std::string::npos;
    });
}

TEST(Reference, EveryLiteralOfTheLexerIsShown) {
    const auto shown = wordsInCode();
    const auto grammar =
        readText(std::filesystem::path(BIAO_SOURCE_DIR) / "grammar" / "BiaoLexer.g4");
    // What is a part of a token need not stand alone: 底 stands in 2031年10月底.
    const std::set<std::string> parts = {"EDGE",     "DEADLINE", "TO",        "DASH",
                                         "EN_MONTH", "PERCENT",  "UNDERSCORE"};
    // Between tokens: what is skipped, and what is a mistake.
    const std::set<std::string> unwritten = {"NL", "WS", "STRAY"};
    for (const LexerRule& rule : readLexerGrammar(grammar)) {
        if (unwritten.count(rule.name) > 0) continue;
        for (const std::string& alternative : rule.alternatives) {
            std::string literal = literalOf(alternative);
            if (literal.empty()) continue;
            if (literal == "|") literal = "\\|";  // as a table of the page has to write it
            EXPECT_TRUE(parts.count(rule.name) > 0 ? within(shown, literal)
                                                   : shown.count(literal) > 0)
                << rule.name << ": " << literal;
        }
    }
}

TEST(Reference, EveryWordOfTheTableIsShown) {
    const auto shown = wordsInCode();
    const std::vector<std::pair<const char*, const char*>> table = {
#define WORD(symbol, zh, en) {zh, en},
#define KEYWORD WORD
#define FLAG WORD
#define CLAUSE WORD
#define OPERATOR WORD
#define ROLE WORD
#define PROPERTY WORD
#define VALUEKIND WORD
#define MEMBER WORD
#define FUNCTION WORD
#define LINEWORD WORD
#define PROMISED WORD
#define DIRECTION WORD
#define CAPTURE WORD
#include "syntax/words.def"
#undef WORD
    };
    EXPECT_GT(table.size(), 200U);
    for (const auto& [zh, en] : table) {
        for (const char* spellings : {zh, en}) {
            std::istringstream each(spellings);
            for (std::string word; each >> word;) {
                if (word == "|") word = "\\|";
                if (word == ".@") word = "@";  // how the tree calls a role behind a dot
                EXPECT_TRUE(word == "@" ? within(shown, word) : shown.count(word) > 0) << word;
            }
        }
    }
}

}  // namespace
}  // namespace biao::test

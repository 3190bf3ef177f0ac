// docs/language.md is complete: whatever the grammar reads stands in one of its examples, and every
// word a user can write stands on the page.
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

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

/// Rules of the lexer that users write nothing of by name.
bool hidden(const std::string& rule) {
    for (const char* each : {"COMMENT", "NL", "WS", "STRAY", "OPEN_STRING", "ODD_STRING"}) {
        if (rule == each) return true;
    }
    return false;
}

TEST(Reference, EveryWordOfTheLexerStandsOnThePage) {
    const auto grammar =
        readText(std::filesystem::path(BIAO_SOURCE_DIR) / "grammar" / "BiaoLexer.g4");
    for (const LexerRule& rule : readLexerGrammar(grammar)) {
        if (hidden(rule.name)) continue;
        for (const std::string& alternative : rule.alternatives) {
            const std::string literal = literalOf(alternative);
            if (literal.empty()) continue;
            EXPECT_NE(reference().text.find(literal == "|" ? "\\|" : literal), std::string::npos)
                << rule.name << ": " << literal;
        }
    }
}

}  // namespace
}  // namespace biao::test

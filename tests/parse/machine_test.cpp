// The parser for right texts makes the trees of the one that ANTLR generated, and stops exactly
// where that one finds a mistake.
#include "parse/machine.h"

#include <gtest/gtest.h>

#include <random>

#include "parse/antlr/generated_parser.h"
#include "parse/layout.h"
#include "support.h"

namespace biao::test {
namespace {

using parse::P;
using parse::Tokens;

Tokens laidOut(const std::string& text) {
    Findings findings;
    const Span whole{{0}, 0, static_cast<std::uint32_t>(text.size())};
    return parse::layOut(text, whole, Limits{}, findings).tokens;
}

std::string shown(const parse::Tree& tree, std::uint32_t shift = 0) {
    std::string out;
    for (const parse::TreeNode& node : tree) {
        out += (node.leaf ? "token " : "rule ") + std::to_string(node.kind) + " " +
               std::to_string(node.first) + "-" + std::to_string(node.past) + " to " +
               std::to_string(node.after - shift) + "\n";
    }
    return out;
}

/// The trees of all lines at the top, one after the other; nothing where a token does not fit.
std::string byMachine(const Tokens& tokens) {
    std::string out;
    parse::Tree tree;
    for (parse::TokenIndex at = 0; tokens[at].type != P::END_OF_FILE;) {
        if (!parse::parseRule(P::RuleTopLine, tokens, at, tree)) return "";
        out += shown(tree);
    }
    return out;
}

std::string byAntlr(const Tokens& tokens) {
    parse::Mistakes mistakes(tokens);
    const parse::Tree tree = parse::parseWithMistakes(
        P::RuleFile, tokens, {0, static_cast<parse::TokenIndex>(tokens.size())}, mistakes);
    if (mistakes.any()) return "";
    std::string out;
    for (std::uint32_t at = 1; at < tree.size(); at = tree[at].after) {
        if (tree[at].leaf) continue;  // the end of the file
        out += shown({tree.begin() + at, tree.begin() + tree[at].after}, at);
    }
    return out;
}

std::vector<std::string> corpus() {
    std::vector<std::string> texts{readText(here("values.biao"))};
    for (const char* folder : {"constructs", "twins", "bad"}) {
        for (const auto& file : biaoFiles(folder))
            texts.push_back(readText(file));
    }
    for (const char* folder : {"stdlib", "examples"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(
                 std::filesystem::path(BIAO_SOURCE_DIR) / folder)) {
            if (entry.path().extension() == ".biao") texts.push_back(readText(entry.path()));
        }
    }
    return texts;
}

TEST(Machine, MakesTheTreesOfTheGeneratedParser) {
    std::size_t right = 0;
    for (const std::string& text : corpus()) {
        const Tokens tokens = laidOut(text);
        const std::string tree = byMachine(tokens);
        EXPECT_EQ(tree, byAntlr(tokens)) << text;
        if (!tree.empty()) ++right;
    }
    EXPECT_GT(right, 20u);
}

TEST(Machine, StopsWhereTheGeneratedParserFindsAMistake) {
    std::mt19937 random(7);  // the same texts every time
    for (const std::string& text : corpus()) {
        Tokens tokens = laidOut(text);
        for (int round = 0; round < 20 && tokens.size() > 2; ++round) {
            Tokens damaged = tokens;
            const std::size_t at = random() % (damaged.size() - 1);
            const auto type = static_cast<std::uint8_t>(1 + random() % (P::tokenTypes - 1));
            if (type == P::LBRACE || damaged[at].type == P::LBRACE ||
                damaged[at].type == P::RBRACE || type == P::RBRACE) {
                continue;  // the layout lets none through that has no mate
            }
            damaged[at].type = type;
            EXPECT_EQ(byMachine(damaged), byAntlr(damaged))
                << "token " << at << " as type " << +type;
        }
    }
}

}  // namespace
}  // namespace biao::test

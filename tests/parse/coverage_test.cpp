// Gates of the grammar: it predicts nowhere, and every choice in it is taken by some file of this
// folder.
#include <gtest/gtest.h>

#include "coverage.h"
#include "support.h"

namespace biao::test {
namespace {

using grammar::BiaoParser;

TEST(Grammar, PredictsNowhere) {
    const std::string generated = readText(BIAO_GENERATED_PARSER);
    EXPECT_NE(generated.find("enterRule"), std::string::npos);
    EXPECT_EQ(generated.find("adaptivePredict"), std::string::npos)
        << "some choice of BiaoParser.g4 needs more than one token";
}

TEST(Grammar, EveryChoiceIsTakenBySomeFile) {
    std::vector<std::filesystem::path> files{here("values.biao")};
    for (const char* folder : {"constructs", "twins"}) {
        for (auto& file : biaoFiles(folder))
            files.push_back(file);
    }
    Coverage coverage;
    Tree message("对 r 于 行 当 r > 1");
    ASSERT_TRUE(coverage.replay(message.read(&BiaoParser::message)));
    for (const char* cell : {"≥90%", "= 5人", "规范"}) {
        Tree quoted(cell);
        ASSERT_TRUE(coverage.replay(quoted.read(&BiaoParser::cellText)));
    }
    for (const auto& file : files) {
        Tree tree(readText(file));
        auto* root = tree.read(&BiaoParser::file);
        ASSERT_NE(root, nullptr) << file;
        EXPECT_TRUE(coverage.replay(root)) << file;
    }
    Tree remarked("项目 \"甲\" { 预算 1,000元 }");  // understood, and remarked on
    EXPECT_TRUE(coverage.replay(remarked.read(&BiaoParser::file)));

    EXPECT_EQ(missingFromRightTexts(coverage), std::vector<std::string>{});
}

}  // namespace
}  // namespace biao::test

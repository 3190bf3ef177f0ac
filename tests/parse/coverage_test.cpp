// Gates of the grammar: it predicts nowhere, and every choice in it is taken by some file of this
// folder. The generated parser leaves no record of its choices, so each node of its tree is
// replayed against the parser's own state machine: the one path through the node's rule that eats
// the node's children is what was chosen there.
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <set>
#include <utility>

#include "BiaoParser.h"
#include "atn/RuleStartState.h"
#include "atn/RuleTransition.h"
#include "parse/layout.h"
#include "support.h"

namespace biao::test {
namespace {

using antlr4::ParserRuleContext;
using antlr4::atn::ATN;
using antlr4::atn::ATNState;
using antlr4::atn::RuleTransition;
using antlr4::atn::Transition;
using antlr4::tree::TerminalNode;
using grammar::BiaoParser;

class Coverage {
public:
    explicit Coverage(const ATN& atn) : atn_(atn) {}

    /// Notes the choices of this node and of all below it; false where no path fits.
    bool replay(ParserRuleContext* node) {
        children_ = &node->children;
        failed_.clear();
        path_.clear();
        stop_ = reinterpret_cast<ATNState*>(atn_.ruleToStopState[node->getRuleIndex()]);
        if (!walk(reinterpret_cast<ATNState*>(atn_.ruleToStartState[node->getRuleIndex()]), 0)) {
            return false;
        }
        for (const auto& [transition, child] : path_) {
            taken_.insert(transition);
            if (transition->getSerializationType() == Transition::SET) {
                auto* leaf = dynamic_cast<TerminalNode*>(node->children[child]);
                tokens_[transition].insert(leaf->getSymbol()->getType());
            }
        }
        const auto children = node->children;
        for (auto* child : children) {
            auto* inner = dynamic_cast<ParserRuleContext*>(child);
            if (inner && !replay(inner)) return false;
        }
        return true;
    }

    /// What no file chose: "rule: a token the choice begins with, ...".
    std::vector<std::string> missing(const BiaoParser& parser) const {
        std::vector<std::string> out;
        const auto& vocabulary = parser.getVocabulary();
        for (ATNState* state : atn_.states) {
            if (!state) continue;
            for (const Transition* transition : state->transitions) {
                const std::string rule = parser.getRuleNames()[state->ruleIndex];
                if (state->transitions.size() > 1 && taken_.count(transition) == 0 &&
                    state->getStateType() != ATNState::RULE_STOP) {
                    auto next = atn_.nextTokens(transition->target);
                    out.push_back(rule + ": choice " + next.toString(vocabulary));
                }
                if (transition->getSerializationType() != Transition::SET) continue;
                const auto seen = tokens_.find(transition);
                for (const ssize_t type : transition->label().toList()) {
                    if (seen == tokens_.end() ||
                        seen->second.count(static_cast<std::size_t>(type)) == 0) {
                        out.push_back(rule + ": token " +
                                      vocabulary.getDisplayName(static_cast<std::size_t>(type)));
                    }
                }
            }
        }
        return out;
    }

private:
    bool walk(ATNState* state, std::size_t child) {
        if (state == stop_) return child == children_->size();
        if (!failed_.insert({state, child}).second) return false;
        for (const Transition* transition : state->transitions) {
            const auto kind = transition->getSerializationType();
            ATNState* next = transition->target;
            std::size_t after = child;
            if (kind == Transition::RULE) {
                auto* inner = child < children_->size()
                                  ? dynamic_cast<ParserRuleContext*>((*children_)[child])
                                  : nullptr;
                const auto* call = static_cast<const RuleTransition*>(transition);
                if (!inner || inner->getRuleIndex() != call->ruleIndex) continue;
                next = call->followState;
                ++after;
            } else if (!transition->isEpsilon()) {
                auto* leaf = child < children_->size()
                                 ? dynamic_cast<TerminalNode*>((*children_)[child])
                                 : nullptr;
                if (!leaf || !transition->matches(leaf->getSymbol()->getType(), 1, 0xFFFF))
                    continue;
                ++after;
            }
            path_.emplace_back(transition, child);
            if (walk(next, after)) return true;
            path_.pop_back();
        }
        return false;
    }

    const ATN& atn_;
    const ATNState* stop_ = nullptr;
    std::vector<antlr4::tree::ParseTree*>* children_ = nullptr;
    std::set<std::pair<const ATNState*, std::size_t>> failed_;
    std::vector<std::pair<const Transition*, std::size_t>> path_;
    std::set<const Transition*> taken_;
    std::map<const Transition*, std::set<std::size_t>> tokens_;
};

/// A text on its way through scanner, layout and the generated parser.
struct Tree {
    explicit Tree(const std::string& text)
        : source(laidOut(text)), tokens(&source), parser(&tokens) {}

    static std::vector<std::unique_ptr<antlr4::Token>> laidOut(const std::string& text) {
        Findings findings;
        const Span whole{{0}, 0, static_cast<std::uint32_t>(text.size())};
        std::vector<std::unique_ptr<antlr4::Token>> out;
        for (const parse::Token& token : parse::layOut(text, whole, Limits{}, findings).tokens) {
            const bool end = token.type == parse::P::END_OF_FILE;
            out.push_back(
                std::make_unique<antlr4::CommonToken>(end ? antlr4::Token::EOF : token.type));
        }
        return out;
    }

    antlr4::ListTokenSource source;
    antlr4::CommonTokenStream tokens;
    BiaoParser parser;
};

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
    Tree message("对 r 于 行 当 r > 1");
    Coverage coverage(message.parser.getATN());
    ASSERT_TRUE(coverage.replay(message.parser.message()));
    for (const char* cell : {"≥90%", "= 5人", "规范"}) {
        Tree quoted(cell);
        ASSERT_TRUE(coverage.replay(quoted.parser.cellText()));
    }
    for (const auto& file : files) {
        Tree tree(readText(file));
        auto* root = tree.parser.file();
        ASSERT_EQ(tree.parser.getNumberOfSyntaxErrors(), 0u) << file;
        EXPECT_TRUE(coverage.replay(root)) << file;
    }
    Tree remarked("项目 \"甲\" { 预算 1,000元 }");  // understood, and remarked on
    EXPECT_TRUE(coverage.replay(remarked.parser.file()));

    // A line of nothing is what is left of one that could not be read: recovery_test has those.
    std::set<std::string> onlyAfterMistakes{"topLine: choice END", "declarationLine: choice END",
                                            "clauseLine: choice END", "line: choice END"};
    for (const std::string& line : coverage.missing(message.parser)) {
        if (onlyAfterMistakes.erase(line) == 0) ADD_FAILURE() << line;
    }
    EXPECT_TRUE(onlyAfterMistakes.empty()) << *onlyAfterMistakes.begin() << " is taken after all";
}

}  // namespace
}  // namespace biao::test

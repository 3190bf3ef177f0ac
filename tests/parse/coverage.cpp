#include "coverage.h"

#include "atn/RuleStartState.h"
#include "atn/RuleTransition.h"
#include "base/limits.h"
#include "diagnostics/finding.h"
#include "parse/layout.h"

namespace biao::test {

using antlr4::ParserRuleContext;
using antlr4::atn::ATNState;
using antlr4::atn::RuleTransition;
using antlr4::atn::Transition;
using antlr4::tree::TerminalNode;
using grammar::BiaoParser;

namespace {

std::vector<std::unique_ptr<antlr4::Token>> laidOut(const std::string& text) {
    Findings findings;
    const Span whole{{0}, 0, static_cast<std::uint32_t>(text.size())};
    std::vector<std::unique_ptr<antlr4::Token>> out;
    for (const parse::Token& token : parse::layOut(text, whole, Limits{}, findings).tokens) {
        const bool end = token.type == parse::P::END_OF_FILE;
        out.push_back(std::make_unique<antlr4::CommonToken>(end ? antlr4::Token::EOF : token.type));
    }
    return out;
}

}  // namespace

Tree::Tree(const std::string& text) : source(laidOut(text)), tokens(&source), parser(&tokens) {
    parser.removeErrorListeners();
    parser.setErrorHandler(std::make_shared<antlr4::BailErrorStrategy>());
}

Coverage::Coverage() : empty_(""), atn_(empty_.parser.getATN()) {}

bool Coverage::replay(ParserRuleContext* node) {
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

std::vector<std::string> Coverage::missing() const {
    const BiaoParser& parser = empty_.parser;
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

bool Coverage::walk(ATNState* state, std::size_t child) {
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
            if (!leaf || !transition->matches(leaf->getSymbol()->getType(), 1, 0xFFFF)) continue;
            ++after;
        }
        path_.emplace_back(transition, child);
        if (walk(next, after)) return true;
        path_.pop_back();
    }
    return false;
}

std::vector<std::string> missingFromRightTexts(const Coverage& coverage) {
    std::set<std::string> onlyAfterMistakes{"topLine: choice END", "declarationLine: choice END",
                                            "clauseLine: choice END", "line: choice END"};
    std::vector<std::string> out;
    for (const std::string& line : coverage.missing()) {
        if (onlyAfterMistakes.erase(line) == 0) out.push_back(line);
    }
    for (const std::string& line : onlyAfterMistakes)
        out.push_back(line + " is taken after all");
    return out;
}

}  // namespace biao::test

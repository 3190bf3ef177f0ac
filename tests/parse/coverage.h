// Which choices of the grammar some texts take. The generated parser leaves no record of its
// choices, so each node of its tree is replayed against the parser's own state machine: the one
// path through the node's rule that eats the node's children is what was chosen there.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "BiaoParser.h"

namespace biao::test {

/// A text on its way through scanner, layout and the generated parser.
struct Tree {
    explicit Tree(const std::string& text);

    /// The text as this rule of the grammar, as in read(&BiaoParser::file); nothing where it is
    /// none.
    template <typename Context>
    Context* read(Context* (grammar::BiaoParser::*rule)()) {
        try {
            return (parser.*rule)();
        } catch (const antlr4::ParseCancellationException&) {
            return nullptr;
        }
    }

    antlr4::ListTokenSource source;
    antlr4::CommonTokenStream tokens;
    grammar::BiaoParser parser;
};

class Coverage {
public:
    Coverage();

    /// Notes the choices of this node and of all below it; false where no path fits.
    bool replay(antlr4::ParserRuleContext* node);

    /// What no text chose: "rule: choice {the tokens it begins with}", "rule: token NAME".
    std::vector<std::string> missing() const;

private:
    bool walk(antlr4::atn::ATNState* state, std::size_t child);

    Tree empty_;  // for its state machine
    const antlr4::atn::ATN& atn_;
    const antlr4::atn::ATNState* stop_ = nullptr;
    std::vector<antlr4::tree::ParseTree*>* children_ = nullptr;
    std::set<std::pair<const antlr4::atn::ATNState*, std::size_t>> failed_;
    std::vector<std::pair<const antlr4::atn::Transition*, std::size_t>> path_;
    std::set<const antlr4::atn::Transition*> taken_;
    std::map<const antlr4::atn::Transition*, std::set<std::size_t>> tokens_;
};

/// What is missing beside the choices that only a line which could not be read takes: recovery_test
/// has those. Says so too where one of these is taken after all.
std::vector<std::string> missingFromRightTexts(const Coverage& coverage);

}  // namespace biao::test

#include "parse/antlr/fast_lexer.h"

#include <vector>

#include "atn/LexerATNSimulator.h"
#include "atn/PredictionContext.h"
#include "dfa/DFA.h"
#include "dfa/DFAState.h"

namespace biao::parse {
namespace {

using antlr4::atn::ATN;
using antlr4::atn::ATNConfigSet;
using antlr4::dfa::DFA;
using antlr4::dfa::DFAState;

/// What has been worked out so far: states, and where each character leads from them.
struct Tables {
    explicit Tables(const ATN& atn) {
        const std::size_t count = atn.getNumberOfDecisions();
        states.reserve(count);
        for (std::size_t i = 0; i < count; ++i)
            states.emplace_back(atn.getDecisionState(i), i);
    }

    std::vector<DFA> states;
    antlr4::atn::PredictionContextCache contexts;
    std::size_t edges = 0;
};

/// A file of every character there is must not fill the memory.
constexpr std::size_t mostEdges = 1u << 18;

/// One for a thread: it is warm for all files after the first, and for the queries of messages.
Tables& tablesOfThread(const ATN& atn) {
    thread_local Tables tables(atn);
    return tables;
}

class Simulator final : public antlr4::atn::LexerATNSimulator {
public:
    Simulator(antlr4::Lexer* lexer, const ATN& machine, Tables& tables)
        : LexerATNSimulator(lexer, machine, tables.states, tables.contexts), tables_(tables) {}

    // The base counts its calls in a variable all threads share.
    std::size_t match(antlr4::CharStream* input, std::size_t mode) override {
        const std::size_t line = _line;
        const std::size_t column = _charPositionInLine;
        reset();  // forgets the last accepted state, and where it was
        _line = line;
        _charPositionInLine = column;
        _mode = mode;
        _startIndex = input->index();
        DFAState* start = _decisionToDFA[mode].s0;
        return start ? execATN(input, start) : matchATN(input);
    }

protected:
    DFAState* getExistingTargetState(DFAState* from, std::size_t character) override {
        const auto found = from->edges.find(character);
        return found == from->edges.end() ? nullptr : found->second;
    }

    DFAState* addDFAEdge(DFAState* from, std::size_t character, ATNConfigSet* reached) override {
        DFAState* to = addDFAState(reached);
        addDFAEdge(from, character, to);
        return to;
    }

    void addDFAEdge(DFAState* from, std::size_t character, DFAState* to) override {
        if (tables_.edges >= mostEdges) return;
        if (from->edges.emplace(character, to).second) ++tables_.edges;
    }

private:
    Tables& tables_;
};

}  // namespace

FastLexer::FastLexer(antlr4::CharStream* input) : BiaoLexer(input) {
    setInterpreter(new Simulator(this, getATN(), tablesOfThread(getATN())));  // owned by the base
}

}  // namespace biao::parse

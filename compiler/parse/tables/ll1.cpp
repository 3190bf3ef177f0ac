#include "ll1.h"

#include <map>
#include <stdexcept>

#include "atn/ATN.h"
#include "atn/RuleStartState.h"
#include "atn/RuleTransition.h"

namespace biao::tables {
namespace {

using antlr4::atn::ATN;
using antlr4::atn::ATNState;
using antlr4::atn::RuleTransition;
using antlr4::atn::Transition;

constexpr std::size_t nowhere = SIZE_MAX;

class Construction {
public:
    explicit Construction(const ATN& atn) : atn_(atn) {}

    Ll1 run() {
        for (auto* start : atn_.ruleToStartState)
            out_.begin.push_back(step(start));
        return std::move(out_);
    }

private:
    /// Past what takes no token and leaves no choice.
    static ATNState* settle(ATNState* state) {
        while (state->transitions.size() == 1 && state->getStateType() != ATNState::RULE_STOP &&
               state->transitions[0]->isEpsilon() &&
               state->transitions[0]->getSerializationType() != Transition::RULE) {
            state = state->transitions[0]->target;
        }
        return state;
    }

    std::size_t step(ATNState* from) {
        ATNState* state = settle(from);
        const auto [found, fresh] = numbers_.emplace(state, out_.steps.size());
        const std::size_t number = found->second;
        if (!fresh) return number;
        out_.steps.push_back({});
        Step step;
        if (state->getStateType() == ATNState::RULE_STOP) {
            step.kind = Step::done;
        } else if (state->transitions.size() > 1) {
            step.kind = Step::choose;
            step.argument = choice(state);
        } else {
            const Transition* only = state->transitions[0];
            if (only->getSerializationType() == Transition::RULE) {
                const auto* call = static_cast<const RuleTransition*>(only);
                step.kind = Step::call;
                step.argument = call->ruleIndex;
                step.next = this->step(call->followState);
            } else {
                const auto tokens = tokensOf(only);
                step.kind = tokens.size() == 1 ? Step::match : Step::oneOf;
                step.argument = tokens.size() == 1 ? tokens[0] : setOf(tokens);
                step.next = this->step(only->target);
            }
        }
        out_.steps[number] = step;
        return number;
    }

    /// Token types, with 0 for the end of the file.
    std::vector<std::size_t> tokensOf(const Transition* transition) const {
        std::vector<std::size_t> tokens;
        const auto label = transition->label();
        for (const ssize_t type : label.toList())
            tokens.push_back(type < 0 ? 0 : static_cast<std::size_t>(type));
        return tokens;
    }

    std::size_t setOf(const std::vector<std::size_t>& tokens) {
        std::vector<bool> set(atn_.maxTokenType + 1, false);
        for (const std::size_t type : tokens)
            set[type] = true;
        for (std::size_t at = 0; at < out_.sets.size(); ++at) {
            if (out_.sets[at] == set) return at;
        }
        out_.sets.push_back(std::move(set));
        return out_.sets.size() - 1;
    }

    /// Each way by the tokens it may begin with; the way that may take none, for all others.
    std::size_t choice(ATNState* state) {
        const std::size_t number = out_.choices.size();
        out_.choices.emplace_back(atn_.maxTokenType + 1, nowhere);
        std::vector<std::size_t> steps(atn_.maxTokenType + 1, nowhere);
        const Transition* otherwise = nullptr;
        for (const Transition* way : state->transitions) {
            const auto first = atn_.nextTokens(way->target);
            for (const ssize_t type : first.toList()) {
                if (type == static_cast<ssize_t>(antlr4::Token::EPSILON)) {
                    if (otherwise) throw std::runtime_error("two ways of a choice may be empty");
                    otherwise = way;
                    continue;
                }
                const std::size_t token = type < 0 ? 0 : static_cast<std::size_t>(type);
                if (steps[token] != nowhere)
                    throw std::runtime_error("a choice of the grammar needs more than one token");
                steps[token] = step(way->target);
            }
        }
        if (otherwise) {
            const std::size_t next = step(otherwise->target);
            for (std::size_t& one : steps) {
                if (one == nowhere) one = next;
            }
        }
        out_.choices[number] = std::move(steps);
        return number;
    }

    const ATN& atn_;
    std::map<ATNState*, std::size_t> numbers_;
    Ll1 out_;
};

}  // namespace

Ll1 ll1Of(const antlr4::Parser& parser) {
    return Construction(parser.getATN()).run();
}

}  // namespace biao::tables

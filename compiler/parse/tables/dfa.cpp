#include "dfa.h"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>

#include "atn/ATN.h"
#include "atn/ActionTransition.h"
#include "atn/LexerAction.h"
#include "atn/LexerChannelAction.h"
#include "atn/LexerTypeAction.h"
#include "atn/RuleStartState.h"
#include "atn/RuleStopState.h"
#include "atn/RuleTransition.h"

namespace biao::tables {
namespace {

using antlr4::atn::ActionTransition;
using antlr4::atn::ATN;
using antlr4::atn::ATNState;
using antlr4::atn::LexerActionType;
using antlr4::atn::RuleTransition;
using antlr4::atn::Transition;

constexpr std::size_t lastPoint = 0x10FFFF;

/// Where a path stands: a state, and where to go on when the fragments around it are through.
using Stack = std::vector<ATNState*>;
using Path = std::pair<ATNState*, Stack>;

struct ByNumber {
    bool operator()(const Path& a, const Path& b) const { return key(a) < key(b); }
    static std::vector<std::size_t> key(const Path& path) {
        std::vector<std::size_t> numbers{path.first->stateNumber};
        for (ATNState* state : path.second)
            numbers.push_back(state->stateNumber);
        return numbers;
    }
};
using Paths = std::set<Path, ByNumber>;

class Construction {
public:
    explicit Construction(const ATN& atn) : atn_(atn) { acceptances(); }

    Dfa run() {
        cut();
        dfa_.next.push_back({});  // nowhere
        dfa_.accepted.push_back({});
        Paths start;
        close({atn_.modeToStartState[0], {}}, start);
        number(std::move(start));
        for (std::size_t at = 0; at < sets_.size(); ++at)
            lead(at);
        dfa_.next[0].assign(points_.size(), 0);
        minimize();
        mergeColumns();
        return std::move(dfa_);
    }

private:
    /// What each rule of the grammar gives: its own type, unless a command says otherwise.
    void acceptances() {
        for (std::size_t rule = 0; rule < atn_.ruleToTokenType.size(); ++rule)
            gives_.push_back({rule, atn_.ruleToTokenType[rule], 0, false});
        for (ATNState* state : atn_.states) {
            if (!state) continue;
            for (const Transition* transition : state->transitions) {
                if (transition->getSerializationType() != Transition::ACTION) continue;
                const auto* action = static_cast<const ActionTransition*>(transition);
                const auto command = atn_.lexerActions[action->actionIndex];
                Accepted& gives = gives_[state->ruleIndex];
                switch (command->getActionType()) {
                    case LexerActionType::TYPE:
                        gives.type = static_cast<std::size_t>(
                            std::static_pointer_cast<antlr4::atn::LexerTypeAction>(command)
                                ->getType());
                        break;
                    case LexerActionType::CHANNEL:
                        gives.channel = static_cast<std::size_t>(
                            std::static_pointer_cast<antlr4::atn::LexerChannelAction>(command)
                                ->getChannel());
                        break;
                    case LexerActionType::SKIP:
                        gives.skipped = true;
                        break;
                    default:
                        throw std::runtime_error("a lexer command this table cannot hold");
                }
            }
        }
    }

    /// Unicode, cut wherever some transition begins or ends.
    void cut() {
        std::set<std::size_t> ends{lastPoint};
        for (ATNState* state : atn_.states) {
            if (!state) continue;
            for (const Transition* transition : state->transitions) {
                if (transition->isEpsilon()) continue;
                const auto label = transition->label();
                for (const auto& interval : label.getIntervals()) {
                    if (interval.a > 0) ends.insert(static_cast<std::size_t>(interval.a) - 1);
                    if (interval.b < static_cast<ssize_t>(lastPoint))
                        ends.insert(static_cast<std::size_t>(interval.b));
                }
            }
        }
        points_.assign(ends.begin(), ends.end());
    }

    /// Every path reached from `path` without a character.
    void close(const Path& path, Paths& into) {
        if (!into.insert(path).second) return;
        const auto& [state, stack] = path;
        if (state->getStateType() == ATNState::RULE_STOP) {
            if (stack.empty()) return;  // a token ends here
            Stack rest(stack.begin(), stack.end() - 1);
            close({stack.back(), std::move(rest)}, into);
            return;
        }
        for (const Transition* transition : state->transitions) {
            if (transition->getSerializationType() == Transition::RULE) {
                Stack deeper = stack;
                deeper.push_back(static_cast<const RuleTransition*>(transition)->followState);
                close({transition->target, std::move(deeper)}, into);
            } else if (transition->isEpsilon()) {
                close({transition->target, stack}, into);
            }
        }
    }

    std::size_t number(Paths paths) {
        if (paths.empty()) return 0;
        const auto [found, fresh] = numbers_.emplace(std::move(paths), dfa_.next.size());
        if (fresh) {
            sets_.push_back(&found->first);
            dfa_.next.push_back({});
            Accepted accepted;
            for (const auto& [state, stack] : found->first) {
                if (state->getStateType() == ATNState::RULE_STOP && stack.empty() &&
                    state->ruleIndex < accepted.rule) {
                    accepted = gives_[state->ruleIndex];
                }
            }
            dfa_.accepted.push_back(accepted);
        }
        return found->second;
    }

    void lead(std::size_t at) {
        struct Edge {
            const Path* from;
            const Transition* transition;
        };
        std::vector<std::vector<Edge>> edges(points_.size());
        for (const Path& path : *sets_[at]) {
            if (path.first->getStateType() == ATNState::RULE_STOP) continue;
            for (const Transition* transition : path.first->transitions) {
                if (transition->isEpsilon()) continue;
                for (std::size_t i = 0; i < points_.size(); ++i) {
                    if (transition->matches(points_[i], 0, lastPoint))
                        edges[i].push_back({&path, transition});
                }
            }
        }
        std::vector<std::size_t> row(points_.size(), 0);
        std::map<std::vector<std::pair<const Path*, const Transition*>>, std::size_t> known;
        for (std::size_t i = 0; i < points_.size(); ++i) {
            std::vector<std::pair<const Path*, const Transition*>> key;
            for (const Edge& edge : edges[i])
                key.emplace_back(edge.from, edge.transition);
            const auto found = known.find(key);
            if (found != known.end()) {
                row[i] = found->second;
                continue;
            }
            Paths reached;
            for (const Edge& edge : edges[i])
                close({edge.transition->target, edge.from->second}, reached);
            row[i] = number(std::move(reached));
            known.emplace(std::move(key), row[i]);
        }
        dfa_.next[at + 1] = std::move(row);
    }

    /// States that no text can tell apart become one.
    void minimize() {
        const std::size_t count = dfa_.next.size();
        std::vector<std::size_t> part(count);
        const auto partBy = [&](const auto& keyOf) {
            std::map<std::vector<std::size_t>, std::size_t> parts;
            std::vector<std::size_t> fresh(count);
            for (std::size_t at = 0; at < count; ++at)
                fresh[at] = parts.emplace(keyOf(at), parts.size()).first->second;
            part = std::move(fresh);
            return parts.size();
        };
        std::size_t parts = partBy([&](std::size_t at) {
            // "nowhere" and the start keep their numbers
            return std::vector<std::size_t>{std::min<std::size_t>(at, 2), dfa_.accepted[at].rule};
        });
        for (;;) {
            const auto before = part;
            const std::size_t now = partBy([&](std::size_t at) {
                std::vector<std::size_t> key{before[at]};
                for (const std::size_t next : dfa_.next[at])
                    key.push_back(before[next]);
                return key;
            });
            if (now == parts) break;
            parts = now;
        }
        std::vector<std::vector<std::size_t>> next(parts);
        std::vector<Accepted> accepted(parts);
        for (std::size_t at = 0; at < count; ++at) {
            accepted[part[at]] = dfa_.accepted[at];
            next[part[at]] = dfa_.next[at];
            for (std::size_t& to : next[part[at]])
                to = part[to];
        }
        dfa_.next = std::move(next);
        dfa_.accepted = std::move(accepted);
    }

    /// Characters that lead to the same place everywhere are one class.
    void mergeColumns() {
        std::map<std::vector<std::size_t>, std::size_t> columns;
        std::vector<std::vector<std::size_t>> narrow(dfa_.next.size());
        for (std::size_t i = 0; i < points_.size(); ++i) {
            std::vector<std::size_t> column;
            for (const auto& row : dfa_.next)
                column.push_back(row[i]);
            const auto [found, fresh] = columns.emplace(column, columns.size());
            dfa_.intervals.push_back({points_[i], found->second});
            if (!fresh) continue;
            for (std::size_t at = 0; at < narrow.size(); ++at)
                narrow[at].push_back(column[at]);
        }
        dfa_.classes = columns.size();
        dfa_.next = std::move(narrow);
    }

    const ATN& atn_;
    std::vector<Accepted> gives_;      // by rule
    std::vector<std::size_t> points_;  // the last of each interval
    std::map<Paths, std::size_t> numbers_;
    std::vector<const Paths*> sets_;  // of state 1, 2, …
    Dfa dfa_;
};

}  // namespace

Dfa dfaOf(const antlr4::Lexer& lexer) {
    return Construction(lexer.getATN()).run();
}

}  // namespace biao::tables

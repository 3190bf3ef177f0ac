// A compiled rule, case by case.
#include <algorithm>
#include <deque>
#include <string>
#include <unordered_map>
#include <utility>

#include "expression/message.h"
#include "expression/rule.h"

namespace biao::expression {
namespace {

using Cases = CompiledRule::Cases;

/// Every 当 holds, and what should hold does not, or cannot be judged.
Truth judged(Evaluator& run) {
    const CompiledRule& rule = run.rule();
    for (const NodeId when : rule.whens) {
        if (run.truth(when).truth != Truth::holds) return Truth::holds;
    }
    Truth result = Truth::holds;
    for (const NodeId condition : rule.conditions) {
        const Truth truth = run.truth(condition).truth;
        if (truth == Truth::fails) return truth;
        if (truth == Truth::undetermined) result = truth;
    }
    return result;
}

void oneCase(Evaluator& run, const std::string& group, Findings& findings) {
    const Truth truth = judged(run);
    const bool unsettled = truth == Truth::undetermined && run.rule().saysUnsettled;
    if (run.beyond() || (truth != Truth::fails && !unsettled)) return;
    Finding finding = unsettled ? saidUnsettled(run) : said(run);
    finding.group = group;
    if (!run.beyond()) findings.add(std::move(finding));
}

/// The rows of each key.
struct Groups {
    std::vector<std::vector<RowId>> rows;  // the keys in the order they first stand in
    std::optional<Span> cause;
};

/// Rows whose key is blank are in no group; one that could not be read may be in any.
Groups groupsOf(Evaluator& run) {
    const CompiledRule& rule = run.rule();
    const Rows all = run.rows(rule.over);
    Groups groups{{}, all->cause};
    std::unordered_map<std::string, std::size_t> places;
    std::string whole;
    for (const RowId row : all->rows) {
        run.take(rule.keySlot, row);
        whole.clear();
        bool blank = false;
        for (const NodeId id : rule.keys) {
            const Value& key = run.value(id);
            blank = blank || key.what == Cell::What::amount;
            if (key.what == Cell::What::amount && key.amount.isOpen() && !groups.cause) {
                groups.cause = key.amount.cause();
            }
            whole.append(key.text).push_back('\0');
        }
        if (blank) continue;
        const auto [place, fresh] = places.emplace(whole, groups.rows.size());
        if (fresh) groups.rows.emplace_back();
        groups.rows[place->second].push_back(row);
    }
    return groups;
}

/// Every 当 holds, and whether the rest does is known.
bool isSettled(Evaluator& run) {
    const CompiledRule& rule = run.rule();
    return std::all_of(rule.whens.begin(), rule.whens.end(),
                       [&](NodeId id) { return run.truth(id).truth == Truth::holds; }) &&
           std::none_of(rule.conditions.begin(), rule.conditions.end(),
                        [&](NodeId id) { return run.truth(id).truth == Truth::undetermined; });
}

/// Goes through the cases of the rule; in each, what its binders stand for is in hand.
template <class Act>
void eachCase(Evaluator& evaluator, const Act& act) {
    const CompiledRule& rule = evaluator.rule();
    switch (rule.cases) {
        case Cases::once:
            return act();
        case Cases::rows: {
            const Rows rows = evaluator.rows(rule.over);
            for (const RowId row : rows->rows) {
                evaluator.take(rule.binder, row);
                act();
            }
            return;
        }
        case Cases::groups: {
            Groups groups = groupsOf(evaluator);
            for (auto& rows : groups.rows) {
                RowSet set{std::move(rows), groups.cause};
                evaluator.bind(rule.binder, std::make_shared<const RowSet>(std::move(set)));
                act();
            }
            return;
        }
        case Cases::rowPairs: {
            const Rows rows = evaluator.rows(rule.over);
            for (std::size_t i = 1; i < rows->rows.size(); ++i) {
                evaluator.bind(rule.binder, rows->rows[i - 1]);
                evaluator.bind(rule.binder2, rows->rows[i]);
                act();
            }
            return;
        }
        case Cases::cells: {
            const Cells cells = evaluator.cells(rule.over);
            for (const Value& cell : cells->cells) {
                if (cell.what == Cell::What::amount && cell.amount.isBlank()) continue;
                evaluator.bind(rule.binder, cell);
                act();
            }
            return;
        }
        case Cases::cellPairs: {
            const Cells cells = evaluator.cells(rule.over);
            const Value* before = nullptr;
            for (const Value& cell : cells->cells) {
                if (cell.what == Cell::What::amount && cell.amount.isBlank()) continue;
                if (before) {
                    evaluator.bind(rule.binder, *before);
                    evaluator.bind(rule.binder2, cell);
                    act();
                }
                before = &cell;
            }
            return;
        }
        case Cases::columns:
            for (const definitions::ElementId column : rule[rule.over].columns) {
                evaluator.bind(rule.binder, column);
                act();
            }
            return;
    }
}

/// The rule goes through rows and looks at no others.
bool ofOneRow(const CompiledRule& rule) {
    using Kind = Node::Kind;
    if (rule.cases != Cases::rows || rule[rule.over].kind != Kind::rowsUnder) return false;
    for (std::uint32_t at = 0; at < rule.nodes.size(); ++at) {
        const auto shape = rule.nodes[at].type.shape;
        const bool several = shape == Type::Shape::rows || shape == Type::Shape::cells;
        if (several && NodeId{at} != rule.over) return false;
    }
    return true;
}

/// A rule at work, and where its findings go.
struct Work {
    Work(const CompiledRule& rule, const World& world, const definitions::Library& library,
         const std::shared_ptr<Common>& common, Findings& said)
        : run(rule, world, library, definitions::ZeroByZero::undetermined, common), findings(said) {
        const auto element = rule.over ? rule[rule.over].type.element : definitions::ElementId{};
        if (element) group = world.form().path(element).zh;
    }
    void judge() { oneCase(run, group, findings); }
    void end() {
        if (run.beyond()) findings.add(run.limitPassed());
    }

    Evaluator run;
    std::string group;
    Findings& findings;
    Rows rows;  // of a rule that takes turns
    std::size_t next = 0;
};

/// Row by row, so that what one rule reads of a row is there for the others.
void takeTurns(std::deque<Work>& works) {
    for (Work& work : works)
        work.rows = work.run.rows(work.run.rule().over);
    for (;;) {
        std::optional<RowId> now;
        for (const Work& work : works) {
            if (work.next == work.rows->rows.size()) continue;
            const RowId row = work.rows->rows[work.next];
            if (!now || row < *now) now = row;
        }
        if (!now) return;
        works.front().run.common().take(*now);
        for (Work& work : works) {
            if (work.next == work.rows->rows.size() || work.rows->rows[work.next] != *now) continue;
            ++work.next;
            work.run.bind(work.run.rule().binder, *now);
            work.judge();
        }
    }
}

}  // namespace

bool judges(const CompiledRule& rule, const World& world, const definitions::Library& library) {
    Evaluator evaluator(rule, world, library);
    bool found = false;
    eachCase(evaluator, [&] { found = found || isSettled(evaluator); });
    return found;
}

void run(std::span<const CompiledRule* const> rules, const World& world,
         const definitions::Library& library, std::span<Findings> said) {
    const auto common = std::make_shared<Common>();
    std::deque<Work> turns;
    for (std::size_t at = 0; at < rules.size(); ++at) {
        if (!rules[at]) continue;
        if (ofOneRow(*rules[at])) {
            turns.emplace_back(*rules[at], world, library, common, said[at]);
            continue;
        }
        Work work(*rules[at], world, library, common, said[at]);
        eachCase(work.run, [&] { work.judge(); });
        work.end();
    }
    takeTurns(turns);
    for (Work& work : turns)
        work.end();
}

void run(const CompiledRule& rule, const World& world, const definitions::Library& library,
         Findings& findings) {
    const CompiledRule* const one = &rule;
    run({&one, 1}, world, library, {&findings, 1});
}

}  // namespace biao::expression

// A compiled rule, case by case.
#include <algorithm>
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

/// The rows of each key, the keys in the order they first stand in. Rows whose key is blank are in
/// no group; one that could not be read may be in any.
std::vector<Rows> groupsOf(Evaluator& run) {
    const CompiledRule& rule = run.rule();
    const Rows all = run.rows(rule.over);
    std::optional<Span> cause = all->cause;
    std::unordered_map<std::string, std::size_t> places;
    std::vector<RowSet> sets;
    for (const RowId row : all->rows) {
        run.bind(rule.keySlot, row);
        std::string whole;
        bool blank = false;
        for (const NodeId id : rule.keys) {
            const Value key = run.value(id);
            blank = blank || key.what == Cell::What::amount;
            if (key.what == Cell::What::amount && key.amount.isOpen() && !cause) {
                cause = key.amount.cause();
            }
            whole.append(key.text).push_back('\0');
        }
        if (blank) continue;
        const auto [place, fresh] = places.emplace(std::move(whole), sets.size());
        if (fresh) sets.emplace_back();
        sets[place->second].rows.push_back(row);
    }
    std::vector<Rows> groups;
    for (RowSet& set : sets) {
        set.cause = cause;
        groups.push_back(std::make_shared<const RowSet>(std::move(set)));
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
                evaluator.bind(rule.binder, row);
                act();
            }
            return;
        }
        case Cases::groups:
            for (Rows& rows : groupsOf(evaluator)) {
                evaluator.bind(rule.binder, std::move(rows));
                act();
            }
            return;
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

}  // namespace

bool judges(const CompiledRule& rule, const World& world, const definitions::Library& library) {
    Evaluator evaluator(rule, world, library);
    bool found = false;
    eachCase(evaluator, [&] { found = found || isSettled(evaluator); });
    return found;
}

void run(const CompiledRule& rule, const World& world, const definitions::Library& library,
         Findings& findings) {
    Evaluator evaluator(rule, world, library);
    const auto element = rule.over ? rule[rule.over].type.element : definitions::ElementId{};
    const std::string group = element ? world.form().path(element).zh : std::string();
    eachCase(evaluator, [&] { oneCase(evaluator, group, findings); });
    if (evaluator.beyond()) findings.add(evaluator.limitPassed());
}

}  // namespace biao::expression

// A target of several quantities (102户、321人): the scheme of each part scores it as if it stood
// alone, and the mean or the least of that is the score.
#include <algorithm>
#include <utility>

#include "diagnostics/phrases.h"
#include "evaluation/overlaid.h"
#include "evaluation/scorer.h"
#include "expression/program.h"

namespace biao::evaluation {

using model::Value;
using Outcome = expression::Scored::Outcome;

namespace {

bool isTuple(const Value& value) {
    return value.type == Value::Type::tuple && value.parts.size() > 1;
}

bool meets(const UnitTable& units, const Value& a, const Value& b) {
    if (!a.isMeasure() || !b.isMeasure()) return a.type == b.type;
    if (!a.amount.isKnown() || !b.amount.isKnown()) return false;
    return compare(units, a.amount.quantity(), b.amount.quantity()).has_value();
}

/// Of each part of the target what was achieved of it; null where there is nothing of its kind.
std::vector<const Value*> counterparts(const UnitTable& units, const Value& target,
                                       const Value& actual) {
    std::vector<const Value*> found(target.parts.size(), nullptr);
    if (!isTuple(actual)) {
        // One number is of the one part it can be of; what is blank is so for all of them.
        const auto fits =
            std::count_if(target.parts.begin(), target.parts.end(),
                          [&](const Value& one) { return meets(units, one, actual); });
        const bool some = actual.isMeasure() && actual.amount.isKnown();
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (!some || (fits == 1 && meets(units, target.parts[i], actual))) found[i] = &actual;
        }
        return found;
    }
    std::vector<bool> used(actual.parts.size(), false);
    const auto take = [&](std::size_t at, std::size_t from) {
        if (used[from] || !meets(units, target.parts[at], actual.parts[from])) return false;
        used[from] = true;
        found[at] = &actual.parts[from];
        return true;
    };
    for (std::size_t i = 0; i < found.size() && i < used.size(); ++i)
        take(i, i);
    for (std::size_t i = 0; i < found.size(); ++i) {
        for (std::size_t j = 0; !found[i] && j < used.size(); ++j)
            take(i, j);
    }
    return found;
}

}  // namespace

/// False where the target is one thing, or no scheme takes its parts.
bool Scorer::inParts(Item& item, model::RowIndex index, const Columns& columns) {
    const model::Row& row = submission_[index];
    const Value& target = valueIn(row, columns.target);
    const Value& actual = valueIn(row, columns.actual);
    if (!isTuple(target) || !columns.actual) return false;
    const auto found = counterparts(library_.units(), target, actual);
    const std::size_t count = target.parts.size();
    std::optional<std::size_t> scheme;
    std::vector<std::pair<Number, Number>> points;
    Localized list;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string number = std::to_string(i + 1);
        const Span at = actual.span.empty() ? row.nameSpan : actual.span;
        if (!found[i]) {
            const Localized text = std::string(target.parts[i].text);
            unscored(item, phrase(Phrase::unscoredPart, {{"part", number}, {"text", text}}), at);
            return true;
        }
        const Overlaid world(
            world_, {{index.value}, columns.target, &target.parts[i], columns.actual, found[i]});
        Runs runs = runsOver(world);
        const auto one = tried(runs, {index.value}, full(item));
        if (!one) return false;
        if (!scheme) begin(item, one->scheme);
        scheme = scheme.value_or(one->scheme);
        settle(item, one->scored, i + 1);
        if (auto passed = runs[one->scheme]->limitPassed()) limits_.emplace(one->scheme, *passed);
        if (!item.unscored.zh.empty() || item.leftOut) {
            const Localized why = item.leftOut ? item.remarks.back() : item.unscored;
            item.leftOut = false;
            unscored(item, phrase(Phrase::unscoredParts, {{"part", number}, {"why", why}}),
                     item.cause);
            return true;
        }
        points.emplace_back(item.least, item.most);
        const Localized shownPart = shown(item.least);
        const Localized comma = phrase(Phrase::listSeparatorInside);
        list = list.zh.empty() ? shownPart
                               : Localized{list.zh + comma.zh + shownPart.zh,
                                           list.en + comma.en + shownPart.en};
    }
    const bool least = schemes_.programs[*scheme]->takesLeast;
    item.least = least ? points.front().first : Number(0);
    item.most = least ? points.front().second : Number(0);
    for (const auto& [low, high] : points) {
        item.least = least ? std::min(item.least, low) : item.least + low;
        item.most = least ? std::min(item.most, high) : item.most + high;
    }
    if (!least) {
        item.least = *item.least.divided(Number(count));
        item.most = *item.most.divided(Number(count));
    }
    item.exact.reset();
    if (item.least == item.most) item.exact = item.least;
    Step step;
    step.truth = Truth::holds;
    step.arithmetic = phrase(least ? Phrase::leastOfParts : Phrase::meanOfParts, {{"list", list}});
    item.steps.push_back(std::move(step));
    assess(item, row, columns);
    round(item, *scheme);
    return true;
}

}  // namespace biao::evaluation

// What schemes ask of what was achieved: whether it reaches its target, whether a date comes by
// another and by how many days it does not, which band a value falls in.
#include <algorithm>
#include <chrono>
#include <utility>

#include "expression/evaluate.h"

namespace biao::expression {

using What = Cell::What;

namespace {

std::chrono::sys_days dayNumber(const syntax::Day& day) {
    return std::chrono::year_month_day(std::chrono::year(day.year), std::chrono::month(day.month),
                                       std::chrono::day(day.day));
}

bool isOpen(const Value& value) {
    return value.what == What::amount && !value.amount.isKnown();
}

}  // namespace

/// 达到: all that was achieved lies in what the target allows; yes is yes; a date comes by another;
/// a word is as good as another of its scale.
Verdict Evaluator::reaches(const Value& actual, const Value& target) const {
    for (const Value* side : {&actual, &target}) {
        if (isOpen(*side)) return answer(*side);
    }
    if (actual.date || target.date) return comesBy(actual, target);
    if (actual.what == What::amount && target.what == What::amount) {
        return {biao::within(units_, boundsOf(actual), boundsOf(target)), {}};
    }
    if (actual.what == What::text && target.what == What::text) return reachesWord(actual, target);
    const bool yesNo = (actual.what == What::yes || actual.what == What::no) &&
                       (target.what == What::yes || target.what == What::no);
    if (yesNo) return {truthOf(actual.what == target.what), {}};
    return {};
}

Verdict Evaluator::reachesWord(const Value& actual, const Value& target) const {
    if (actual.text == target.text) return {Truth::holds, {}};
    for (const definitions::Scale& scale : scales_) {
        const auto stepOf = [&](std::string_view word) {
            return std::find_if(scale.steps.begin(), scale.steps.end(), [&](const auto& step) {
                return std::find(step.begin(), step.end(), word) != step.end();
            });
        };
        const auto found = stepOf(actual.text);
        const auto wanted = stepOf(target.text);
        if (found == scale.steps.end() || wanted == scale.steps.end()) continue;
        if (!scale.ordered && found != wanted) return {Truth::fails, {}};
        return {truthOf(found <= wanted), {}};
    }
    return {};
}

/// The days of a date; one without a year is in the year of the submission.
syntax::Days Evaluator::daysOf(const Value& value) const {
    if (!value.date) return {};
    syntax::Calendar calendar = *value.date;
    // What comes back every year does so in the year of the submission.
    if (calendar.recurrence == syntax::Recurrence::yearly)
        calendar.recurrence = syntax::Recurrence::once;
    if (const auto year = world_.year()) {
        for (auto* point : {&calendar.begin, calendar.end ? &*calendar.end : nullptr}) {
            if (point && !point->year) point->year = static_cast<std::uint16_t>(*year);
        }
    }
    return syntax::daysOf(calendar);
}

/// 截至: its last day is no later than the target's.
Verdict Evaluator::comesBy(const Value& actual, const Value& target) const {
    for (const Value* side : {&actual, &target}) {
        if (isOpen(*side)) return answer(*side);
    }
    const syntax::Days found = daysOf(actual);
    const syntax::Days wanted = daysOf(target);
    if (!found.last || !wanted.last) return {};
    if (*found.last <= *wanted.last) return {Truth::holds, {}};
    return {found.first && *found.first > *wanted.last ? Truth::fails : Truth::undetermined, {}};
}

/// 逾期: by how many days, 0 where it is not late; of a month that is late nobody can tell.
Value Evaluator::daysLate(const Value& actual, const Value& target) const {
    for (const Value* side : {&actual, &target}) {
        if (isOpen(*side)) return *side;
    }
    const syntax::Days found = daysOf(actual);
    const syntax::Days wanted = daysOf(target);
    if (!found.last || !wanted.last) return undetermined(found.last ? target : actual);
    const bool late = *found.last > *wanted.last;
    if (late && found.first != found.last) return undetermined(actual);
    const auto days = (dayNumber(*found.last) - dayNumber(*wanted.last)).count();
    return numberValue(Number(std::max<std::int64_t>(days, 0)));
}

Value Evaluator::banded(const Node& node) {
    const Value& argument = value(node.children[0]);
    if (isOpen(argument)) return argument;
    if (argument.what != What::amount || !argument.plain) return undetermined(argument);
    const auto* result = node.bands->of(units_, argument.amount.quantity());
    if (!result) return undetermined(argument);
    if (result->quantity) return amountValue(*result->quantity);
    Value word;
    word.what = What::text;
    word.text = result->word;
    return word;
}

}  // namespace biao::expression

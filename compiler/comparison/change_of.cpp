#include "comparison/change_of.h"

#include <algorithm>

#include "comparison/values.h"
#include "definitions/pattern.h"
#include "syntax/calendar_days.h"

namespace biao::comparison {

using model::Value;
using syntax::Direction;
using syntax::Operator;

namespace {

Direction directionOf(Operator op) {
    switch (op) {
        case Operator::ge:
        case Operator::gt:
        case Operator::reach:
            return Direction::higher;
        case Operator::le:
        case Operator::lt:
        case Operator::by:
            return Direction::lower;
        default:
            return Direction::none;
    }
}

bool hasNumber(const Value& value) {
    return value.isMeasure() && value.amount.isKnown() &&
           (value.type != Value::Type::range || value.upTo.isKnown());
}

What upOrDown(bool up, Direction better, bool target) {
    if (!target || better == Direction::none) return up ? What::raised : What::lowered;
    return up == (better == Direction::higher) ? What::tightened : What::loosened;
}

/// Percent, per mille, tenths: of ratios all but 倍.
bool isShare(const Quantity& quantity) {
    const Reading* reading = firstReading(quantity);
    return reading && reading->dimension == Dimension() && reading->factor < 1;
}

void inPoints(Change& change, const Quantity& more) {
    const Reading* reading = firstReading(more);
    change.points = true;
    change.difference = Quantity{(reading ? toBase(more, *reading) : more.value) * 100, {}};
    change.ratio.reset();
}

/// A date without a year is in that of its submission; where nobody says it, in any.
syntax::Calendar dated(syntax::Calendar date, std::optional<int> year) {
    constexpr std::uint16_t any = 2000;
    const auto known = static_cast<std::uint16_t>(year.value_or(any));
    if (!date.begin.year) date.begin.year = known;
    if (date.end && !date.end->year) date.end->year = date.begin.year;
    return date;
}

class Judging {
public:
    Judging(Change& change, const Setting& setting, const definitions::Library& library)
        : change_(change),
          setting_(setting),
          library_(library),
          before_(*change.valueBefore),
          after_(*change.valueAfter) {}

    bool judge() {
        if (before_.isBlank() || after_.isBlank()) {
            change_.what = before_.isBlank() ? What::filled : What::emptied;
            return before_.isBlank() != after_.isBlank();
        }
        if (sameValue(before_, after_, library_.units())) {
            change_.what = What::sameAmount;
            return definitions::plain(before_.text) != definitions::plain(after_.text);
        }
        change_.what = What::changed;
        if (hasParts(before_) && hasParts(after_)) {
            parts();
        } else if (hasNumber(before_) && hasNumber(after_)) {
            numbers();
        } else if (before_.date && after_.date) {
            dates();
        } else if (isWords(before_) && isWords(after_)) {
            words();
        } else if (isSaid(before_) && isSaid(after_) && shape(before_) != shape(after_)) {
            change_.what = What::kind;
        }
        return true;
    }

private:
    static bool isWords(const Value& value) {
        return value.type == Value::Type::word || value.type == Value::Type::text ||
               value.type == Value::Type::yes || value.type == Value::Type::no;
    }
    /// Neither asked for, nor not applicable, nor unreadable.
    static bool isSaid(const Value& value) {
        return value.isMeasure() || isWords(value) || value.date || !value.parts.empty();
    }
    static int shape(const Value& value) {
        if (isWords(value)) return 0;
        return value.date ? 1 : 2;
    }

    static bool hasParts(const Value& value) { return value.type == Value::Type::tuple; }

    /// Several quantities went one way where some did and the others stayed.
    void parts() {
        if (before_.parts.size() != after_.parts.size()) return;
        std::optional<What> way;
        for (std::size_t i = 0; i < after_.parts.size(); ++i) {
            Change part;
            part.valueBefore = &before_.parts[i];
            part.valueAfter = &after_.parts[i];
            const bool other = biao::comparison::judge(part, setting_, library_);
            if (!other || part.what == What::sameAmount) continue;
            const bool oneWay = part.what == What::tightened || part.what == What::loosened ||
                                part.what == What::raised || part.what == What::lowered;
            if (!oneWay || (way && *way != part.what)) return;
            way = part.what;
        }
        change_.what = way.value_or(What::changed);
    }

    void numbers() {
        const Quantity& old = before_.amount.quantity();
        const Quantity& now = after_.amount.quantity();
        const auto converted = old.bare() == now.bare() || old.bareZero() || now.bareZero()
                                   ? convert(library_.units(), old, now.unit)
                                   : std::nullopt;
        const bool zeros = old.value.isZero() && now.value.isZero();
        if (!converted || (old.bare() != now.bare() && zeros)) {  // 0 and 0%
            change_.what = What::unit;
            return;
        }
        const bool range = before_.type == Value::Type::range || after_.type == Value::Type::range;
        const Direction one = directionOf(before_.op);
        const Direction other = directionOf(after_.op);
        change_.comparator = one != other;
        const Number more = now.value - converted->value;
        if (!range && !more.isZero()) {
            tellDifference(change_, *converted, now);
            change_.points = change_.points || isShare(old);
            if (change_.points) inPoints(change_, {more, now.unit});
        }
        if (range) return ranges();
        if (more.isZero()) {
            change_.what = What::comparator;
        } else if (one == other || one == Direction::none || other == Direction::none) {
            const Direction said = other == Direction::none ? one : other;
            change_.what =
                upOrDown(more.sign() > 0, said == Direction::none ? setting_.direction : said,
                         setting_.target);
        }
    }

    void ranges() {
        const auto old = before_.bounds();
        const auto now = after_.bounds();
        if (!setting_.target || !old || !now) return;
        if (within(library_.units(), *now, *old) == Truth::holds) {
            change_.what = What::tightened;
        } else if (within(library_.units(), *old, *now) == Truth::holds) {
            change_.what = What::loosened;
        }
    }

    /// As many years later as the submission is says the same.
    void dates() {
        const auto old = daysOf(dated(*before_.date, setting_.yearBefore));
        const auto now = daysOf(dated(*after_.date, setting_.yearAfter));
        if (!old.last || !now.last || !old.first || !now.first) return;
        const int years = setting_.years();
        const auto later = [&](syntax::Day day) {
            day.year = static_cast<std::uint16_t>(day.year + years);
            return day;
        };
        const auto rank = [](const syntax::Day& day) {
            return std::tuple(day.year, day.month, day.day);
        };
        const auto oldFirst = rank(later(*old.first));
        // The last of February is that in any year.
        const auto oldLast = rank(later(*old.last));
        if (years != 0 && oldFirst == rank(*now.first) && oldLast == rank(*now.last)) {
            change_.what = What::sameAmount;
        } else if (setting_.target && oldLast != rank(*now.last)) {
            change_.what = rank(*now.last) < oldLast ? What::tightened : What::loosened;
        }
    }

    void words() {
        change_.what = What::words;
        if (!setting_.target) return;
        const std::string old = proseOf(before_);
        const std::string now = proseOf(after_);
        for (const definitions::Scale& scale : library_.scales()) {
            if (!scale.ordered) continue;
            const auto stepOf = [&](const std::string& word) {
                return std::find_if(scale.steps.begin(), scale.steps.end(), [&](const auto& step) {
                    return std::find(step.begin(), step.end(), word) != step.end();
                });
            };
            const auto one = stepOf(old);
            const auto other = stepOf(now);
            if (one == scale.steps.end() || other == scale.steps.end()) continue;
            if (one != other) change_.what = other < one ? What::tightened : What::loosened;
            return;
        }
    }

    Change& change_;
    const Setting& setting_;
    const definitions::Library& library_;
    const Value& before_;
    const Value& after_;
};

}  // namespace

void tellDifference(Change& change, const Quantity& before, const Quantity& after) {
    const Quantity more{after.value - before.value, after.unit};
    if (isShare(after)) return inPoints(change, more);
    change.difference = more;
    if (!before.value.isZero()) change.ratio = more.value.divided(before.value.abs());
}

namespace {

/// In a column of directions.
Direction saidIn(const model::Submission& in, const model::Row& row) {
    for (const model::Cell& cell : row.cells) {
        if (cell.column.element &&
            (*in.form)[cell.column.element].role.role == syntax::Role::direction)
            return syntax::wordFrom<Direction>(cell.value.text);
    }
    return Direction::none;
}

}  // namespace

Setting settingOf(const model::Submission& before, const model::Row& old,
                  const model::Submission& after, const model::Row& now, const Change& change,
                  const UnitTable& units) {
    using model::RowKind;
    const definitions::Form& form = *after.form;
    const bool indicator = now.kind == RowKind::indicator || now.kind == RowKind::ofWhich ||
                           now.kind == RowKind::together;
    Setting setting;
    if (before.year && after.year) {
        setting.yearBefore = before.year;
        setting.yearAfter = after.year;
    }
    setting.target = change.part == Part::value && indicator;
    if (change.part == Part::column && change.columnAfter.element)
        setting.target = form[change.columnAfter.element].role.role == syntax::Role::target;
    if (!setting.target) return setting;
    setting.direction = saidIn(after, now);
    if (setting.direction == Direction::none) setting.direction = saidIn(before, old);
    if (setting.direction != Direction::none) return setting;
    const auto promise = form.names.of(now.name, units);
    if (promise.direction) setting.direction = promise.direction->direction;
    return setting;
}

bool judge(Change& change, const Setting& setting, const definitions::Library& library) {
    return Judging(change, setting, library).judge();
}

}  // namespace biao::comparison

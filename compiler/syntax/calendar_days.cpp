#include "syntax/calendar_days.h"

#include <utility>

#include <fmt/format.h>

namespace biao::syntax {

namespace {

using Stretch = std::pair<Day, Day>;

std::optional<Stretch> daysOf(const CalendarPoint& point) {
    if (!point.year || (point.day && !point.month)) return std::nullopt;
    const std::uint16_t year = *point.year;
    if (point.day) {
        const Day day{year, *point.month, *point.day};
        return Stretch{day, day};
    }
    std::uint8_t from = 1;
    std::uint8_t to = 12;
    if (point.month) {
        from = to = *point.month;
    } else if (point.quarter) {
        to = static_cast<std::uint8_t>(*point.quarter * 3);
        from = static_cast<std::uint8_t>(to - 2);
    }
    const Day first{year, from, 1};
    const Day last{year, to, daysInMonth(to, year)};
    switch (point.edge) {
        case Edge::none:
            return Stretch{first, last};
        case Edge::start:
            return Stretch{first, first};
        case Edge::end:
            return Stretch{last, last};
        default:
            break;
    }
    if (!point.month) return std::nullopt;
    if (point.edge == Edge::early) return Stretch{first, {year, to, 10}};
    if (point.edge == Edge::mid) return Stretch{{year, from, 11}, {year, to, 20}};
    return Stretch{{year, from, 21}, last};
}

}  // namespace

std::string isoText(const Day& day) {
    return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

Days daysOf(const Calendar& calendar) {
    Days days;
    if (calendar.recurrence != Recurrence::once) return days;
    const auto begin = daysOf(calendar.begin);
    const auto end = calendar.end ? daysOf(*calendar.end) : begin;
    if (begin) days.first = begin->first;
    if (end) days.last = end->second;
    return days;
}

}  // namespace biao::syntax

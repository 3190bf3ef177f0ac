// What a calendar token says: a point in time, a range of two, how often it comes back, whether it
// is a deadline. The lexer decides what is a calendar token; this reads one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace biao::syntax {

/// Which end or third of a year, a quarter or a month.
enum class Edge : std::uint8_t { none, start, end, early, mid, late };

/// What is not said is not filled in: "12月" has no year.
struct CalendarPoint {
    std::optional<std::uint16_t> year;
    std::optional<std::uint8_t> quarter;
    std::optional<std::uint8_t> month;
    std::optional<std::uint8_t> day;
    Edge edge = Edge::none;

    bool operator==(const CalendarPoint&) const = default;
};

enum class Recurrence : std::uint8_t { once, yearly, quarterly, monthly };

struct Calendar {
    CalendarPoint begin;
    std::optional<CalendarPoint> end;  // of a closed range
    Recurrence recurrence = Recurrence::once;
    bool deadline = false;

    bool operator==(const Calendar&) const = default;
};

/// February has 29 days where the year is not known. `month` is 1 to 12.
std::uint8_t daysInMonth(std::uint8_t month, std::optional<std::uint16_t> year);

/// Reads a DATE or DATE_RANGE token in half-width text. None where the day does not exist
/// (2月31日). The end of a range takes what it leaves out from the begin, unless it would then lie
/// before it.
std::optional<Calendar> readCalendar(std::string_view token);

/// One text for all spellings of one thing: "2031-07-31", "12/end", "2022-03..2022-11", "yearly
/// 12".
std::string canonical(const Calendar& calendar);

}  // namespace biao::syntax

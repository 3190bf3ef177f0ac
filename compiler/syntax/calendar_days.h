// The days a calendar token stands for, where it says enough to know them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "syntax/calendar.h"

namespace biao::syntax {

struct Day {
    std::uint16_t year = 0;
    std::uint8_t month = 1;
    std::uint8_t day = 1;
    auto operator<=>(const Day&) const = default;
};

/// 2031-10-31
std::string isoText(const Day& day);

struct Days {
    std::optional<Day> first;
    std::optional<Day> last;
};

/// From the first day of the token to the last; the beginning or the end of something is one day, a
/// third of a month its ten. None where the year is not said, or where it comes back every year.
Days daysOf(const Calendar& calendar);

}  // namespace biao::syntax

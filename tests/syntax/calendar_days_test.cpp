#include "syntax/calendar_days.h"

#include <gtest/gtest.h>

namespace biao::syntax {
namespace {

/// "2031-10-01..2031-10-31"; a day that is not known is "?".
std::string days(std::string_view token) {
    const auto calendar = readCalendar(token);
    if (!calendar) return "none";
    const auto text = [](const std::optional<Day>& day) { return day ? isoText(*day) : "?"; };
    const Days found = daysOf(*calendar);
    return text(found.first) + ".." + text(found.last);
}

TEST(CalendarDays, aPointIsAllOfItsDays) {
    EXPECT_EQ(days("2031年"), "2031-01-01..2031-12-31");
    EXPECT_EQ(days("2031-07"), "2031-07-01..2031-07-31");
    EXPECT_EQ(days("2031年7月31日"), "2031-07-31..2031-07-31");
    EXPECT_EQ(days("2031年2月"), "2031-02-01..2031-02-28");
    EXPECT_EQ(days("2032年2月"), "2032-02-01..2032-02-29");
}

TEST(CalendarDays, anEndIsADayAndAThirdIsTen) {
    EXPECT_EQ(days("2031年底"), "2031-12-31..2031-12-31");
    EXPECT_EQ(days("2031年10月底前"), "2031-10-31..2031-10-31");
    EXPECT_EQ(days("2031年1月初"), "2031-01-01..2031-01-01");
    EXPECT_EQ(days("2031年6月上旬"), "2031-06-01..2031-06-10");
    EXPECT_EQ(days("2031年6月中旬"), "2031-06-11..2031-06-20");
    EXPECT_EQ(days("2031年6月下旬"), "2031-06-21..2031-06-30");
}

TEST(CalendarDays, aRangeGoesFromTheFirstDayToTheLast) {
    EXPECT_EQ(days("2031年3月-11月"), "2031-03-01..2031-11-30");
    EXPECT_EQ(days("2031.09-2032.03"), "2031-09-01..2032-03-31");
    EXPECT_EQ(days("2031-2035年"), "2031-01-01..2035-12-31");
    EXPECT_EQ(days("2031年9月-3月"), "2031-09-01..?") << "which year it ends in is not said";
}

TEST(CalendarDays, whatSaysNoYearHasNone) {
    EXPECT_EQ(days("12月底"), "?..?");
    EXPECT_EQ(days("第3季度"), "?..?");
    EXPECT_EQ(days("每年12月底前"), "?..?");
    EXPECT_EQ(days("每季度末"), "?..?");
}

TEST(CalendarDays, aQuarterOfAKnownYear) {
    Calendar calendar;
    calendar.begin.year = 2031;
    calendar.begin.quarter = 2;
    EXPECT_EQ(isoText(*daysOf(calendar).first), "2031-04-01");
    EXPECT_EQ(isoText(*daysOf(calendar).last), "2031-06-30");
    calendar.begin.edge = Edge::end;
    EXPECT_EQ(isoText(*daysOf(calendar).first), "2031-06-30");
    calendar.begin.edge = Edge::mid;
    EXPECT_FALSE(daysOf(calendar).first) << "a quarter has no thirds";
}

}  // namespace
}  // namespace biao::syntax

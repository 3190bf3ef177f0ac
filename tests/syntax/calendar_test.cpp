#include "syntax/calendar.h"

#include <gtest/gtest.h>

namespace biao::syntax {
namespace {

std::string read(std::string_view token) {
    const auto calendar = readCalendar(token);
    return calendar ? canonical(*calendar) : "none";
}

TEST(Calendar, PointsInBothLanguages) {
    EXPECT_EQ(read("2031年"), "2031");
    EXPECT_EQ(read("2031 年度"), "2031");
    EXPECT_EQ(read("FY2031"), "2031");
    EXPECT_EQ(read("2031年底"), "2031/end");
    EXPECT_EQ(read("end_of_FY2031"), "2031/end");
    EXPECT_EQ(read("12月"), "12");
    EXPECT_EQ(read("Dec"), "12");
    EXPECT_EQ(read("12 月份"), "12");
    EXPECT_EQ(read("1月初"), "01/start");
    EXPECT_EQ(read("start_of_Jan"), "01/start");
    EXPECT_EQ(read("6月上旬"), "06/early");
    EXPECT_EQ(read("6月中旬"), "06/mid");
    EXPECT_EQ(read("6月下旬"), "06/late");
    EXPECT_EQ(read("第3季度"), "Q3");
    EXPECT_EQ(read("第三季度末"), "Q3/end");
    EXPECT_EQ(read("2031年第三季度"), "2031-Q3");
    EXPECT_EQ(read("2031年四季度末"), "2031-Q4/end");
    EXPECT_EQ(read("2031年3季度"), "2031-Q3");
    EXPECT_EQ(read("end_of_Q3"), "Q3/end");
    EXPECT_EQ(read("2031年7月31日"), "2031-07-31");
    EXPECT_EQ(read("2031-07-31"), "2031-07-31");
    EXPECT_EQ(read("2031-07"), "2031-07");
    EXPECT_EQ(read("7月31日"), "07-31");
}

TEST(Calendar, RangesTakeWhatTheirEndLeavesOut) {
    EXPECT_EQ(read("1-12月"), "01..12");
    EXPECT_EQ(read("1 ~ 12 月"), "01..12");
    EXPECT_EQ(read("1月至12月"), "01..12");
    EXPECT_EQ(read("Jan-Dec"), "01..12");
    EXPECT_EQ(read("2022年3月-11月"), "2022-03..2022-11");
    EXPECT_EQ(read("2022年3-11月"), "2022-03..2022-11");
    EXPECT_EQ(read("2022年上半年"), "2022-01..2022-06");
    EXPECT_EQ(read("2022年下半年"), "2022-07..2022-12");
    EXPECT_EQ(read("2022年3月-11月底"), "2022-03..2022-11/end");
    EXPECT_EQ(read("2022.09-2023.03"), "2022-09..2023-03");
    EXPECT_EQ(read("2022-09 ~ 2023-03"), "2022-09..2023-03");
    EXPECT_EQ(read("2022-09-01~2023-03-31"), "2022-09-01..2023-03-31");
    EXPECT_EQ(read("2021-2025年"), "2021..2025");
    EXPECT_EQ(read("2021年至2025年底"), "2021..2025/end");
    EXPECT_EQ(read("第1季度至第3季度"), "Q1..Q3");
    EXPECT_EQ(read("2022年9月-3月"), "2022-09..03") << "which year its end lies in is not said";
}

TEST(Calendar, DeadlinesAndWhatComesBack) {
    EXPECT_EQ(read("12月底前"), "by 12/end");
    EXPECT_EQ(read("12月底之前"), "by 12/end");
    EXPECT_EQ(read("2031-07-31以前"), "by 2031-07-31");
    EXPECT_EQ(read("每年12月底前"), "by yearly 12/end");
    EXPECT_EQ(read("每年 12月"), "yearly 12");
    EXPECT_EQ(read("yearly_Dec"), "yearly 12");
    EXPECT_EQ(read("每月10日前"), "by monthly day 10");
    EXPECT_EQ(read("每季度末"), "quarterly /end");
}

TEST(Calendar, DaysThatDoNotExistAreNoCalendar) {
    EXPECT_EQ(read("2月29日"), "02-29");
    EXPECT_EQ(read("2032年2月29日"), "2032-02-29");
    EXPECT_EQ(read("2031年2月29日"), "none");
    EXPECT_EQ(read("2100-02-29"), "none");
    EXPECT_EQ(read("2000-02-29"), "2000-02-29");
    EXPECT_EQ(read("2月30日"), "none");
    EXPECT_EQ(read("4月31日"), "none");
    EXPECT_EQ(read("12月32日"), "none");
    EXPECT_EQ(read("12月0日"), "none");
    EXPECT_EQ(read("2031-07-00"), "none");
}

TEST(Calendar, NothingElseIsOne) {
    for (const char* text : {"", "年", "5年", "13月", "12月底前后", "2031-07-311", "第5季度", "-",
                             "2031年-", "每年", "甲"}) {
        EXPECT_FALSE(readCalendar(text)) << text;
    }
}

}  // namespace
}  // namespace biao::syntax

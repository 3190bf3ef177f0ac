#include "emit/csv.h"

#include <gtest/gtest.h>

namespace biao::emit {
namespace {

TEST(CsvCell, isQuotedWhereItMustBe) {
    EXPECT_EQ(csvCell("甲"), "甲");
    EXPECT_EQ(csvCell(""), "");
    EXPECT_EQ(csvCell("a,b"), "\"a,b\"");
    EXPECT_EQ(csvCell("说\"好\""), "\"说\"\"好\"\"\"");
    EXPECT_EQ(csvCell("一\n二"), "\"一\n二\"");
    EXPECT_EQ(csvCell("a;b"), "\"a;b\"") << "a separator in some countries";
    EXPECT_EQ(csvCell("a\tb"), "\"a\tb\"");
    EXPECT_EQ(csvCell(" a"), "\" a\"");
}

TEST(CsvCell, isNeverAFormula) {
    EXPECT_EQ(csvCell("=SUM(A1)"), "'=SUM(A1)");
    EXPECT_EQ(csvCell("+1+1"), "'+1+1");
    EXPECT_EQ(csvCell("25/3"), "'25/3") << "Excel makes the 25th of March of it";
    EXPECT_EQ(csvCell("1:3"), "'1:3") << "and an hour of this";
    EXPECT_EQ(csvCell("元/3"), "元/3");
    EXPECT_EQ(csvCell("2031/3/1"), "2031/3/1") << "a day is a day";
    EXPECT_EQ(csvCell("-cmd|' /C calc'!A0"), "'-cmd|' /C calc'!A0");
    EXPECT_EQ(csvCell("@SUM(A1)"), "'@SUM(A1)");
    EXPECT_EQ(csvCell("\t=1"), "\"'\t=1\"");
    EXPECT_EQ(csvCell("\r=1"), "\"'\r=1\"");
    EXPECT_EQ(csvCell("\n=1"), "\"'\n=1\"");
    EXPECT_EQ(csvCell("＝1"), "'＝1");
    EXPECT_EQ(csvCell("＋1"), "'＋1");
    EXPECT_EQ(csvCell("－1"), "'－1");
    EXPECT_EQ(csvCell("＠a"), "'＠a");
    EXPECT_EQ(csvCell("=\"a\",b"), "\"'=\"\"a\"\",b\"");
    EXPECT_EQ(csvCell("="), "'=");
    EXPECT_EQ(csvCell("-5万元"), "'-5万元");
    EXPECT_EQ(csvCell("-2000/3"), "'-2000/3");
    EXPECT_EQ(csvCell("+5"), "'+5");
    EXPECT_EQ(csvCell("--5"), "'--5");
    EXPECT_EQ(csvCell("-"), "'-");
}

TEST(CsvCell, aPlainNumberStaysOne) {
    for (const std::string number : {"0", "5", "-5", "-0.5", "12345678901234567890.25"})
        EXPECT_EQ(csvCell(number), number);
    EXPECT_EQ(csvCell("-.5"), "'-.5");
    EXPECT_EQ(csvCell("-1.2.3"), "'-1.2.3");
}

}  // namespace
}  // namespace biao::emit

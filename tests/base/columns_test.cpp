#include "base/columns.h"

#include <gtest/gtest.h>

namespace biao {
namespace {

TEST(Columns, areAlignedByWhatATerminalShows) {
    Columns columns(2);
    columns.add({"预算", "必填", "金额"});
    columns.add({"goal", "", "text"});
    EXPECT_EQ(columns.text(),
              "  预算  必填  金额\n"
              "  goal        text\n");
}

TEST(Columns, theLastCellWidensNothingAndLinesEndWithoutBlanks) {
    Columns columns;
    columns.add({"a line of its own, as long as it likes"});
    columns.add({"a", "b"});
    columns.add({"c", ""});
    EXPECT_EQ(columns.text(), "a line of its own, as long as it likes\na  b\nc\n");
    EXPECT_EQ(Columns().text(), "");
}

}  // namespace
}  // namespace biao

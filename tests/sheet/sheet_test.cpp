// Cells of CSV and where they stand.
#include "sheet/sheet.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace biao::sheet {
namespace {

using Lines = std::vector<std::vector<std::string>>;

/// The cells, after a look that every plain one stands where it says.
Lines cellsOf(const std::string& text) {
    const Source source("a.csv", text);
    const auto read = readSheet(source, FileId{0});
    Lines out;
    if (!std::holds_alternative<Sheet>(read)) return {{"fault"}};
    for (const Line& line : std::get<Sheet>(read).lines) {
        out.emplace_back();
        for (const Cell& cell : line.cells) {
            if (cell.plain) {
                EXPECT_EQ(source.slice(cell.span), cell.text);
            }
            out.back().emplace_back(cell.text);
        }
    }
    return out;
}

TEST(Sheet, CellsAndLines) {
    EXPECT_EQ(cellsOf("a,b\n1,2\n"), (Lines{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(cellsOf("a,b\r\n1,2"), (Lines{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(cellsOf("a,b\r1,2\r"), (Lines{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(cellsOf("a,,c\n,,\n\n\n1,2\n"), (Lines{{"a", "", "c"}, {"1", "2"}}));
    EXPECT_EQ(cellsOf(" a , b \n"), (Lines{{"a", "b"}}));
    EXPECT_EQ(cellsOf(""), (Lines{}));
    EXPECT_EQ(cellsOf("\xEF\xBB\xBFid,b\n"), (Lines{{"id", "b"}}));
}

TEST(Sheet, Quotes) {
    EXPECT_EQ(cellsOf("\"a,b\",c\n"), (Lines{{"a,b", "c"}}));
    EXPECT_EQ(cellsOf("\" a \",c\n"), (Lines{{"a", "c"}}));
    EXPECT_EQ(cellsOf("\"a\"\"b\",c\n"), (Lines{{"a\"b", "c"}}));
    EXPECT_EQ(cellsOf("x,\"a\nb\"\n1,2\n"), (Lines{{"x", "a\nb"}, {"1", "2"}}));
    EXPECT_EQ(cellsOf("\"\",b\n"), (Lines{{"", "b"}}));
    EXPECT_EQ(cellsOf("\"a\""), (Lines{{"a"}}));
}

TEST(Sheet, Separators) {
    EXPECT_EQ(cellsOf("a;b\n1,5;2\n"), (Lines{{"a", "b"}, {"1,5", "2"}}));
    EXPECT_EQ(cellsOf("a\tb\n1\t2\n"), (Lines{{"a", "b"}, {"1", "2"}}));
}

Span faultOf(const std::string& text, Fault::What what) {
    const Source source("a.csv", text);
    const auto read = readSheet(source, FileId{0});
    if (!std::holds_alternative<Fault>(read)) {
        ADD_FAILURE() << text;
        return {};
    }
    EXPECT_EQ(std::get<Fault>(read).what, what);
    return std::get<Fault>(read).span;
}

TEST(Sheet, Faults) {
    EXPECT_EQ(faultOf("a,b\n1,\"2\n3\n", Fault::What::openQuote).begin, 6U);
    EXPECT_EQ(faultOf("a,b\n1,x\"y\n", Fault::What::strayQuote).begin, 7U);
    EXPECT_EQ(faultOf("a,b\n\"1\"2,3\n", Fault::What::strayQuote).begin, 7U);
}

TEST(Sheet, Encodings) {
    const auto text = [](std::string bytes) {
        auto read = textOf(std::move(bytes));
        const auto* known = std::get_if<std::string>(&read);
        return known ? *known : std::string("none");
    };
    EXPECT_EQ(text("abc"), "abc");
    EXPECT_EQ(text("\xC3\xFB\xB3\xC6,1\n"), "\u540D\u79F0,1\n");  // GB18030
    EXPECT_EQ(text("\xFF\xFF\x80"), "none");
    EXPECT_EQ(text(std::string("\xFF\xFE\x31\x00", 4)), "none");
    EXPECT_TRUE(std::get<NoText>(textOf("PK\x03\x04")).workbook);
}

}  // namespace
}  // namespace biao::sheet

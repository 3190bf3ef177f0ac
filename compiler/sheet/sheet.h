// A sheet of CSV (RFC 4180) as cells with their places. Excel and WPS save it in UTF-8 with a mark
// or in GB18030, apart by commas, and in some countries by semicolons; `Unicode text` is apart by
// tabs.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/source.h"
#include "base/span.h"

namespace biao::sheet {

/// Why bytes are no text of a sheet; of UTF-16 and its like, which it is.
struct NoText {
    std::string_view encoding = {};  // "UTF-16LE"; empty: none that is known
    bool workbook = false;           // of a spreadsheet program
};

/// The bytes of a file as UTF-8.
std::variant<std::string, NoText> textOf(std::string bytes);

struct Cell {
    std::string_view text;  // without its quotes and outer blanks
    Span span;              // of the same; of what had to be rewritten ("" for ") the whole cell
    bool plain = true;      // `text` stands in the source as it is

    bool empty() const { return text.empty(); }
};

struct Line {
    std::vector<Cell> cells;
    Span span;  // of its cells
};

/// Lines of blank cells are left out.
struct Sheet {
    std::vector<Line> lines;
    std::deque<std::string> rewritten;  // texts that are not in the source as they stand
};

/// What is no CSV, and where.
struct Fault {
    enum class What { openQuote, strayQuote };
    What what;
    Span span;
};

/// The sheet holds views into `source`, which must outlive it.
std::variant<Sheet, Fault> readSheet(const Source& source, FileId id);

}  // namespace biao::sheet

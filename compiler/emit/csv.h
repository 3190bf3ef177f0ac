// Lines of CSV after RFC 4180, with line ends as everywhere here, that no spreadsheet mistakes for
// anything but data.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace biao::emit {

class CsvLines {
public:
    /// Appends to the line that is open.
    CsvLines& cell(std::string_view text);
    CsvLines& cell(std::size_t number) { return cell(std::to_string(number)); }
    CsvLines& flag(bool value) { return cell(value ? "true" : "false"); }
    void endLine();

    std::string take() { return std::move(out_); }

private:
    std::string out_;
    bool inLine_ = false;
};

/// `text` as a cell. Where a spreadsheet would take it for a formula, a day or an hour an
/// apostrophe stands before it; a plain number, negative too, stays one. Quoted where it holds a
/// separator (of any country), a quote, a line end or outer blanks.
std::string csvCell(std::string_view text);

/// Excel takes a file for UTF-8 only where it begins with this.
inline constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

}  // namespace biao::emit

#include "emit/csv.h"

#include <algorithm>

#include "base/utf8.h"

namespace biao::emit {

namespace {

/// Digits, with a minus before and a point among them or not.
bool isPlainNumber(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const bool digits = std::all_of(text.begin(), text.end(), [](char byte) {
        return (byte >= '0' && byte <= '9') || byte == '.';
    });
    return digits && !text.empty() && text.front() != '.' && text.back() != '.' &&
           std::count(text.begin(), text.end(), '.') <= 1;
}

/// Full-width twins as well: some programs fold them before they look.
bool wouldRun(std::string_view text) {
    if (text.empty()) return false;
    const std::string first = halfWidth(text.substr(0, decodeAt(text, 0).length));
    return first.find_first_of("=+-@\t\r\n") != std::string::npos;
}

/// 25/3 and 1:3, in which a spreadsheet sees a day and an hour.
bool looksLikeDayOrHour(std::string_view text) {
    const auto mark = text.find_first_not_of("0123456789");
    if (mark == 0 || mark == std::string_view::npos || mark + 1 == text.size()) return false;
    if (text[mark] != '/' && text[mark] != ':') return false;
    return text.find_first_not_of("0123456789", mark + 1) == std::string_view::npos;
}

}  // namespace

std::string csvCell(std::string_view text) {
    std::string cell;
    if ((wouldRun(text) && !isPlainNumber(text)) || looksLikeDayOrHour(text)) cell += '\'';
    cell += text;
    const bool blankAround = !cell.empty() && (cell.front() == ' ' || cell.back() == ' ');
    if (!blankAround && cell.find_first_of(",;\t\"\r\n") == std::string::npos) return cell;
    std::string quoted = "\"";
    for (const char byte : cell) {
        if (byte == '"') quoted += '"';
        quoted += byte;
    }
    return quoted += '"';
}

CsvLines& CsvLines::cell(std::string_view text) {
    if (inLine_) out_ += ',';
    inLine_ = true;
    out_ += csvCell(text);
    return *this;
}

void CsvLines::endLine() {
    out_ += '\n';
    inLine_ = false;
}

}  // namespace biao::emit

#include "base/columns.h"

#include <algorithm>

#include "base/width.h"

namespace biao {

std::string Columns::text() const {
    std::vector<std::size_t> widths;
    for (const auto& row : rows_) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t at = 0; at + 1 < row.size(); ++at)
            widths[at] = std::max(widths[at], displayWidth(row[at]));
    }
    std::string out;
    for (const auto& row : rows_) {
        std::string line(indent_, ' ');
        for (std::size_t at = 0; at < row.size(); ++at) {
            line += row[at];
            if (at + 1 == row.size()) break;
            line.append(widths[at] - displayWidth(row[at]) + 2, ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
    }
    return out;
}

}  // namespace biao

// Tables of Markdown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace biao::emit {

/// Nothing in it is acted on.
std::string markdownCell(std::string_view text);
/// Cells that are Markdown already, as a line of a table.
std::string markdownLine(const std::vector<std::string>& cells);

}  // namespace biao::emit

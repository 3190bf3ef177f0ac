// Lines with cells, aligned under each other.
#pragma once

#include <vector>

#include "format/outline.h"

namespace biao::format {

/// A wider cell is one that nothing is aligned to: a column of prose.
inline constexpr std::size_t widestCell = 120;

/// One line: where its cells begin (the first is its name, the others begin at their `|`), and
/// where what follows the last of them does.
struct TableRow {
    std::vector<std::uint32_t> cells;
    std::uint32_t tail = 0;
};
TableRow rowOf(const std::vector<syntax::Token>& tokens, const Node& node);

/// How wide the columns of a table are: as its widest cells, but a cell wider than
/// `widestCell` counts for nothing, nor does a last one that nothing has to stand under.
class TableWidths {
public:
    TableWidths(const std::vector<syntax::Token>& tokens, const Outline& outline)
        : tokens_(tokens), outline_(outline) {}

    void add(const TableRow& row);

    /// Blanks before and after what stands in the cell; none after the last.
    struct Padding {
        std::size_t before = 0;
        std::size_t after = 0;
    };
    Padding padding(const TableRow& row, std::size_t cell) const;

private:
    std::size_t contentWidth(const TableRow& row, std::size_t cell) const;
    bool isFigure(const TableRow& row, std::size_t cell) const;

    const std::vector<syntax::Token>& tokens_;
    const Outline& outline_;
    std::vector<std::size_t> widths_;
};

}  // namespace biao::format

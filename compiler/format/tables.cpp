#include "format/tables.h"

#include <algorithm>

namespace biao::format {

using syntax::Token;
using syntax::TokenKind;
using syntax::TokenUse;

TableRow rowOf(const std::vector<Token>& tokens, const Node& node) {
    TableRow row;
    row.cells.push_back(node.begin);
    row.tail = node.end;
    std::uint32_t depth = 0;
    for (auto at = node.begin; at < node.end; ++at) {
        const auto kind = tokens[at].kind;
        if (kind == TokenKind::open) ++depth;
        if (kind == TokenKind::close && depth > 0) --depth;
        if (depth > 0) continue;
        if (tokens[at].use == TokenUse::cell) row.cells.push_back(at);
        if (kind == TokenKind::comma && row.cells.size() > 1) {
            row.tail = at;
            break;
        }
    }
    return row;
}

std::size_t TableWidths::contentWidth(const TableRow& row, std::size_t cell) const {
    const auto begin = row.cells[cell] + (cell > 0 ? 1 : 0);
    const auto end = cell + 1 < row.cells.size() ? row.cells[cell + 1] : row.tail;
    return outline_.width(begin, end);
}

/// A number, with or without a comparison, or what stands for one: to the right, digits under
/// digits.
bool TableWidths::isFigure(const TableRow& row, std::size_t cell) const {
    if (cell == 0) return false;
    const auto end = cell + 1 < row.cells.size() ? row.cells[cell + 1] : row.tail;
    for (auto at = row.cells[cell] + 1; at < end; ++at) {
        switch (tokens_[at].kind) {
            case TokenKind::comparison:
            case TokenKind::equals:
            case TokenKind::minus:
                continue;
            case TokenKind::number:
            case TokenKind::ask:
                return true;
            default:
                return tokens_[at].use == TokenUse::absent;
        }
    }
    return false;
}

void TableWidths::add(const TableRow& row) {
    widths_.resize(std::max(widths_.size(), row.cells.size()));
    for (std::size_t cell = 0; cell < row.cells.size(); ++cell) {
        if (cell + 1 == row.cells.size() && !isFigure(row, cell)) break;
        const auto width = contentWidth(row, cell);
        if (width <= widestCell) widths_[cell] = std::max(widths_[cell], width);
    }
}

TableWidths::Padding TableWidths::padding(const TableRow& row, std::size_t cell) const {
    const auto width = contentWidth(row, cell);
    const auto room = widths_[cell] > width ? widths_[cell] - width : 0;
    if (isFigure(row, cell)) return {room, 0};
    return {0, cell + 1 == row.cells.size() ? 0 : room};
}

}  // namespace biao::format

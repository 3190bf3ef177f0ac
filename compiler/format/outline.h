// A file as blocks of statements and comments: what its braces and line ends say, nothing more.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "syntax/token.h"

namespace biao::format {

inline constexpr std::uint32_t none = UINT32_MAX;

/// A statement, or a comment on a line of its own. Tokens are named by their place in the list.
struct Node {
    bool comment = false;
    bool blankBefore = false;
    bool commented = false;   // comments stand between its tokens
    bool cells = false;       // has cells: a line of a table
    std::uint32_t begin = 0;  // its tokens, comments between them included; without braces
    std::uint32_t end = 0;
    std::uint32_t block = none;
    std::uint32_t remark = none;  // the comment at its end
};

struct Block {
    std::vector<std::uint32_t> nodes;
    std::uint32_t remark = none;  // the comment after its opening brace
    bool words = false;           // nothing but words: they are filled into lines
    bool example = false;         // stands in an example of a rule
    bool commented = false;       // holds a comment somewhere
    std::size_t width = 0;        // on one line, braces included; meaningless where commented
    /// It may stand on one line, where that is wide enough: words, an example, or one statement
    /// without a block of its own.
    bool oneLine = false;
};

struct Outline {
    std::vector<Node> nodes;
    std::vector<Block> blocks;        // the first is the file
    std::vector<std::uint8_t> gaps;   // blanks before each token, where it does not begin a line
    std::vector<std::size_t> widths;  // up to and without each token of a statement, gaps included

    /// Of tokens on one line, without the gap before the first.
    std::size_t width(std::uint32_t begin, std::uint32_t end) const {
        return begin == end ? 0 : widths[end] - widths[begin] - gaps[begin];
    }
    /// Of a statement with its block on one line.
    std::size_t width(const Node& node) const {
        return width(node.begin, node.end) +
               (node.block == none ? 0 : 1 + blocks[node.block].width);
    }
};

/// `text` is what the spans of the tokens point into; `apart` names tokens that stand two blanks
/// from the one before them.
Outline outlineOf(const std::vector<syntax::Token>& tokens, std::string_view text,
                  const std::vector<bool>& apart);

}  // namespace biao::format

#include "format/writer.h"

#include <algorithm>
#include <optional>

#include "format/lines.h"
#include "format/tables.h"

namespace biao::format {
namespace {

using syntax::Token;
using syntax::TokenKind;
using syntax::TokenUse;

class Writer {
public:
    Writer(const std::vector<Token>& tokens, const Outline& outline)
        : tokens_(tokens), outline_(outline) {
        out_.places.resize(tokens.size());
    }

    Written run() {
        const auto& nodes = outline_.blocks.front().nodes;
        const auto parted = partedTops();
        body(outline_.blocks.front(), 0, &parted);
        if (!nodes.empty()) out_.text += '\n';
        return std::move(out_);
    }

private:
    const Node& node(std::uint32_t number) const { return outline_.nodes[number]; }

    bool fits(const Node& one, std::size_t indent) const {
        return !one.commented && (one.block == none || outline_.blocks[one.block].oneLine) &&
               indent + outline_.width(one) <= lineWidth;
    }
    /// It has a block that takes several lines.
    bool isTall(const Node& one, std::size_t indent) const {
        return one.block != none && !outline_.blocks[one.block].nodes.empty() && !fits(one, indent);
    }

    /// The nodes at the top of the file before which an empty line stands: where the author put
    /// one, and between two statements of which one is tall.
    std::vector<bool> partedTops() const {
        const auto& nodes = outline_.blocks.front().nodes;
        std::vector<bool> parted(nodes.size());
        std::optional<std::size_t> last;  // the statement before
        bool blank = false;               // there is an empty line since then
        for (std::size_t at = 0; at < nodes.size(); ++at) {
            const Node& one = node(nodes[at]);
            parted[at] = one.blankBefore;
            blank = blank || one.blankBefore;
            if (one.comment) continue;
            if (last && !blank && (isTall(one, 0) || isTall(node(nodes[*last]), 0)))
                parted[*last + 1] = true;
            last = at;
            blank = false;
        }
        return parted;
    }

    void newLine(std::size_t indent) {
        out_.text += '\n';
        out_.text.append(indent, ' ');
    }

    void token(std::uint32_t at) {
        out_.places[at] = out_.text.size();
        out_.text += tokens_[at].text;
    }

    void remark(std::uint32_t at) {
        if (at == none) return;
        out_.text += "  ";
        token(at);
    }

    /// What stands in a block or in the file, a node a line.
    void body(const Block& block, std::size_t indent, const std::vector<bool>* parted) {
        std::optional<TableWidths> widths;
        const Node* before = nullptr;  // the last statement
        for (std::size_t at = 0; at < block.nodes.size(); ++at) {
            const Node& one = node(block.nodes[at]);
            if (at > 0) {
                if (parted ? (*parted)[at] : one.blankBefore) out_.text += '\n';
                newLine(indent);
            } else if (!parted) {
                newLine(indent);
            }
            if (one.comment) {
                token(one.begin);
                continue;
            }
            if (before && !lineEndParts(*before, one)) out_.text += "; ";
            before = &one;
            if (!isRow(one)) {
                widths.reset();
            } else if (!widths) {
                widths.emplace(widthsFrom(block, at));
            }
            statement(one, indent, widths ? &*widths : nullptr);
        }
    }

    /// A line end between the two is the end of the first. Where it is not, as before a name that
    /// is a keyword which goes on (继承), a ';' says so.
    bool lineEndParts(const Node& first, const Node& second) const {
        const Token& next = tokens_[second.begin];
        if (next.joins) return false;
        if (first.block != none) return true;
        const Token& last = tokens_[first.end - 1];
        if (next.kind == TokenKind::comparison)
            return last.kind != TokenKind::string && last.kind != TokenKind::tag;
        return !last.goesOn || next.kind == TokenKind::string;
    }

    static bool isRow(const Node& one) { return one.cells && !one.commented; }

    /// Of the table that begins at that node: it goes on over comments.
    TableWidths widthsFrom(const Block& block, std::size_t at) const {
        TableWidths widths(tokens_, outline_);
        for (; at < block.nodes.size(); ++at) {
            const Node& one = node(block.nodes[at]);
            if (one.comment) continue;
            if (!isRow(one)) break;
            widths.add(rowOf(tokens_, one));
        }
        return widths;
    }

    void statement(const Node& one, std::size_t indent, const TableWidths* widths) {
        if (widths) {
            row(one, *widths);
        } else if (fits(one, indent)) {
            head(one.begin, one.end);
            if (one.block != none) {
                out_.text += ' ';
                onOneLine(outline_.blocks[one.block]);
            }
            remark(one.remark);
            return;
        } else {
            longHead(one, indent);
        }
        if (one.block != none) tall(outline_.blocks[one.block], indent);
        remark(one.remark);
    }

    void head(std::uint32_t begin, std::uint32_t end) {
        for (auto at = begin; at < end; ++at) {
            if (at > begin) out_.text.append(outline_.gaps[at], ' ');
            token(at);
        }
    }

    void onOneLine(const Block& block) {
        out_.text += block.nodes.empty() ? "{" : "{ ";
        for (std::size_t at = 0; at < block.nodes.size(); ++at) {
            const Node& one = node(block.nodes[at]);
            if (at > 0) out_.text += "; ";
            head(one.begin, one.end);
            if (one.block == none) continue;
            out_.text += ' ';
            onOneLine(outline_.blocks[one.block]);
        }
        out_.text += block.nodes.empty() ? "}" : " }";
    }

    void tall(const Block& block, std::size_t indent) {
        if (out_.text.back() != ' ') out_.text += ' ';
        if (block.nodes.empty() && block.remark == none) {
            out_.text += "{}";
            return;
        }
        out_.text += '{';
        remark(block.remark);
        if (block.words) {
            filled(block, indent + indentWidth);
        } else {
            body(block, indent + indentWidth, nullptr);
        }
        newLine(indent);
        out_.text += '}';
    }

    /// Words, as many to a line as fit; empty lines and comments are kept.
    void filled(const Block& block, std::size_t indent) {
        std::size_t column = lineWidth;
        bool ended = true;  // the line takes no more words
        for (std::size_t at = 0; at < block.nodes.size(); ++at) {
            const Node& one = node(block.nodes[at]);
            const auto width = outline_.width(one);
            if (one.blankBefore) out_.text += '\n';
            if (ended || one.comment || one.commented || one.blankBefore ||
                column + 2 + width > lineWidth) {
                newLine(indent);
                column = indent;
            } else {
                out_.text += "; ";
                column += 2;
            }
            column += width;
            ended = one.comment || one.commented || one.remark != none;
            if (one.comment) {
                token(one.begin);
            } else if (one.commented) {
                longHead(one, indent);
            } else {
                head(one.begin, one.end);
            }
            remark(one.remark);
        }
    }

    /// A statement in several lines: broken where it is too long, and after its comments.
    void longHead(const Node& one, std::size_t indent) {
        const auto next = indent + indentWidth;
        std::size_t column = indent;
        for (auto at = one.begin; at < one.end;) {
            if (tokens_[at].kind == TokenKind::comment) {
                if (tokens_[at].alone) {
                    newLine(next);
                    token(at);
                } else {
                    remark(at);
                }
                ++at;
                const bool goesOn =
                    at < one.end ? tokens_[at].kind != TokenKind::comment : one.block != none;
                if (goesOn) newLine(next);
                column = next;
                continue;
            }
            auto end = at;
            while (end < one.end && tokens_[end].kind != TokenKind::comment)
                ++end;
            const std::size_t after = end == one.end && one.block != none ? 2 : 0;
            const auto breaks = breaksIn(tokens_, outline_, at, end, column, next, after);
            auto line = breaks.begin();
            for (auto from = at; from < end; ++from) {
                if (line != breaks.end() && line->before == from) {
                    newLine(line->indent);
                    ++line;
                } else if (from > at) {
                    out_.text.append(leadsLine(one, from - 1) ? 1 : outline_.gaps[from], ' ');
                }
                token(from);
            }
            at = end;
        }
        if (one.block == none && leadsLine(one, one.end - 1)) out_.text += " ;";
    }

    /// A slash that leads a line needs a blank after it to go on with the line before; one at the
    /// end of its line would not last.
    bool leadsLine(const Node& one, std::uint32_t at) const {
        return tokens_[at].use == TokenUse::absent && at > one.begin &&
               tokens_[at - 1].kind == TokenKind::comment;
    }

    void row(const Node& one, const TableWidths& widths) {
        const TableRow row = rowOf(tokens_, one);
        bool empty = true;  // nothing stands on the line yet
        for (std::size_t cell = 0; cell < row.cells.size(); ++cell) {
            auto begin = row.cells[cell];
            const auto end = cell + 1 < row.cells.size() ? row.cells[cell + 1] : row.tail;
            const auto [before, after] = widths.padding(row, cell);
            if (cell > 0) {
                if (!empty) out_.text += ' ';
                token(begin++);
                empty = false;
            }
            if (begin == end && before + after == 0) continue;
            out_.text.append(before + (cell > 0 ? 1 : 0), ' ');
            head(begin, end);
            out_.text.append(after, ' ');
            empty = false;
        }
        out_.text.erase(out_.text.find_last_not_of(' ') + 1);
        for (auto at = row.tail; at < one.end; ++at) {
            out_.text.append(outline_.gaps[at], ' ');
            token(at);
        }
    }

    const std::vector<Token>& tokens_;
    const Outline& outline_;
    Written out_;
};

}  // namespace

Written written(const std::vector<Token>& tokens, const Outline& outline) {
    return Writer(tokens, outline).run();
}

}  // namespace biao::format

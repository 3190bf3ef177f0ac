#include "format/outline.h"

#include <algorithm>

#include "base/width.h"
#include "format/spacing.h"

namespace biao::format {
namespace {

using syntax::Token;
using syntax::TokenKind;
using syntax::TokenUse;

/// Whether an empty line stands in what is between two tokens: blanks, line ends and ';'.
bool holdsBlankLine(std::string_view between) {
    bool empty = false;
    for (std::size_t at = 0; at < between.size(); ++at) {
        const char byte = between[at];
        if (byte == '\n' || byte == '\r') {
            if (empty) return true;
            empty = true;
            if (byte == '\r' && at + 1 < between.size() && between[at + 1] == '\n') ++at;
        } else if (byte == ';') {
            empty = false;
        }
    }
    return false;
}

/// 人 (person); 必填; "比列" → "比例": not led by a keyword, and nothing in it but words.
bool isWords(const std::vector<Token>& tokens, const Node& node) {
    if (node.block != none || tokens[node.begin].kind == TokenKind::keyword) return false;
    for (auto at = node.begin; at < node.end; ++at) {
        switch (tokens[at].kind) {
            case TokenKind::word:
            case TokenKind::keyword:
            case TokenKind::string:
            case TokenKind::open:
            case TokenKind::close:
            case TokenKind::comma:
            case TokenKind::sign:
                break;
            default:
                return false;
        }
    }
    return true;
}

class Builder {
public:
    Builder(const std::vector<Token>& tokens, std::string_view text, const std::vector<bool>& apart)
        : tokens_(tokens), text_(text), apart_(apart) {}

    Outline run() {
        measure();
        open_.push_back(0);
        out_.blocks.emplace_back();
        for (std::uint32_t at = 0; at < tokens_.size(); ++at) {
            take(at);
            if (tokens_[at].kind != TokenKind::end) last_ = tokens_[at].span.end;
        }
        return std::move(out_);
    }

private:
    void measure() {
        out_.gaps.assign(tokens_.size(), 0);
        out_.widths.assign(tokens_.size() + 1, 0);
        const Token* before = nullptr;
        for (std::size_t at = 0; at < tokens_.size(); ++at) {
            const Token& token = tokens_[at];
            const bool counts = token.kind != TokenKind::comment && token.kind != TokenKind::end;
            if (counts && before) out_.gaps[at] = apart_[at] ? 2 : gapBetween(*before, token);
            out_.widths[at + 1] =
                out_.widths[at] + (counts ? out_.gaps[at] + displayWidth(token.text) : 0);
            if (counts || token.kind == TokenKind::end) before = counts ? &token : nullptr;
        }
    }

    Block& block() { return out_.blocks[open_.back()]; }

    void take(std::uint32_t at) {
        switch (tokens_[at].kind) {
            case TokenKind::comment:
                return comment(at);
            case TokenKind::end:
                return end();
            case TokenKind::blockOpen:
                return openBlock(at);
            case TokenKind::blockClose:
                return closeBlock();
            default:
                break;
        }
        if (statement_ == none) statement_ = begin(at);
        Node& node = out_.nodes[statement_];
        node.end = at + 1;
        if (tokens_[at].use == TokenUse::cell) node.cells = true;
    }

    std::uint32_t begin(std::uint32_t at) {
        const auto number = static_cast<std::uint32_t>(out_.nodes.size());
        Node node;
        node.begin = at;
        node.end = at + 1;
        const auto from = tokens_[at].span.begin;
        node.blankBefore =
            !block().nodes.empty() && holdsBlankLine(text_.substr(last_, from - last_));
        out_.nodes.push_back(node);
        block().nodes.push_back(number);
        return number;
    }

    /// The statement goes on after the comment at `at`, and after those that follow it.
    bool isInside(std::uint32_t at) const {
        if (statement_ == none) return false;
        while (at < tokens_.size() && tokens_[at].kind == TokenKind::comment)
            ++at;
        return at < tokens_.size() && tokens_[at].kind != TokenKind::end;
    }

    void comment(std::uint32_t at) {
        for (const auto number : open_)
            out_.blocks[number].commented = true;
        if (isInside(at)) {
            out_.nodes[statement_].commented = true;
            return;
        }
        if (!tokens_[at].alone) {
            if (block().nodes.empty()) {
                if (open_.size() > 1 && block().remark == none) {
                    block().remark = at;
                    return;
                }
            } else if (Node& node = out_.nodes[block().nodes.back()];
                       !node.comment && node.remark == none) {
                node.remark = at;
                return;
            }
        }
        out_.nodes[begin(at)].comment = true;
    }

    void openBlock(std::uint32_t at) {
        if (statement_ == none) statement_ = begin(at);  // no statement begins so
        Node& node = out_.nodes[statement_];
        node.end = at;  // with the comments before the brace
        node.block = static_cast<std::uint32_t>(out_.blocks.size());
        Block inner;
        inner.words = tokens_[at].use == TokenUse::members;
        inner.example = block().example || tokens_[at].use == TokenUse::example;
        open_.push_back(node.block);
        outer_.push_back(statement_);
        out_.blocks.push_back(std::move(inner));
        statement_ = none;
    }

    void closeBlock() {
        Block& inner = block();
        const auto count = inner.nodes.size();
        inner.width = count == 0 ? 2 : 4 + 2 * (count - 1);
        bool deep = false;  // a statement has a block of its own
        for (const auto number : inner.nodes) {
            const Node& node = out_.nodes[number];
            if (node.comment) continue;
            inner.words = inner.words && isWords(tokens_, node);
            inner.width += out_.width(node);
            deep = deep || node.block != none;
        }
        inner.oneLine = !inner.commented && (inner.example || inner.words || (count < 2 && !deep));
        open_.pop_back();
        statement_ = outer_.back();
        outer_.pop_back();
    }

    void end() { statement_ = none; }

    const std::vector<Token>& tokens_;
    std::string_view text_;
    const std::vector<bool>& apart_;
    Outline out_;
    std::vector<std::uint32_t> open_;   // blocks
    std::vector<std::uint32_t> outer_;  // the statements they belong to
    std::uint32_t statement_ = none;    // the one being read
    std::uint32_t last_ = 0;            // where the last token ended
};

}  // namespace

Outline outlineOf(const std::vector<Token>& tokens, std::string_view text,
                  const std::vector<bool>& apart) {
    return Builder(tokens, text, apart).run();
}

}  // namespace biao::format

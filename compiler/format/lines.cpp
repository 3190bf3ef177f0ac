#include "format/lines.h"

#include <algorithm>

namespace biao::format {
namespace {

using syntax::Token;
using syntax::TokenKind;
using syntax::TokenUse;

/// Where a line may be broken, outermost first; within brackets all of them come again.
enum Rank : std::uint32_t { afterComma, beforeEquation, beforeOr, beforeAnd, beforePlus, ranks };

class Breaker {
public:
    Breaker(const std::vector<Token>& tokens, const Outline& outline, std::uint32_t begin,
            std::uint32_t end)
        : tokens_(tokens), outline_(outline), begin_(begin) {
        levels_.reserve(end - begin);
        std::uint32_t depth = 0;
        for (auto at = begin; at < end; ++at) {
            if (tokens[at].kind == TokenKind::close && depth > 0) --depth;
            levels_.push_back(at == begin ? none : levelOf(at, depth));
            if (tokens[at].kind == TokenKind::open) ++depth;
            if (levels_.back() != none) present_.push_back(levels_.back());
        }
        std::sort(present_.begin(), present_.end());
        present_.erase(std::unique(present_.begin(), present_.end()), present_.end());
    }

    /// The column after the last token; `next` is where further lines begin, those inside an
    /// equation deeper than it.
    std::size_t place(std::uint32_t begin, std::uint32_t end, std::size_t rank, std::size_t column,
                      std::size_t next, std::size_t after) {
        const auto width = outline_.width(begin, end);
        if (column + width + after <= lineWidth || rank == present_.size()) return column + width;
        const auto level = present_[rank];
        const bool each = level % ranks == beforeEquation;
        const auto inner = next + (each ? indentWidth : 0);
        bool broken = false;  // the piece before was: the next one begins a line
        for (auto from = begin; from < end;) {
            auto to = from + 1;
            while (to < end && levels_[to - begin_] != level)
                ++to;
            const auto left = to == end ? after : 0;
            const auto count = breaks_.size();
            if (from == begin) {
                column = place(from, to, rank + 1, column, next, left);
            } else {
                const auto here = column + outline_.gaps[from];
                if (!each && !broken && here + outline_.width(from, to) + left <= lineWidth) {
                    column = here + outline_.width(from, to);
                } else {
                    breaks_.push_back({from, next});
                    column = place(from, to, rank + 1, next, inner, left);
                }
            }
            const auto opened = count + (from != begin && breaks_.size() > count ? 1 : 0);
            broken = breaks_.size() > opened;
            from = to;
        }
        return column;
    }

    std::vector<Break> take() && {
        std::sort(breaks_.begin(), breaks_.end(),
                  [](const Break& a, const Break& b) { return a.before < b.before; });
        return std::move(breaks_);
    }

private:
    /// A break before the token at `at` must be one that the language reads over.
    std::uint32_t levelOf(std::uint32_t at, std::uint32_t depth) const {
        const Token& before = tokens_[at - 1];
        const Token& token = tokens_[at];
        if (token.kind == TokenKind::string || !(before.goesOn || token.joins)) return none;
        if (before.use == TokenUse::absent) return none;  // a slash needs the blank after it
        if (before.kind == TokenKind::comma) return depth * ranks + afterComma;
        switch (token.kind) {
            case TokenKind::equals:
                return token.use == TokenUse::equation ? depth * ranks + beforeEquation : none;
            case TokenKind::orWord:
                return depth * ranks + beforeOr;
            case TokenKind::andWord:
                return depth * ranks + beforeAnd;
            case TokenKind::plus:
                return depth * ranks + beforePlus;
            default:
                return none;
        }
    }

    const std::vector<Token>& tokens_;
    const Outline& outline_;
    std::uint32_t begin_;
    std::vector<std::uint32_t> levels_;   // of each token: where it may begin a line
    std::vector<std::uint32_t> present_;  // those that occur, outermost first
    std::vector<Break> breaks_;
};

}  // namespace

std::vector<Break> breaksIn(const std::vector<Token>& tokens, const Outline& outline,
                            std::uint32_t begin, std::uint32_t end, std::size_t column,
                            std::size_t next, std::size_t after) {
    Breaker breaker(tokens, outline, begin, end);
    breaker.place(begin, end, 0, column, next, after);
    return std::move(breaker).take();
}

}  // namespace biao::format

#include "scramble.h"

#include <algorithm>

#include "parse/parse.h"

namespace biao::test {
namespace {

using syntax::Token;
using syntax::TokenKind;
using syntax::TokenUse;

class Scrambler {
public:
    Scrambler(const std::string& text, std::mt19937& random)
        : source_("x.biao", text), random_(random) {
        Findings findings;
        list_ = parse::tokens(source_, FileId{0}, Limits{}, findings);
    }

    std::string run() {
        const auto& all = list_.tokens;
        for (std::size_t at = 0; at < all.size(); ++at) {
            if (all[at].kind == TokenKind::end) {
                ended_ = true;
                continue;
            }
            const bool begins = (ended_ || !begun_) && all[at].kind != TokenKind::comment;
            gap(all[at], continues(at));
            if (begins) statementIndent_ = indent_;
            out_ += source_.slice(all[at].span);
            before_ = &all[at];
            if (all[at].kind != TokenKind::comment) last_ = &all[at];
            if (all[at].kind == TokenKind::blockOpen) begun_ = false;
            if (all[at].kind != TokenKind::blockOpen && all[at].kind != TokenKind::comment)
                begun_ = true;
            if (begins) ended_ = false;
        }
        out_ += pick(2) ? "\n\n  \n" : "\n";
        return std::move(out_);
    }

private:
    unsigned pick(unsigned count) { return static_cast<unsigned>(random_() % count); }
    std::string blanks(unsigned least, unsigned most) {
        std::string out;
        for (auto left = least + pick(most - least + 1); left > 0; --left)
            out += pick(5) == 0 ? "\t" : " ";
        return out;
    }

    /// The token at `at`, a comment, stands inside a statement: no end of one comes before the next
    /// word.
    bool continues(std::size_t at) const {
        if (ended_ || !begun_) return false;
        while (at < list_.tokens.size() && list_.tokens[at].kind == TokenKind::comment)
            ++at;
        return at < list_.tokens.size() && list_.tokens[at].kind != TokenKind::end;
    }

    void newLine(bool deeper) {
        out_ += pick(4) == 0 ? blanks(1, 3) : "";
        out_ += pick(3) == 0 ? "\r\n" : "\n";
        const auto wide = deeper ? statementIndent_ + 1 + pick(4) : pick(9);
        out_.append(wide, ' ');
        indent_ = wide;
    }

    bool hadBlankLine(const Token& token) const {
        const auto from = before_ ? before_->span.end : 0U;
        const auto between = source_.text().substr(from, token.span.begin - from);
        bool empty = false;
        for (std::size_t at = 0; at < between.size(); ++at) {
            const char byte = between[at];
            if (byte == '\r' && at + 1 < between.size() && between[at + 1] == '\n') continue;
            if (byte == '\n' || byte == '\r') {
                if (empty) return true;
                empty = true;
            } else if (byte == ';') {
                empty = false;
            }
        }
        return false;
    }

    void gap(const Token& token, bool inside) {
        if (!before_) {
            newLine(false);
            return;
        }
        const bool afterComment = before_->kind == TokenKind::comment;
        if (token.kind == TokenKind::comment && !token.alone) {
            out_ += blanks(before_->use == TokenUse::absent ? 1 : 0, 4);
            return;
        }
        const bool opened = before_->kind == TokenKind::blockOpen;
        const bool closes = token.kind == TokenKind::blockClose;
        if (token.kind == TokenKind::comment && inside) return newLine(true);
        if (afterComment && inside) return newLine(true);
        if (ended_ || !begun_ || closes || token.kind == TokenKind::comment) {
            statementGap(token, opened, closes, afterComment);
            return;
        }
        insideGap(token);
    }

    void statementGap(const Token& token, bool opened, bool closes, bool afterComment) {
        const bool line = afterComment || token.kind == TokenKind::comment;
        // Empty lines at the edges of a block mean nothing.
        const bool edge = opened || closes;
        const bool blank = edge ? pick(4) == 0 : hadBlankLine(token);
        if (!edge && ended_ && mustSay(token)) {
            if (afterComment) newLine(false);
            out_ += " ;";
        }
        if (blank) {
            newLine(false);
            newLine(false);
        } else if (line || (edge ? pick(2) == 0 : pick(3) > 0)) {
            newLine(false);
        } else {
            out_ += edge ? blanks(0, 2) : ";" + blanks(0, 2);
        }
    }

    /// Where a line end would not end the statement.
    bool mustSay(const Token& token) const {
        if (!last_) return false;
        return token.joins || last_->goesOn ||
               (token.kind == TokenKind::comparison &&
                (last_->kind == TokenKind::string || last_->kind == TokenKind::tag));
    }

    void insideGap(const Token& token) {
        const auto between = token.span.begin - before_->span.end;
        const bool may = (before_->goesOn || token.joins) && token.kind != TokenKind::string &&
                         token.kind != TokenKind::close;
        if (may && pick(4) == 0) {
            if (pick(3) == 0) newLine(true);
            newLine(true);
        } else if (between > 0) {
            out_ += blanks(between > 1 ? 2 : 1, 4);
        } else if (before_->kind == TokenKind::open || token.kind == TokenKind::comma) {
            out_ += blanks(0, 2);
        }
    }

    Source source_;
    std::mt19937& random_;
    syntax::TokenList list_;
    std::string out_;
    const Token* before_ = nullptr;
    const Token* last_ = nullptr;  // that is no comment
    bool ended_ = true;
    bool begun_ = false;  // a statement of this block has begun
    std::size_t indent_ = 0;
    std::size_t statementIndent_ = 0;
};

}  // namespace

std::string scrambled(const std::string& text, std::mt19937& random) {
    return Scrambler(text, random).run();
}

}  // namespace biao::test

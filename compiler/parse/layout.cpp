#include "parse/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "base/utf8.h"
#include "diagnostics/phrases.h"
#include "parse/scanner.h"
#include "parse/strings.h"

namespace biao::parse {

bool cannotEnd(std::uint8_t type) {
    switch (type) {
        case P::EQ:
        case P::LPAREN:
        case P::PARTS:
        case P::LBRACK:
        case P::COMMA:
        case P::COLON:
        case P::ALSO:
        case P::DOT:
        case P::PLUS:
        case P::MUL:
        case P::TILDE:
        case P::ARROW:
        case P::AND_KW:
        case P::OR_KW:
        case P::NOT_KW:
        case P::LBRACE:
            return true;
        default:
            return false;
    }
}

bool cannotStart(std::uint8_t type) {
    switch (type) {
        case P::EQ:
        case P::NE:
        case P::RPAREN:
        case P::RBRACK:
        case P::COMMA:
        case P::COLON:
        case P::ALSO:
        case P::DOT:
        case P::PLUS:
        case P::MUL:
        case P::DIV:
        case P::TILDE:
        case P::ARROW:
        case P::AND_KW:
        case P::OR_KW:
        case P::IN_KW:
        case P::LIKE_KW:
        case P::SHARE_KW:
        case P::EXTENDS_KW:
            return true;
        default:
            return false;
    }
}

namespace {

bool isComparison(std::uint8_t type) {
    switch (type) {
        case P::GE:
        case P::LE:
        case P::GT:
        case P::LT:
        case P::REACH:
        case P::BY:
            return true;
        default:
            return false;
    }
}

/// An opening brace on its way to its mate.
struct Open {
    Token token;
    std::size_t indent;    // of the line it stands on
    std::size_t index;     // among the tokens laid out
    bool indents = false;  // the first line inside is indented deeper
    bool first = true;     // no line inside seen yet
};

class Layout {
public:
    Layout(std::string_view text, Span place, const Limits& limits, Findings& findings)
        : text_(text.substr(0, place.end)),
          place_(place),
          limits_(limits),
          findings_(findings),
          lineBegin_(place.begin) {}

    Laid run() {
        Laid out;
        const Tokens raw = read(out.comments);
        balanced_ = balances(raw);
        out_.reserve(raw.size() + raw.size() / 4);
        for (const Token& token : raw) {
            if (!place(token)) break;
        }
        out.tokens = std::move(out_);
        out.abandonedFrom = abandonedFrom_;
        out.refused = refused_;
        return out;
    }

private:
    Tokens read(std::vector<Span>& comments) {
        Tokens raw;
        raw.reserve((place_.end - place_.begin) / 6);
        for (std::uint32_t at = place_.begin; at < place_.end;) {
            const auto [token, taken] = scan(text_, at);
            at = token.end;
            if (taken == Taken::hidden) comments.push_back(span(token));
            if (taken != Taken::token) continue;
            raw.push_back(token);
            if (token.type == P::STRING) splitBrace(raw);
            if (raw.size() > limits_.tokens) {
                findings_.add(finding(Code::limitExceeded, span(token),
                                      {{"what", phrase(Phrase::tokensOfFile)},
                                       {"limit", fmt::to_string(limits_.tokens)}}));
                refused_ = true;
                return {{place_.end, place_.end, P::END_OF_FILE}};
            }
        }
        raw.push_back({place_.end, place_.end, P::END_OF_FILE});
        return raw;
    }

    /// A quote that is never closed takes the line to its end, but not the brace the line ends
    /// with: that one belongs to other lines. Braces that pair inside the text stay text.
    void splitBrace(Tokens& raw) const {
        Token& token = raw.back();
        const auto text = text_.substr(token.begin, token.end - token.begin);
        if (quotesOf(text).close != 0) return;
        const std::size_t last = text.size() - trailingBlanks(text);
        const auto mark = [&](std::string_view half, std::string_view full) -> std::size_t {
            const auto before = text.substr(0, last);
            return before.ends_with(half) ? half.size() : before.ends_with(full) ? full.size() : 0;
        };
        const std::string half = halfWidth(text);
        const auto opens = std::count(half.begin(), half.end(), '{');
        const auto closes = std::count(half.begin(), half.end(), '}');
        const std::size_t opening = opens > closes ? mark("{", "\uFF5B") : 0;
        const std::size_t closing = closes > opens ? mark("}", "\uFF5D") : 0;
        const std::size_t size = opening + closing;
        if (size == 0) return;
        const auto end = token.begin + static_cast<std::uint32_t>(last);
        token.end = end - static_cast<std::uint32_t>(size);
        raw.push_back(
            {token.end, end, opening ? std::uint8_t{P::LBRACE} : std::uint8_t{P::RBRACE}});
    }

    /// Bytes of the blanks and tabs, of either width, that end a text.
    static std::size_t trailingBlanks(std::string_view text) {
        const std::size_t size = text.size();
        for (;;) {
            if (text.ends_with(' ') || text.ends_with('\t')) {
                text.remove_suffix(1);
            } else if (text.ends_with("\u3000")) {
                text.remove_suffix(3);
            } else {
                return size - text.size();
            }
        }
    }

    static bool balances(const Tokens& raw) {
        std::size_t open = 0;
        for (const Token& token : raw) {
            if (token.type == P::LBRACE) ++open;
            if (token.type == P::RBRACE && open > 0) --open;
        }
        return open == 0;
    }

    /// Takes the next raw token; false when the rest of the file is not to be read.
    bool place(const Token& token) {
        const auto type = token.type;
        if (type == P::NL || type == P::SEMI) {
            if (type == P::NL) {
                newLine_ = true;
                lineBegin_ = token.end;
            }
            if (!pending_ || (type == P::SEMI && pending_->type != P::SEMI)) {
                pending_ = token;
            }
            return true;
        }
        if (newLine_ || out_.empty()) startLine(token);
        newLine_ = false;

        if (type == P::END_OF_FILE) {
            closeAll(token);
            if (canEnd()) put(P::END, pending_ ? *pending_ : token);
            out_.push_back(token);
            return false;
        }
        if (type == P::RBRACE && open_.empty()) {
            report(token, Phrase::closingBrace, Phrase::openingMate);
            return true;  // dropped: what follows is read as it stands
        }
        if (type == P::RBRACE) {
            if (canEnd()) put(P::END, token);
        } else if (!pending_ && last_ == P::RBRACE && !goesOn(type)) {
            put(P::END, token);
        } else if (pending_ && canEnd() &&
                   (pending_->type == P::SEMI || type == P::STRING ||
                    (!goesOn(type) && !continuesRow(type) &&
                     (!cannotEnd(last_) || standsBack(type))))) {
            put(P::END, *pending_);
        }
        pending_.reset();
        return nest(token);
    }

    /// A comparison opens a step (≥90 → 优) but after a row's name or id it is that row's target.
    bool continuesRow(std::uint8_t type) const {
        return (last_ == P::STRING || last_ == P::ROW_ID) && isComparison(type);
    }

    /// A closing bracket goes on only where one is open.
    bool goesOn(std::uint8_t type) const {
        if (type == P::RPAREN || type == P::RBRACK) return brackets_ > 0;
        return cannotStart(type);
    }

    /// A half-typed line does not eat the one below it: what goes on stands deeper than what began.
    bool standsBack(std::uint8_t type) const {
        const bool keyword =
            type >= P::USE_KW && type <= P::UNSETTLED_KW;  // as the lexer lists them
        const bool word =
            keyword || type == P::NAME || type == P::ELSE_KW || type == P::DATE || type == P::STRAY;
        return word && indent_ <= statementIndent_;
    }

    /// Braces and brackets, counted; brackets end with their statement.
    bool nest(const Token& token) {
        const auto type = token.type;
        if (!canEnd()) {  // the first token of a statement
            statementIndent_ = indent_;
            statementBegin_ = out_.size();
        }
        last_ = type;
        if (!open_.empty() && open_.back().first && type != P::RBRACE) {
            // What stands on the opener's own line: the block is meant to end there or to indent.
            open_.back().first = false;
            open_.back().indents = open_.back().indent > 0;
        }
        switch (type) {
            case P::LBRACE:
                open_.push_back({token, indent_, out_.size()});
                brackets_ = 0;
                break;
            case P::RBRACE:
                open_.pop_back();
                brackets_ = 0;
                break;
            case P::LPAREN:
            case P::PARTS:
            case P::LBRACK:
                ++brackets_;
                break;
            case P::RPAREN:
            case P::RBRACK:
                if (brackets_ > 0) --brackets_;
                break;
            default:
                break;
        }
        if (open_.size() + brackets_ > limits_.depth) {
            findings_.add(finding(Code::limitExceeded, span(token),
                                  {{"what", phrase(Phrase::nestingDepth)},
                                   {"limit", fmt::to_string(limits_.depth)}}));
            abandonedFrom_ = open_.empty() ? statementBegin_ : open_.front().index;
            return abandon(token);
        }
        out_.push_back(token);
        return true;
    }

    /// Ends the stream here, everything closed.
    bool abandon(const Token& at) {
        while (!open_.empty()) {
            open_.pop_back();
            if (canEnd()) put(P::END, at);
            put(P::RBRACE, at);
        }
        if (canEnd()) put(P::END, at);
        put(P::END_OF_FILE, at);
        return false;
    }

    void startLine(const Token& token) {
        indent_ = indentOf(token);
        const bool closes = token.type == P::RBRACE;
        if (token.type == P::END_OF_FILE) return;
        if (!balanced_) {
            // A brace is missing somewhere: a line no deeper than the line of an opener whose block
            // is indented stands outside that block.
            while (!open_.empty() && open_.back().indents &&
                   (closes ? indent_ < open_.back().indent : indent_ <= open_.back().indent)) {
                close(token);
            }
        }
        if (!open_.empty() && open_.back().first && !closes) {
            open_.back().first = false;
            open_.back().indents = indent_ > open_.back().indent;
        }
    }

    void close(const Token& at) {
        report(open_.back().token, Phrase::openingBrace, Phrase::closingMate);
        if (canEnd()) put(P::END, pending_ ? *pending_ : at);
        open_.pop_back();
        put(P::RBRACE, at);
    }

    /// At the end of the file: the innermost opener is said, the others follow from it.
    void closeAll(const Token& at) {
        if (!open_.empty()) {
            report(open_.back().token, Phrase::openingBrace, Phrase::closingMate);
        }
        while (!open_.empty()) {
            open_.pop_back();
            if (canEnd()) put(P::END, at);
            put(P::RBRACE, at);
        }
    }

    void report(const Token& token, Phrase what, Phrase mate) {
        if (++reported_ > limits_.syntaxFindings) return;  // the first of them tell the story
        findings_.add(
            finding(Code::unclosed, span(token), {{"what", phrase(what)}, {"mate", phrase(mate)}}));
    }

    std::size_t indentOf(const Token& token) const {
        const auto line = text_.substr(lineBegin_, token.begin - lineBegin_);
        std::size_t indent = 0;
        for (std::size_t at = 0; at < line.size();) {
            const Decoded decoded = decodeAt(line, at);
            indent += decoded.point == U'\t' ? 4 : decoded.point == U'\u3000' ? 2 : 1;
            at += decoded.length;
        }
        return indent;
    }

    Span span(const Token& token) const { return {place_.file, token.begin, token.end}; }

    bool canEnd() const { return !out_.empty() && last_ != P::END && last_ != P::LBRACE; }

    void put(std::uint8_t type, const Token& at) {
        out_.push_back({at.begin, at.begin, type});
        last_ = type;
        if (type == P::END) brackets_ = 0;
    }

    std::string_view text_;  // of the source, up to the end of the place
    Span place_;
    const Limits& limits_;
    Findings& findings_;
    Tokens out_;
    std::optional<Token> pending_;  // the line end or ';' not yet decided on
    std::vector<Open> open_;
    std::uint8_t last_ = P::END;
    std::uint32_t lineBegin_;
    std::size_t indent_ = 0;           // of the line
    std::size_t statementIndent_ = 0;  // of the line the statement began on
    std::size_t statementBegin_ = 0;
    std::size_t abandonedFrom_ = SIZE_MAX;
    std::uint32_t reported_ = 0;
    std::uint32_t brackets_ = 0;
    bool newLine_ = true;
    bool refused_ = false;
    bool balanced_ = true;
};

}  // namespace

Laid layOut(std::string_view text, Span place, const Limits& limits, Findings& findings) {
    return Layout(text, place, limits, findings).run();
}

}  // namespace biao::parse

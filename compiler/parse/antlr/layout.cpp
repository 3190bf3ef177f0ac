#include "parse/antlr/layout.h"

#include <fmt/format.h>

#include <algorithm>

#include "BiaoParser.h"
#include "base/utf8.h"
#include "diagnostics/phrases.h"
#include "parse/antlr/strings.h"

namespace biao::parse {
namespace {

using P = grammar::BiaoParser;
using Tokens = std::vector<std::unique_ptr<antlr4::Token>>;

bool cannotEnd(std::size_t type) {
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

bool cannotStart(std::size_t type) {
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

bool isComparison(std::size_t type) {
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
    const antlr4::Token* token;
    std::size_t indent;    // of the line it stands on
    std::size_t index;     // among the tokens laid out
    bool indents = false;  // the first line inside is indented deeper
    bool first = true;     // no line inside seen yet
};

class Layout {
public:
    Layout(antlr4::Lexer& lexer, const Characters& characters, const Limits& limits,
           Findings& findings)
        : lexer_(lexer), characters_(characters), limits_(limits), findings_(findings) {}

    Laid run() {
        Laid out;
        Tokens raw = read(out.comments);
        balanced_ = balances(raw);
        for (auto& token : raw) {
            if (!place(std::move(token))) break;
        }
        out.tokens = std::move(out_);
        out.abandonedFrom = abandonedFrom_;
        return out;
    }

private:
    Tokens read(std::vector<Span>& comments) {
        Tokens raw;
        for (;;) {
            auto token = lexer_.nextToken();
            const auto type = token->getType();
            if (token->getChannel() != 0) {
                if (type == P::COMMENT) comments.push_back(characters_.span(*token));
                continue;
            }
            std::unique_ptr<antlr4::Token> brace = type == P::STRING ? splitBrace(*token) : nullptr;
            raw.push_back(std::move(token));
            if (brace) raw.push_back(std::move(brace));
            if (type == antlr4::Token::EOF) return raw;
        }
    }

    /// A quote that is never closed takes the line to its end, but not the brace the line ends
    /// with: that one belongs to other lines. Braces that pair inside the text stay text.
    std::unique_ptr<antlr4::Token> splitBrace(antlr4::Token& token) {
        const std::string text = token.getText();
        if (quotesOf(text).close != 0) return nullptr;
        const std::string half = halfWidth(text);
        const auto last = half.find_last_not_of(" \t");
        if (last == std::string::npos) return nullptr;
        const auto opens = std::count(half.begin(), half.end(), '{');
        const auto closes = std::count(half.begin(), half.end(), '}');
        const bool opening = half[last] == '{' && opens > closes;
        if (!opening && !(half[last] == '}' && closes > opens)) return nullptr;
        const std::size_t point = token.getStartIndex() + countCodePoints(half.substr(0, last));
        auto brace = std::make_unique<antlr4::CommonToken>(
            std::make_pair(static_cast<antlr4::TokenSource*>(&lexer_), lexer_.getInputStream()),
            opening ? P::LBRACE : P::RBRACE, antlr4::Token::DEFAULT_CHANNEL, point, point);
        brace->setLine(token.getLine());
        brace->setCharPositionInLine(token.getCharPositionInLine() + point - token.getStartIndex());
        static_cast<antlr4::CommonToken&>(token).setStopIndex(point - 1);
        return brace;
    }

    static bool balances(const Tokens& raw) {
        std::size_t open = 0;
        for (const auto& token : raw) {
            if (token->getType() == P::LBRACE) ++open;
            if (token->getType() == P::RBRACE && open > 0) --open;
        }
        return open == 0;
    }

    /// Takes the next raw token; false when the rest of the file is not to be read.
    bool place(std::unique_ptr<antlr4::Token> token) {
        const auto type = token->getType();
        if (type == P::NL || type == P::SEMI) {
            if (type == P::NL) newLine_ = true;
            if (!pending_ || (type == P::SEMI && pending_->getType() != P::SEMI)) {
                pending_ = std::move(token);
            }
            return true;
        }
        if (newLine_ || out_.empty()) startLine(*token);
        newLine_ = false;

        if (type == antlr4::Token::EOF) {
            closeAll(*token);
            if (canEnd()) put(P::END, pending_ ? *pending_ : *token);
            out_.push_back(std::move(token));
            return false;
        }
        if (type == P::RBRACE && open_.empty()) {
            report(*token, Phrase::closingBrace, Phrase::openingMate);
            return true;  // dropped: what follows is read as it stands
        }
        if (type == P::RBRACE) {
            if (canEnd()) put(P::END, *token);
        } else if (pending_ && canEnd() &&
                   (pending_->getType() == P::SEMI || type == P::STRING ||
                    (!goesOn(type) && !continuesRow(type) &&
                     (!cannotEnd(last_) || standsBack(type))))) {
            put(P::END, *pending_);
        }
        pending_.reset();
        return nest(std::move(token));
    }

    /// A comparison opens a step (≥90 → 优) but after a row's name or id it is that row's target.
    bool continuesRow(std::size_t type) const {
        return (last_ == P::STRING || last_ == P::ROW_ID) && isComparison(type);
    }

    /// A closing bracket goes on only where one is open.
    bool goesOn(std::size_t type) const {
        if (type == P::RPAREN || type == P::RBRACK) return brackets_ > 0;
        return cannotStart(type);
    }

    /// A half-typed line does not eat the one below it: what goes on stands deeper than what began.
    bool standsBack(std::size_t type) const {
        const bool keyword =
            type >= P::USE_KW && type <= P::UNSETTLED_KW;  // as the lexer lists them
        const bool word =
            keyword || type == P::NAME || type == P::ELSE_KW || type == P::DATE || type == P::STRAY;
        return word && indent_ <= statementIndent_;
    }

    /// Braces and brackets, counted; brackets end with their statement.
    bool nest(std::unique_ptr<antlr4::Token> token) {
        const auto type = token->getType();
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
                open_.push_back({token.get(), indent_, out_.size()});
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
            findings_.add(finding(Code::limitExceeded, characters_.span(*token),
                                  {{"what", phrase(Phrase::nestingDepth)},
                                   {"limit", fmt::to_string(limits_.depth)}}));
            abandonedFrom_ = open_.empty() ? statementBegin_ : open_.front().index;
            return abandon(*token);
        }
        out_.push_back(std::move(token));
        return true;
    }

    /// Ends the stream here, everything closed.
    bool abandon(const antlr4::Token& at) {
        while (!open_.empty()) {
            open_.pop_back();
            if (canEnd()) put(P::END, at);
            put(P::RBRACE, at);
        }
        if (canEnd()) put(P::END, at);
        put(antlr4::Token::EOF, at);
        return false;
    }

    void startLine(const antlr4::Token& token) {
        indent_ = indentOf(token);
        const bool closes = token.getType() == P::RBRACE;
        if (token.getType() == antlr4::Token::EOF) return;
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

    void close(const antlr4::Token& at) {
        report(*open_.back().token, Phrase::openingBrace, Phrase::closingMate);
        if (canEnd()) put(P::END, pending_ ? *pending_ : at);
        open_.pop_back();
        put(P::RBRACE, at);
    }

    /// At the end of the file: the innermost opener is said, the others follow from it.
    void closeAll(const antlr4::Token& at) {
        if (!open_.empty()) {
            report(*open_.back().token, Phrase::openingBrace, Phrase::closingMate);
        }
        while (!open_.empty()) {
            open_.pop_back();
            if (canEnd()) put(P::END, at);
            put(P::RBRACE, at);
        }
    }

    void report(const antlr4::Token& token, Phrase what, Phrase mate) {
        if (++reported_ > limits_.syntaxFindings) return;  // the first of them tell the story
        findings_.add(finding(Code::unclosed, characters_.span(token),
                              {{"what", phrase(what)}, {"mate", phrase(mate)}}));
    }

    std::size_t indentOf(const antlr4::Token& token) const {
        std::size_t indent = 0;
        const std::size_t start = token.getStartIndex();
        for (std::size_t at = start - token.getCharPositionInLine(); at < start; ++at) {
            const char32_t c = characters_.at(at);
            indent += c == U'\t' ? 4 : c == U'\u3000' ? 2 : 1;
        }
        return indent;
    }

    bool canEnd() const { return !out_.empty() && last_ != P::END && last_ != P::LBRACE; }

    void put(std::size_t type, const antlr4::Token& at) {
        // A token made by hand needs its {source, stream}: ANTLR's error strategy reads them.
        auto token = std::make_unique<antlr4::CommonToken>(
            std::make_pair(static_cast<antlr4::TokenSource*>(&lexer_), lexer_.getInputStream()),
            type, antlr4::Token::DEFAULT_CHANNEL, at.getStartIndex(), at.getStartIndex() - 1);
        token->setLine(at.getLine());
        token->setCharPositionInLine(at.getCharPositionInLine());
        out_.push_back(std::move(token));
        last_ = type;
        if (type == P::END) brackets_ = 0;
    }

    antlr4::Lexer& lexer_;
    const Characters& characters_;
    const Limits& limits_;
    Findings& findings_;
    Tokens out_;
    std::unique_ptr<antlr4::Token> pending_;  // the line end or ';' not yet decided on
    std::vector<Open> open_;
    std::size_t last_ = P::END;
    std::size_t indent_ = 0;           // of the line
    std::size_t statementIndent_ = 0;  // of the line the statement began on
    std::size_t statementBegin_ = 0;
    std::size_t abandonedFrom_ = SIZE_MAX;
    std::uint32_t reported_ = 0;
    std::uint32_t brackets_ = 0;
    bool newLine_ = true;
    bool balanced_ = true;
};

}  // namespace

Laid layOut(antlr4::Lexer& lexer, const Characters& characters, const Limits& limits,
            Findings& findings) {
    return Layout(lexer, characters, limits, findings).run();
}

}  // namespace biao::parse

// The words of a file in the order they stand, for those who care how it is written and not what it
// says: format/ lays them out anew.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace biao::syntax {

enum class TokenKind : std::uint8_t {
    word,     // a name, or a keyword that leads no declaration
    keyword,  // of a declaration, wherever it stands
    number,
    ratio,
    date,  // also a range of dates
    string,
    tag,         // @预算, #lamp, B3:某规则
    version,     // @2031
    comparison,  // ≥ 不低于 截至 …; not =
    equals,
    sign,  // between blanks: + × ÷ → | …
    minus,
    ask,
    percent,
    orWord,
    andWord,
    ofWhich,
    plus,
    per,  // a slash that touches a word, or a cell that is not applicable
    unitTimes,
    tilde,
    also,
    dot,
    comma,
    colon,
    open,   // ( [ and (=
    close,  // ) ]
    blockOpen,
    blockClose,
    end,  // of a statement: no text of its own
    comment
};

/// What the grammar takes a token for, where its kind does not tell.
enum class TokenUse : std::uint8_t {
    plain,
    call,      // a bracket that belongs to the word before it: 合计(行), 行[键]
    prefix,    // a comparison before a value: ≥5人; between two things it is plain
    negative,  // a minus before a value
    unit,      // the first word of a number's unit
    absent,    // a slash alone: not applicable
    equation,  // = or 其中 before parts
    cell,      // | before a cell
    members,   // a block of what an element is made of
    example    // a block of lines in a rule
};

struct Token {
    TokenKind kind = TokenKind::word;
    TokenUse use = TokenUse::plain;
    bool alone = false;   // a comment with nothing before it on its line
    bool goesOn = false;  // a line break after it ends no statement
    bool joins = false;   // a line break before it ends no statement
    Span span;
    /// In the one spelling: half width outside quotes, ≥ for >=, × for *; words as written.
    std::string_view text;
};

/// Texts are views into the source, or into `folded`.
struct TokenList {
    std::vector<Token> tokens;
    std::deque<std::string> folded;
};

}  // namespace biao::syntax

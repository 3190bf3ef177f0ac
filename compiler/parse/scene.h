// A token and its neighbours, for those who put a mistake into words.
#pragma once

#include <string>
#include <string_view>

#include "diagnostics/finding.h"
#include "diagnostics/phrases.h"
#include "parse/token.h"

namespace biao::parse {

bool isComparator(std::uint8_t type);
/// True of a token a value may end with, or begin with.
bool endsValue(std::uint8_t type);
bool startsValue(std::uint8_t type);
/// True of END, braces and the end of the file.
bool endsStatement(std::uint8_t type);
bool isNumber(std::uint8_t type);

/// The laid out tokens, seen from one of them: 0 is that one, -1 the one before it.
class Scene {
public:
    /// `source` is all of the file's text.
    Scene(TokenIndex at, const Tokens& tokens, FileId file, std::string_view source,
          std::uint8_t rule = P::ruleCount)
        : tokens_(tokens), file_(file), source_(source), at_(at), rule_(rule) {}

    /// The rule of the grammar that stopped here.
    std::uint8_t rule() const { return rule_; }

    std::uint8_t type(int offset = 0) const;
    Span span(int offset = 0) const;
    std::string text(int offset = 0) const { return std::string(view(offset)); }
    std::string_view view(int offset = 0) const;
    /// In half-width spelling.
    std::string folded(int offset = 0) const;
    /// An error at the end of a line belongs to the end of the token before it.
    bool atEnd() const;
    /// No blank between this token and the one before it.
    bool touchesPrevious(int offset = 0) const;
    /// The `=` or `其中` of parts stands before, in the same statement.
    bool inEquation() const;
    /// The offset of the innermost bracket still open here; 0 where there is none.
    int openBracket() const;
    /// The offset of the first token of the statement.
    int first() const;

private:
    const Tokens& tokens_;
    FileId file_;
    std::string_view source_;
    TokenIndex at_;
    std::uint8_t rule_;
};

/// "unexpected {found}; {expected}".
Finding unexpected(Span span, Localized found, Localized expected);
/// The token itself as what was found.
Finding unexpected(const Scene& scene, Phrase expected, int offset = 0);
Fix replace(Span span, std::string text, bool certain = false);
Fix insert(Span at, std::string text, bool certain = false);
Fix rewrite(Localized title, std::vector<Edit> edits, bool certain = false);
inline Span startOf(Span span) {
    return {span.file, span.begin, span.begin};
}
inline Span endOf(Span span) {
    return {span.file, span.end, span.end};
}

}  // namespace biao::parse

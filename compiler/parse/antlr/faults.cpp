#include "parse/antlr/faults.h"

#include <fmt/format.h>

#include <optional>

#include "BiaoParser.h"
#include "base/utf8.h"
#include "diagnostics/phrases.h"
#include "syntax/words.h"

namespace biao::parse {
namespace {

using P = grammar::BiaoParser;
using antlr4::Token;

bool isComparator(std::size_t type) {
    switch (type) {
        case P::GE:
        case P::LE:
        case P::GT:
        case P::LT:
        case P::REACH:
        case P::BY: return true;
        default: return false;
    }
}

bool endsValue(std::size_t type) {
    switch (type) {
        case P::NUMBER:
        case P::GROUPED_NUMBER:
        case P::NAME:
        case P::PERCENT:
        case P::STRING:
        case P::RATIO:
        case P::ASK:
        case P::DATE:
        case P::DATE_RANGE:
        case P::YES_KW:
        case P::NO_KW:
        case P::RPAREN:
        case P::RBRACK: return true;
        default: return false;
    }
}

bool startsValue(std::size_t type) {
    return endsValue(type) || type == P::LPAREN || type == P::LBRACK;
}

/// The look of one fault: the token it is about, and its neighbours.
class Scene {
public:
    Scene(const Fault& fault, antlr4::TokenStream& tokens, const Characters& characters,
          std::string_view source)
        : tokens_(tokens), characters_(characters), source_(source), at_(fault.token) {}

    std::size_t type(int offset = 0) const {
        const auto index = static_cast<std::ptrdiff_t>(at_) + offset;
        if (index < 0 || index >= static_cast<std::ptrdiff_t>(tokens_.size())) return 0;
        return tokens_.get(static_cast<std::size_t>(index))->getType();
    }
    Span span(int offset = 0) const {
        return characters_.span(*tokens_.get(at_ + static_cast<std::size_t>(offset)));
    }
    std::string text(int offset = 0) const {
        const Span s = span(offset);
        return std::string(source_.substr(s.begin, s.end - s.begin));
    }
    /// An error at the end of a line belongs to the end of the token before it.
    bool atEnd() const {
        return type() == P::END || type() == P::RBRACE || type() == Token::EOF;
    }
    /// A value stands before, and before it the `=` of parts.
    bool inEquation() const {
        if (!endsValue(type(-1))) return false;
        for (int back = -1; at_ + static_cast<std::size_t>(back) < tokens_.size(); --back) {
            const auto t = type(back);
            if (t == P::EQ && type(back - 1) != P::STRING) return true;
            if (t == P::END || t == P::LBRACE || t == P::COMMA || t == 0) return false;
        }
        return false;
    }
    Span endOfPrevious() const {
        if (at_ == 0) return span();
        const Span before = span(-1);
        return before;
    }

private:
    antlr4::TokenStream& tokens_;
    const Characters& characters_;
    std::string_view source_;
    std::size_t at_;
};

Fix replace(Span span, std::string text, bool certain = false) {
    return {phrase(text.empty() ? Phrase::fixRemove : Phrase::fixWrite, {{"text", text}}),
            {{span, std::move(text)}},
            certain};
}

Finding unexpected(Span span, Localized found, Localized expected) {
    return finding(Code::unexpected, span,
                   {{"found", std::move(found)}, {"expected", std::move(expected)}});
}

/// 90%以上: a word after the number for which the language has a mark before it.
std::optional<Finding> suffixWord(const Scene& s) {
    if (s.type() != P::NAME) return std::nullopt;
    const auto suffix = syntax::wordFrom<syntax::Suffix>(s.text());
    if (suffix == syntax::Suffix::none) return std::nullopt;
    int first = -1;
    while (s.type(first) == P::PERCENT || s.type(first) == P::NAME || s.type(first) == P::PER) {
        --first;
    }
    const Span value = cover(s.span(first), s.span(-1));
    const bool hasMark = isComparator(s.type(first - 1));
    Finding f = unexpected(s.span(), phrase(Phrase::quoted, {{"text", s.text()}}),
                           phrase(Phrase::suffixIsMark));
    if (suffix == syntax::Suffix::about) return f;
    const std::string mark = suffix == syntax::Suffix::orMore ? "\u2265" : "\u2264";
    Fix fix = {phrase(Phrase::fixMark, {{"mark", mark}}), {}, true};
    const Span whole = hasMark ? cover(s.span(first - 1), value) : value;
    fix.edits.push_back({{whole.file, whole.begin, hasMark ? value.begin : whole.begin}, mark});
    fix.edits.push_back({{value.file, value.end, s.span().end}, ""});
    f.fixes.push_back(std::move(fix));
    return f;
}

Finding describeHere(const Scene& s, std::size_t rule) {
    const Localized found = phrase(Phrase::quoted, {{"text", s.text()}});
    if (auto f = suffixWord(s)) return *f;
    if (s.type() == P::STRAY) {
        Finding f = unexpected(s.span(), found, phrase(Phrase::strayCharacter));
        f.fixes.push_back(replace(s.span(), ""));
        return f;
    }
    if (isComparator(s.type()) && isComparator(s.type(-1))) {
        Finding f = unexpected(s.span(), found, phrase(Phrase::oneComparator));
        if (s.type() == s.type(-1)) f.fixes.push_back(replace(s.span(), "", true));
        return f;
    }
    if (s.type() == P::ARROW && s.text() == "=>") {
        Finding f = unexpected(s.span(), found, phrase(Phrase::arrowForGe));
        f.fixes.push_back(replace(s.span(), ">="));
        return f;
    }
    if (s.type() == P::COLON) {
        Finding f = unexpected(s.span(), found, phrase(Phrase::noColon));
        f.fixes.push_back(replace(s.span(), " "));
        return f;
    }
    if (s.type() == P::PER && (s.type(-1) == P::YES_KW || s.type(1) == P::NO_KW)) {
        return unexpected(s.span(), found, phrase(Phrase::yesOrNo));
    }
    if (s.type() == P::NUMBER && s.type(-1) == P::NAME) {
        Finding f = unexpected(s.span(), found, phrase(Phrase::twoQuantities));
        f.fixes.push_back({phrase(Phrase::fixInsert, {{"text", "\u3001"}}),
                           {{{s.span().file, s.span().begin, s.span().begin}, "\u3001"}},
                           false});
        return f;
    }
    if (s.type() == P::NAME && s.inEquation()) {
        Finding f = unexpected(s.span(), found, phrase(Phrase::partsJoined));
        f.fixes.push_back({phrase(Phrase::fixInsert, {{"text", "+"}}),
                           {{{s.span().file, s.span().begin, s.span().begin}, "+ "}},
                           false});
        return f;
    }
    if (rule == P::RuleFile || rule == P::RuleTopLine) {
        return unexpected(s.span(), found, phrase(Phrase::expectTopLevel));
    }
    if (endsValue(s.type(-1)) && startsValue(s.type())) {
        return unexpected(s.span(), found, phrase(Phrase::nothingAfterValue));
    }
    if (s.type() == P::MINUS || s.type(-1) == P::MINUS) {
        return unexpected(s.span(), found, phrase(Phrase::loneMinus));
    }
    switch (rule) {
        case P::RuleLine:
        case P::RuleBlock: return unexpected(s.span(), found, phrase(Phrase::expectLine));
        case P::RuleDeclarationLine:
        case P::RuleDeclarations:
        case P::RuleElement:
        case P::RuleHeading:
        case P::RuleSetting:
            return unexpected(s.span(), found, phrase(Phrase::expectDeclaration));
        case P::RuleClauses:
        case P::RuleClauseLine:
        case P::RuleClause: return unexpected(s.span(), found, phrase(Phrase::expectClause));
        case P::RuleItem:
        case P::RuleRow: return unexpected(s.span(), found, phrase(Phrase::nothingAfterValue));
        case P::RuleWord:
        case P::RuleAttribute:
        case P::RulePart:
        case P::RulePathWord: return unexpected(s.span(), found, phrase(Phrase::expectName));
        default: return unexpected(s.span(), found, phrase(Phrase::expectValue));
    }
}

/// The line stopped short.
Finding describeEnd(const Scene& s) {
    const Span at = s.endOfPrevious();
    const std::size_t last = s.type(-1);
    const Localized found = phrase(Phrase::lineEnd);
    if (last == P::MINUS) {
        Finding f = unexpected(at, phrase(Phrase::quoted, {{"text", s.text(-1)}}),
                               phrase(Phrase::loneMinus));
        f.fixes.push_back(replace(at, ""));
        return f;
    }
    if (isComparator(last) || last == P::EQ) {
        return unexpected(at, found, phrase(Phrase::valueAfter, {{"text", s.text(-1)}}));
    }
    return unexpected(at, found, phrase(Phrase::unfinished, {{"text", s.text(-1)}}));
}

}  // namespace

Finding describe(const Fault& fault, antlr4::TokenStream& tokens, const Characters& characters,
                 std::string_view source) {
    const Scene scene(fault, tokens, characters, source);
    return scene.atEnd() && fault.token > 0 ? describeEnd(scene)
                                            : describeHere(scene, fault.rule);
}

namespace {

std::size_t quoteAt(std::string_view text, bool back) {
    if (text.empty()) return 0;
    if ((back ? text.back() : text.front()) == '"') return 1;
    const auto piece = back ? text.substr(text.size() < 3 ? 0 : text.size() - 3) : text.substr(0, 3);
    return piece == "\u201c" || piece == "\u201d" ? 3 : 0;
}

bool remarkOnString(Span span, std::string_view text, Findings& findings) {
    const std::size_t open = quoteAt(text, false);
    const bool straight = open == 1;
    const std::size_t close = text.size() > open ? quoteAt(text, true) : 0;
    const bool closed = close != 0 && (!straight || close == 1) &&
                        !(straight && text.size() >= 2 && text[text.size() - 2] == '\\' &&
                          !(text.size() >= 3 && text[text.size() - 3] == '\\'));
    if (!closed) {
        Finding f = finding(Code::unclosed, {span.file, span.begin, span.begin + static_cast<std::uint32_t>(open)},
                            {{"what", phrase(Phrase::openingQuote)},
                             {"mate", phrase(Phrase::closingQuote)}});
        findings.add(std::move(f));
        return true;
    }
    const auto first = text.substr(0, open);
    const auto last = text.substr(text.size() - close);
    const bool mates = straight ? close == 1 : first == "\u201c" && last == "\u201d";
    if (mates) return false;
    Finding f = finding(Code::oddSpelling, span, {{"what", phrase(Phrase::wrongQuotes)}});
    const auto end = span.end;
    f.fixes.push_back({phrase(Phrase::fixQuotes),
                       {{{span.file, span.begin, span.begin + static_cast<std::uint32_t>(open)}, "\u201c"},
                        {{span.file, end - static_cast<std::uint32_t>(close), end}, "\u201d"}},
                       true});
    findings.add(std::move(f));
    return true;
}

}  // namespace

std::unordered_set<std::uint32_t> remarkOnTokens(antlr4::TokenStream& tokens,
                                                 const Statements& statements,
                                                 const Characters& characters,
                                                 std::string_view source, std::uint32_t maxDigits,
                                                 Findings& findings) {
    std::unordered_set<std::uint32_t> said;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        Token* token = tokens.get(i);
        const auto type = token->getType();
        if (type != P::STRING && type != P::GROUPED_NUMBER && type != P::NUMBER &&
            type != P::RATIO) {
            continue;
        }
        const Span span = characters.span(*token);
        const auto text = source.substr(span.begin, span.end - span.begin);
        if (type == P::STRING) {
            const auto statement = statements.of(i);
            if (said.count(statement) == 0 && remarkOnString(span, text, findings)) {
                said.insert(statement);
            }
        } else if (text.size() > maxDigits) {
            findings.add(finding(Code::limitExceeded, span,
                                 {{"what", phrase(Phrase::digitsOfNumber)},
                                  {"limit", fmt::to_string(maxDigits)}}));
        } else if (type == P::GROUPED_NUMBER) {
            std::string plain;
            for (const char byte : halfWidth(text)) {
                if (byte != ',') plain += byte;
            }
            Finding f = finding(Code::oddSpelling, span,
                                {{"what", phrase(Phrase::groupedNumber,
                                                 {{"text", std::string(text)}, {"plain", plain}})}});
            f.fixes.push_back(replace(span, plain, true));
            findings.add(std::move(f));
        }
    }
    return said;
}

}  // namespace biao::parse

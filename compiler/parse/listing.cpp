#include "parse/listing.h"

#include "base/utf8.h"
#include "parse/layout.h"
#include "parse/scanner.h"
#include "syntax/calendar.h"

namespace biao::parse {
namespace {

using syntax::TokenKind;
using syntax::TokenList;
using syntax::TokenUse;

TokenKind kindOf(std::uint8_t type) {
    switch (type) {
        case P::NUMBER:
        case P::GROUPED_NUMBER:
            return TokenKind::number;
        case P::RATIO:
            return TokenKind::ratio;
        case P::DATE:
        case P::DATE_RANGE:
            return TokenKind::date;
        case P::STRING:
            return TokenKind::string;
        case P::ROLE:
        case P::ROW_ID:
        case P::CODE:
            return TokenKind::tag;
        case P::VERSION:
            return TokenKind::version;
        case P::GE:
        case P::LE:
        case P::GT:
        case P::LT:
        case P::NE:
        case P::REACH:
        case P::BY:
            return TokenKind::comparison;
        case P::EQ:
            return TokenKind::equals;
        case P::MINUS:
            return TokenKind::minus;
        case P::ASK:
            return TokenKind::ask;
        case P::PERCENT:
            return TokenKind::percent;
        case P::OR_KW:
            return TokenKind::orWord;
        case P::AND_KW:
            return TokenKind::andWord;
        case P::OF_WHICH_KW:
            return TokenKind::ofWhich;
        case P::PLUS:
            return TokenKind::plus;
        case P::BAR:
        case P::MUL:
        case P::DIV:
        case P::ARROW:
        case P::ELLIPSIS:
        case P::STRAY:
            return TokenKind::sign;
        case P::PER:
            return TokenKind::per;
        case P::TIMES_UNIT:
            return TokenKind::unitTimes;
        case P::TILDE:
            return TokenKind::tilde;
        case P::ALSO:
            return TokenKind::also;
        case P::DOT:
            return TokenKind::dot;
        case P::COMMA:
            return TokenKind::comma;
        case P::COLON:
            return TokenKind::colon;
        case P::PARTS:
        case P::LPAREN:
        case P::LBRACK:
            return TokenKind::open;
        case P::RPAREN:
        case P::RBRACK:
            return TokenKind::close;
        case P::LBRACE:
            return TokenKind::blockOpen;
        case P::RBRACE:
            return TokenKind::blockClose;
        case P::END:
        case P::END_OF_FILE:
            return TokenKind::end;
        default:
            return type >= P::USE_KW && type <= P::ACTUALS_KW ? TokenKind::keyword
                                                              : TokenKind::word;
    }
}

/// The sign of an operator or mark; empty for what is spelled as it was written.
std::string_view signOf(std::uint8_t type) {
    switch (type) {
        case P::GE:
            return "\u2265";
        case P::LE:
            return "\u2264";
        case P::GT:
            return ">";
        case P::LT:
            return "<";
        case P::EQ:
            return "=";
        case P::NE:
            return "\u2260";
        case P::MINUS:
            return "-";
        case P::MUL:
            return "\u00d7";
        case P::TILDE:
            return "~";
        case P::ARROW:
            return "\u2192";
        case P::ELLIPSIS:
            return "\u2026";
        case P::PARTS:
            return "(=";
        case P::LBRACK:
            return "[";
        case P::RBRACK:
            return "]";
        default:
            return {};
    }
}

bool isBlank(char byte) {
    return byte == ' ' || byte == '\t';
}

/// How many bytes the blank at the end takes; 0 where there is none.
std::size_t blankAtEnd(std::string_view text) {
    if (!text.empty() && isBlank(text.back())) return 1;
    if (text.ends_with("\u00A0")) return 2;
    return text.ends_with("\u3000") || text.ends_with("\uFEFF") ? 3 : 0;
}

bool isAscii(std::string_view text) {
    for (const char byte : text) {
        if (static_cast<signed char>(byte) < 0) return false;
    }
    return true;
}

/// ≥ is a sign, 不低于 and at_least are words.
bool isWord(std::string_view text) {
    const char32_t first = decodeAt(text, 0).point;
    return (first >= U'a' && first <= U'z') || (first >= 0x4E00 && first <= 0x9FFF);
}

/// A name in full width may be a keyword in half width: then it stays what it is.
bool staysName(const std::string& half) {
    const Token token = scan(half, 0).token;
    return token.type == P::NAME && token.end == half.size();
}

class Lister {
public:
    Lister(FileId file, std::string_view text) : file_(file), text_(text) {}

    TokenList run(const Tokens& tokens, const std::vector<Span>& comments) {
        list_.tokens.reserve(tokens.size() + comments.size());
        auto comment = comments.begin();
        for (const Token& token : tokens) {
            for (; comment != comments.end() && comment->begin < token.begin; ++comment)
                add(*comment);
            if (token.type != P::END_OF_FILE) add(token);
        }
        for (; comment != comments.end(); ++comment)
            add(*comment);
        return std::move(list_);
    }

private:
    void add(Span comment) {
        syntax::Token out;
        out.kind = TokenKind::comment;
        std::string_view before = text_.substr(0, comment.begin);
        while (const auto length = blankAtEnd(before))
            before.remove_suffix(length);
        out.alone = before.empty() || before.back() == '\n' || before.back() == '\r';
        std::string_view text = slice(comment);
        while (const auto length = blankAtEnd(text))
            text.remove_suffix(length);
        out.span = comment;
        out.text = text;
        list_.tokens.push_back(out);
    }

    void add(const Token& token) {
        syntax::Token out;
        out.kind = kindOf(token.type);
        out.goesOn = cannotEnd(token.type);
        out.joins = cannotStart(token.type);
        out.span = {file_, token.begin, token.end};
        out.text = spelled(token.type, slice(out.span));
        list_.tokens.push_back(out);
    }

    std::string_view slice(Span span) const {
        return text_.substr(span.begin, span.end - span.begin);
    }

    std::string_view spelled(std::uint8_t type, std::string_view raw) {
        if (type == P::STRING || raw.empty()) return raw;
        const auto sign = signOf(type);
        if (!sign.empty() && !isWord(raw)) return sign;
        if (type == P::DATE || type == P::DATE_RANGE) return date(raw);
        if (type == P::DIV) {
            while (isBlank(raw.front()))
                raw.remove_prefix(1);
            while (isBlank(raw.back()))
                raw.remove_suffix(1);
        }
        if (isAscii(raw)) return raw;
        std::string half = halfWidth(raw);
        if (half == raw || (type == P::NAME && !staysName(half))) return raw;
        if (type == P::DIV) half = half.substr(half.find_first_not_of(' '), 1);
        return list_.folded.emplace_back(std::move(half));
    }

    /// Without blanks, as long as it says the same without them.
    std::string_view date(std::string_view raw) {
        std::string half = isAscii(raw) ? std::string(raw) : halfWidth(raw);
        if (half.find(' ') != std::string::npos) {
            std::string tight;
            for (const char byte : half) {
                if (byte != ' ') tight += byte;
            }
            if (syntax::readCalendar(tight) == syntax::readCalendar(half)) half = std::move(tight);
        }
        return half == raw ? raw : std::string_view(list_.folded.emplace_back(std::move(half)));
    }

    FileId file_;
    std::string_view text_;
    TokenList list_;
};

/// The brackets of a fund's parts hold their English names: they are no calls.
bool namesParts(Node parent, Node grandparent) {
    if (!parent.isRule(P::RuleHeading)) return true;
    return static_cast<bool>(grandparent.rule(P::RuleElementKeyword).token(P::FUND_KW));
}

/// Not those of a form, a fragment or a workspace, whose lines are settings.
bool holdsMembers(Node parent) {
    return !parent.isRule(P::RuleDeclaration) &&
           !parent.rule(P::RuleElementKeyword).token(P::WORKSPACE_KW);
}

}  // namespace

TokenList listed(const Tokens& tokens, const std::vector<Span>& comments, FileId file,
                 std::string_view text) {
    return Lister(file, text).run(tokens, comments);
}

Uses::Uses(TokenList& list) : list_(list) {
    place_.reserve(list.tokens.size());
    for (std::size_t at = 0; at < list.tokens.size(); ++at) {
        if (list.tokens[at].kind != TokenKind::comment) place_.push_back(at);
    }
}

void Uses::visit(Node n, Node parent, Node grandparent) {
    note(n, parent);
    const bool definition = n.isRule(P::RuleDefinition);
    if (definition) names_ = namesParts(parent, grandparent);
    for (const Node child : n) {
        if (!child.leaf()) visit(child, n, parent);
    }
    if (definition) names_ = false;
}

void Uses::set(Node leaf, TokenUse use) {
    if (leaf && leaf.first() < place_.size()) list_.tokens[place_[leaf.first()]].use = use;
}

void Uses::setAll(Node n, std::initializer_list<std::uint8_t> types, TokenUse use) {
    for (const Node child : n) {
        for (const auto type : types) {
            if (child.isToken(type)) set(child, use);
        }
    }
}

void Uses::note(Node n, Node parent) {
    switch (n.kind()) {
        case P::RuleComparator:
            return set(n, TokenUse::prefix);
        case P::RuleUnit:
            return set(n, TokenUse::unit);
        case P::RuleOneKind:
            return setAll(n, {P::LPAREN}, TokenUse::call);
        case P::RuleReference:
            if (!names_) setAll(n, {P::LPAREN}, TokenUse::call);
            return setAll(n, {P::LBRACK}, TokenUse::call);
        case P::RuleFactor:
        case P::RuleSimple:
            return setAll(n, {P::MINUS}, TokenUse::negative);
        case P::RuleAmount:
            return setAll(n, {P::PER, P::DIV}, TokenUse::absent);
        case P::RulePart:
            return part(n);
        case P::RuleCells:
            return setAll(n, {P::BAR}, TokenUse::cell);
        case P::RuleEquation:
        case P::RuleDefinition:
            return setAll(n, {P::EQ, P::OF_WHICH_KW}, TokenUse::equation);
        case P::RuleDeclarations:
            if (holdsMembers(parent)) setAll(n, {P::LBRACE}, TokenUse::members);
            return;
        case P::RuleClause:
            return set(n.rule(P::RuleBlock), TokenUse::example);
        default:
            return;
    }
}

void Uses::part(Node n) {
    setAll(n, {P::PER}, TokenUse::absent);
    const bool divides = n.rule(P::RulePlain) || n.rule(P::RuleLiteral) ||
                         n.rule(P::RuleReference) || n.rule(P::RuleFactor);
    if (!divides) setAll(n, {P::DIV}, TokenUse::absent);
}

}  // namespace biao::parse

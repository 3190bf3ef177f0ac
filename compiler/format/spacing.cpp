#include "format/spacing.h"

namespace biao::format {
namespace {

using syntax::Token;
using syntax::TokenKind;
using syntax::TokenUse;

/// Of a unit: what is longer is a word.
constexpr std::size_t longestSymbol = 3;

bool isLatin(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
}

/// What holds two words of one thing together: the dot of a path, the slash of a unit.
bool binds(const Token& token) {
    switch (token.kind) {
        case TokenKind::dot:
        case TokenKind::unitTimes:
        case TokenKind::tilde:
            return true;
        case TokenKind::per:
            return token.use != TokenUse::absent;
        case TokenKind::also:
            return token.text != "&";
        default:
            return false;
    }
}

/// ≥5, ≥2031年 and 不低于5, but at_least 5 and 截至 2031年.
bool touchesValue(const Token& comparison, const Token& value) {
    if (comparison.use != TokenUse::prefix || isLatin(comparison.text.back())) return false;
    switch (value.kind) {
        case TokenKind::number:
        case TokenKind::ratio:
            return true;
        case TokenKind::date:
            return comparison.text.size() <= 3;  // a sign, no word
        default:
            return false;
    }
}

}  // namespace

std::uint8_t gapBetween(const Token& before, const Token& after) {
    // B3:a .b is a code and its member; without the blank it would be another code.
    if (before.kind == TokenKind::tag && after.kind == TokenKind::dot && before.text.front() == 'B')
        return 1;
    if (binds(before) || binds(after)) return 0;
    switch (after.kind) {
        case TokenKind::comma:
        case TokenKind::close:
        case TokenKind::version:
            return 0;
        default:
            break;
    }
    if (after.use == TokenUse::call) return 0;
    // 5km touches, 5 people does not.
    if (after.use == TokenUse::unit)
        return isLatin(after.text.front()) && after.text.size() > longestSymbol ? 1 : 0;
    switch (before.kind) {
        case TokenKind::open:
            return before.text == "(=" ? 1 : 0;
        case TokenKind::minus:
            return before.use == TokenUse::negative ? 0 : 1;
        case TokenKind::comparison:
            return touchesValue(before, after) ? 0 : 1;
        default:
            return 1;
    }
}

}  // namespace biao::format

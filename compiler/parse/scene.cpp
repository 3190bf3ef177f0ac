#include "parse/scene.h"

#include "base/utf8.h"

namespace biao::parse {

bool isComparator(std::uint8_t type) {
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

bool isNumber(std::uint8_t type) {
    return type == P::NUMBER || type == P::GROUPED_NUMBER;
}

bool endsValue(std::uint8_t type) {
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
        case P::BLANK_KW:
        case P::ROLE:
        case P::CODE:
        case P::VERSION:
        case P::RPAREN:
        case P::RBRACK:
            return true;
        default:
            return false;
    }
}

bool startsValue(std::uint8_t type) {
    return (endsValue(type) && type != P::RPAREN && type != P::RBRACK && type != P::PERCENT &&
            type != P::VERSION) ||
           type == P::LPAREN || type == P::LBRACK;
}

bool endsStatement(std::uint8_t type) {
    return type == P::END || type == P::LBRACE || type == P::RBRACE || type == P::END_OF_FILE;
}

std::uint8_t Scene::type(int offset) const {
    const auto index = static_cast<std::ptrdiff_t>(at_) + offset;
    if (index < 0 || index >= static_cast<std::ptrdiff_t>(tokens_.size())) return P::END;
    return tokens_[static_cast<std::size_t>(index)].type;
}

Span Scene::span(int offset) const {
    const Token& token = tokens_[at_ + static_cast<std::size_t>(offset)];
    return {file_, token.begin, token.end};
}

std::string_view Scene::view(int offset) const {
    const auto index = static_cast<std::ptrdiff_t>(at_) + offset;
    if (index < 0 || index >= static_cast<std::ptrdiff_t>(tokens_.size())) return {};
    const Span s = span(offset);
    return source_.substr(s.begin, s.end - s.begin);
}

std::string Scene::folded(int offset) const {
    return halfWidth(text(offset));
}

bool Scene::atEnd() const {
    return type() == P::END || type() == P::RBRACE || type() == P::END_OF_FILE;
}

bool Scene::touchesPrevious(int offset) const {
    return !endsStatement(type(offset - 1)) && span(offset - 1).end == span(offset).begin;
}

bool Scene::inEquation() const {
    if (!endsValue(type(-1))) return false;
    for (int back = -1; !endsStatement(type(back)) && type(back) != P::COMMA; --back) {
        const bool target = type(back - 1) == P::STRING;  // "甲" = 5人 compares
        if (type(back) == P::OF_WHICH_KW || (type(back) == P::EQ && !target)) return true;
    }
    return false;
}

int Scene::openBracket() const {
    int closed = 0;
    for (int back = -1; !endsStatement(type(back)); --back) {
        switch (type(back)) {
            case P::RPAREN:
            case P::RBRACK:
                ++closed;
                break;
            case P::LPAREN:
            case P::PARTS:
            case P::LBRACK:
                if (closed-- == 0) return back;
                break;
            default:
                break;
        }
    }
    return 0;
}

int Scene::first() const {
    int back = 0;
    while (!endsStatement(type(back - 1)))
        --back;
    return back;
}

Finding unexpected(Span span, Localized found, Localized expected) {
    return finding(Code::unexpected, span,
                   {{"found", std::move(found)}, {"expected", std::move(expected)}});
}

Finding unexpected(const Scene& scene, Phrase expected, int offset) {
    return unexpected(scene.span(offset), phrase(Phrase::quoted, {{"text", scene.text(offset)}}),
                      phrase(expected));
}

Fix rewrite(Localized title, std::vector<Edit> edits, bool certain) {
    return {std::move(title), std::move(edits), certain};
}

Fix replace(Span span, std::string text, bool certain) {
    const auto from = text.find_first_not_of(' ');
    const auto shown =
        from == std::string::npos ? text : text.substr(from, text.find_last_not_of(' ') + 1 - from);
    return rewrite(phrase(text.empty() ? Phrase::fixRemove : Phrase::fixWrite, {{"text", shown}}),
                   {{span, text}}, certain);
}

Fix insert(Span at, std::string text, bool certain) {
    return rewrite(phrase(Phrase::fixInsert, {{"text", text}}), {{startOf(at), text}}, certain);
}

}  // namespace biao::parse

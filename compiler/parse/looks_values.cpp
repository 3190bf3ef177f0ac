#include "parse/looks.h"
#include "syntax/words.h"

namespace biao::parse {

using syntax::Joint;
using syntax::Suffix;

namespace {

Joint jointAt(const Scene& s, int offset = 0) {
    return s.type(offset) == P::NAME ? syntax::wordFrom<Joint>(s.folded(offset)) : Joint::none;
}

bool startsUnit(std::uint8_t type) {
    return type == P::PERCENT || type == P::NAME || type == P::PER;
}

}  // namespace

Said suffixWord(const Scene& s) {
    if (s.type() != P::NAME) return {};
    const Suffix suffix = syntax::wordFrom<Suffix>(s.folded());
    if (suffix == Suffix::none) return {};
    if (suffix == Suffix::about) return unexpected(s, Phrase::aboutNumber);
    Finding f = unexpected(s, Phrase::suffixIsMark);
    int first = -1;
    while (s.type(first) == P::PERCENT || s.type(first) == P::NAME || s.type(first) == P::PER) {
        --first;
    }
    if (!isNumber(s.type(first))) return f;
    const std::string mark = suffix == Suffix::orMore ? ge : le;
    const auto before = s.type(first - 1);
    const bool sameSense = before == (suffix == Suffix::orMore ? P::GE : P::LE) ||
                           (suffix == Suffix::orMore && before == P::REACH);
    const bool bare = before == P::STRING || endsStatement(before) || before == P::BAR ||
                      (before == P::NAME && endsStatement(s.type(first - 2)));
    if (!sameSense && !bare) return f;  // a sign of another sense, or a longer value
    const Span number = s.span(first);
    const Edit out{{number.file, s.span(-1).end, s.span().end}, ""};
    const Edit in = sameSense ? Edit{{number.file, s.span(first - 1).begin, number.begin}, mark}
                              : Edit{startOf(number), mark};
    f.fixes.push_back(rewrite(phrase(Phrase::fixMark, {{"mark", mark}}), {in, out}, true));
    return f;
}

/// ≥XX%: the blank of a template.
Said placeholder(const Scene& s) {
    if (s.type(-1) != P::NAME || !s.touchesPrevious() || s.type() != P::PERCENT) return {};
    const std::string text = s.folded(-1);
    if (text.find_first_not_of("xX") != std::string::npos) return {};
    return unexpected(s, Phrase::placeholderLeft, -1);
}

Said rangeWord(const Scene& s) {
    if (jointAt(s) != Joint::upTo || !endsValue(s.type(-1)) || !isNumber(s.type(1))) return {};
    return with(unexpected(s, Phrase::rangeMark), replace(s.span(), "~", true));
}

Said timesLetter(const Scene& s) {
    if (s.type() != P::NAME || !endsValue(s.type(-1)) || !startsValue(s.type(1))) return {};
    const std::string letter = s.folded();
    if (letter != "x" && letter != "X") return {};
    return with(unexpected(s, Phrase::timesSign), replace(s.span(), "\u00d7", true));
}

Said equationWithoutMark(const Scene& s) {
    const bool value = isNumber(s.type()) && endsValue(s.type(-1)) && s.openBracket() == 0;
    if (!value || s.inEquation() || s.touchesPrevious()) return {};
    int next = 1;
    while (s.type(next) == P::PERCENT || s.type(next) == P::NAME || s.type(next) == P::PER) {
        ++next;
    }
    if (s.type(next) != P::MUL && s.type(next) != P::DIV) return {};
    return with(unexpected(s, Phrase::equationMark),
                rewrite(phrase(Phrase::fixInsert, {{"text", "="}}), {{startOf(s.span()), "= "}}));
}

Said attributeWithoutComma(const Scene& s) {
    if (s.type() != P::NAME || s.type(1) != P::STRING || !endsValue(s.type(-1))) return {};
    if (s.touchesPrevious() || s.inEquation()) return {};
    return with(unexpected(s.span(), phrase(Phrase::quoted, {{"text", s.text()}}),
                           phrase(Phrase::remarkIsAttribute, {{"name", s.text()}})),
                rewrite(phrase(Phrase::fixInsert, {{"text", ","}}),
                        {{{s.span().file, s.span(-1).end, s.span().begin}, ", "}}));
}

Said numeralInWords(const Scene& s) {
    if (s.type() != P::NAME) return {};
    const std::string text = s.text();
    const auto digit = syntax::wordFrom<syntax::Digit>(std::string_view(text).substr(0, 3));
    const bool written = digit != syntax::Digit::none && digit != syntax::Digit::zero;
    if (!written || s.type(-1) != P::NAME) return {};
    return unexpected(s, Phrase::numberInDigits);
}

Said dateInPieces(const Scene& s) {
    if (s.type() == P::NUMBER && s.type(-1) == P::DATE && s.touchesPrevious()) {
        return unexpected(cover(s.span(-1), s.span()),
                          phrase(Phrase::quoted, {{"text", s.text(-1) + s.text()}}),
                          phrase(Phrase::noSuchDate));
    }
    const bool apart = s.type() == P::DOT && s.type(-1) == P::NUMBER && s.type(1) == P::NUMBER &&
                       s.touchesPrevious() && s.touchesPrevious(1);
    if (!apart || s.view(-1).find('.') != 4) return {};
    const Span whole = cover(s.span(-1), s.span(1));
    std::string date = s.text(-1) + "-" + s.text(1);
    date[4] = '-';
    return with(unexpected(whole, phrase(Phrase::quoted, {{"text", s.text(-1) + "." + s.text(1)}}),
                           phrase(Phrase::dateWithHyphens)),
                replace(whole, date));
}

Said numberAfterWord(const Scene& s) {
    if (!isNumber(s.type()) || s.type(-1) != P::NAME) return {};
    if (jointAt(s, -1) == Joint::about) {
        return with(unexpected(s, Phrase::aboutNumber, -1), replace(s.span(-1), ""));
    }
    if (!isNumber(s.type(-2))) {
        if (const int open = s.openBracket(); open != 0) return unclosed(s, open);
        if (jointAt(s, -1) == Joint::percentOf) {  // 百分之90
            return with(unexpected(s, Phrase::percentInDigits, -1),
                        rewrite(phrase(Phrase::fixWrite, {{"text", s.text() + "%"}}),
                                {{s.span(-1), ""}, {endOf(s.span()), "%"}}));
        }
        // "增长率" 增长5%: of a row that is measured
        if (s.type(-2) == P::STRING && s.first() == -2) {
            const int first = s.touchesPrevious() ? -1 : 0;
            int last = 0;
            while (s.touchesPrevious(last + 1) && startsUnit(s.type(last + 1)))
                ++last;
            std::string text;
            for (int at = first; at <= last; ++at)
                text += s.view(at);
            return unexpected(cover(s.span(first), s.span(last)),
                              phrase(Phrase::quoted, {{"text", text}}),
                              phrase(Phrase::targetInWords));
        }
        Finding f = unexpected(s, Phrase::wordsAreQuoted);
        if (!s.touchesPrevious()) return f;
        Span whole = cover(s.span(-1), s.span());
        for (int next = 1; s.touchesPrevious(next) && startsValue(s.type(next)); ++next) {
            whole = cover(whole, s.span(next));
        }
        f.fixes.push_back(
            rewrite(phrase(Phrase::fixQuoteIt), {{startOf(whole), "\""}, {endOf(whole), "\""}}));
        return f;
    }
    // The unit of the first number may have the "to" of a range at its end.
    const std::string unit = s.text(-1);
    for (std::size_t at = 0; at < unit.size(); at += 3) {
        const std::string tail = unit.substr(at);
        if (syntax::wordFrom<Joint>(tail) != Joint::upTo) continue;
        const Span word = s.span(-1);
        const Span to{word.file, word.begin + static_cast<std::uint32_t>(at), word.end};
        return with(
            unexpected(to, phrase(Phrase::quoted, {{"text", tail}}), phrase(Phrase::rangeMark)),
            replace(to, "~"));
    }
    return with(unexpected(s, Phrase::twoQuantities), insert(s.span(), "\u3001"));
}

Said noteInBrackets(const Scene& s) {
    if (s.type() != P::LPAREN || !endsValue(s.type(-1))) return {};
    return unexpected(s, Phrase::noteIsAttribute);
}

Said partsJoined(const Scene& s) {
    if (s.type() != P::NAME || s.openBracket() != 0 || !s.inEquation()) return {};
    if (!isNumber(s.type(1)) && !endsStatement(s.type(1)) && s.type(1) != P::ASK) return {};
    return with(unexpected(s, Phrase::partsJoined),
                rewrite(phrase(Phrase::fixInsert, {{"text", "+"}}), {{startOf(s.span()), "+ "}}));
}

Said splitUnit(const Scene& s) {
    if (s.type() != P::NAME || s.type(-1) != P::NAME || !isNumber(s.type(-2))) return {};
    if (s.text() == s.text(-1)) {
        return with(unexpected(s, Phrase::unitTwice),
                    replace({s.span().file, s.span(-1).end, s.span().end}, "", true));
    }
    if (s.text().size() > 6) return {};  // no unit, but a remark
    return with(unexpected(s, Phrase::unitIsOneWord),
                replace(cover(s.span(-1), s.span()), s.text(-1) + s.text()));
}

}  // namespace biao::parse

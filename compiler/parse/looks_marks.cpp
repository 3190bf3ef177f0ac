#include "parse/looks.h"
#include "parse/strings.h"
#include "syntax/calendar.h"

namespace biao::parse {

namespace {

bool betweenDigits(const Scene& s) {
    return s.type(-1) == P::NUMBER && s.type(1) == P::NUMBER;
}

/// Takes no room: nobody wrote it.
std::string invisible(std::string_view text) {
    if (text == "\u200B") return "U+200B";
    if (text == "\u200C") return "U+200C";
    if (text == "\u200D") return "U+200D";
    if (text == "\u2060") return "U+2060";
    if (text == "\u00AD") return "U+00AD";
    return {};
}

/// Ⅲ, ②: a numeral of its own, which says something.
bool isNumeral(std::string_view text) {
    return text.size() == 3 &&
           ((text >= "\u2160" && text <= "\u217F") || (text >= "\u2460" && text <= "\u249B"));
}

/// A name, or a word of the language in Chinese.
bool isWord(const Scene& s, int offset) {
    if (s.type(offset) == P::NAME) return true;
    const std::string_view text = s.view(offset);
    return s.type(offset) != P::STRAY && !text.empty() && text.front() >= '\xE4' &&
           text.front() <= '\xE9';
}

/// 达到地表水Ⅲ类: all of it is text.
Said strayInWord(const Scene& s) {
    const bool after = isWord(s, -1) && s.touchesPrevious();
    const bool before = isWord(s, 1) && s.touchesPrevious(1);
    if (!(after && before) && !((after || before) && isNumeral(s.view()))) return {};
    Span whole = s.span();
    for (int at = -1; isWord(s, at) && s.touchesPrevious(at + 1); --at)
        whole = cover(s.span(at), whole);
    for (int at = 1; isWord(s, at) && s.touchesPrevious(at); ++at)
        whole = cover(whole, s.span(at));
    return with(
        unexpected(s, Phrase::strayCharacter),
        rewrite(phrase(Phrase::fixQuoteIt), {{startOf(whole), "\""}, {endOf(whole), "\""}}));
}

bool isWhole(const Scene& s, int offset, std::size_t least, std::size_t most) {
    const auto size = s.view(offset).size();
    return s.type(offset) == P::NUMBER && size >= least && size <= most &&
           s.view(offset).find_first_not_of("0123456789") == std::string_view::npos;
}

/// 2031/3/1
Said dateWithSlashes(const Scene& s) {
    const bool dated =
        isWhole(s, -1, 4, 4) && isWhole(s, 1, 1, 2) && s.type(2) == P::PER && isWhole(s, 3, 1, 2);
    if (!dated || !s.touchesPrevious() || !s.touchesPrevious(1) || !s.touchesPrevious(2) ||
        !s.touchesPrevious(3)) {
        return {};
    }
    const auto two = [&](int at) { return (s.view(at).size() < 2 ? "0" : "") + s.text(at); };
    const std::string date = s.text(-1) + "-" + two(1) + "-" + two(3);
    const Span whole = cover(s.span(-1), s.span(3));
    const Localized found = phrase(
        Phrase::quoted, {{"text", s.text(-1) + s.text() + s.text(1) + s.text(2) + s.text(3)}});
    if (!syntax::readCalendar(date)) {
        return unexpected(whole, found, phrase(Phrase::noSuchDate));
    }
    return with(unexpected(whole, found, phrase(Phrase::dateWithHyphens)), replace(whole, date));
}

}  // namespace

Said stray(const Scene& s) {
    if (s.type() != P::STRAY) return {};
    if (quoteAt(s.text()) != 0) return unexpected(s, Phrase::quoteAlone);
    if (const auto point = invisible(s.view()); !point.empty()) {
        return with(unexpected(s.span(), phrase(Phrase::invisible, {{"point", point}}),
                               phrase(Phrase::invisibleOut)),
                    replace(s.span(), "", true));
    }
    if (auto said = strayInWord(s)) return said;
    if (s.text() == "\u3002") {
        // A full stop at the end of a line was never meant to be more.
        if (betweenDigits(s)) return unexpected(s, Phrase::strayCharacter);
        return with(unexpected(s, Phrase::noFullStop),
                    replace(s.span(), "", endsStatement(s.type(1))));
    }
    // Taken out, 30—35 would become 3035, and ¥5 or 30㎞ lose what was meant.
    if (s.type(-1) == P::NUMBER || s.type(1) == P::NUMBER) {
        return unexpected(s, Phrase::strayCharacter);
    }
    return with(unexpected(s, Phrase::strayCharacter), replace(s.span(), ""));
}

Said comparators(const Scene& s) {
    const auto before = s.type(-1);
    const bool apart = s.type() == P::EQ && (before == P::GT || before == P::LT);
    const bool turned = before == P::EQ && (s.type() == P::GT || s.type() == P::LT);
    if (apart || turned) {
        const bool greater = before == P::GT || s.type() == P::GT;
        const Localized both = phrase(
            Phrase::quoted, {{"text", s.text(-1) + (s.touchesPrevious() ? "" : " ") + s.text()}});
        const Span span = cover(s.span(-1), s.span());
        return with(unexpected(span, both, phrase(Phrase::orEqual)),
                    replace(span, greater ? ge : le, true));
    }
    const bool sign = isComparator(s.type()) || s.type() == P::EQ || s.type() == P::NE;
    if (!sign) return {};
    const bool inRule = s.rule() == P::RuleClause || s.rule() == P::RuleClauseLine;
    if (inRule && endsValue(before)) return unexpected(s, Phrase::oneComparator);
    if (!isComparator(before) && before != P::EQ) return {};
    Finding f = unexpected(s, Phrase::oneComparator);
    if (s.type() == before) f.fixes.push_back(replace(s.span(), "", true));
    return f;
}

Said arrowForGe(const Scene& s) {
    if (s.type() != P::ARROW || s.folded() != "=>") return {};
    return with(unexpected(s, Phrase::orEqual), replace(s.span(), ">="));
}

Said colon(const Scene& s) {
    if (s.type() != P::COLON) return {};
    if (s.type(-1) == P::NUMBER && s.type(1) == P::NUMBER) {
        return with(unexpected(s, Phrase::ratioTight),
                    replace(cover(s.span(-1), s.span(1)), s.folded(-1) + ":" + s.folded(1), true));
    }
    Finding f = unexpected(s, Phrase::noColon);
    const Edit colonOut{s.span(), s.touchesPrevious(1) ? " " : ""};
    if (s.type(-1) == P::OF_WHICH_KW && s.type(-2) == P::COMMA) {
        // 预算 23万元，其中：财政拨款 20万元
        f.fixes.push_back(rewrite(phrase(Phrase::fixOfWhich),
                                  {{s.span(-2), s.touchesPrevious(-1) ? " " : ""}, colonOut}));
        return f;
    }
    const bool leads = s.first() == -1 && startsValue(s.type(1));
    f.fixes.push_back(rewrite(phrase(Phrase::fixNoColon), {colonOut}, leads));
    return f;
}

Said slash(const Scene& s) {
    if (s.type() != P::PER) return {};
    if (s.type(-1) == P::YES_KW || s.type(1) == P::NO_KW) return unexpected(s, Phrase::yesOrNo);
    if (isNumber(s.type(-1)) && s.type(1) == P::NAME) {
        return unexpected(s, Phrase::perWithoutUnit);
    }
    if (!endsValue(s.type(-1)) || !startsValue(s.type(1))) return {};
    if (auto said = dateWithSlashes(s)) return said;
    if (isNumber(s.type(-1)) && isNumber(s.type(1)) && s.type(2) == P::NAME &&
        s.touchesPrevious() && s.touchesPrevious(1) && s.touchesPrevious(2)) {
        return unexpected(s, Phrase::rateOfMany);
    }
    if (s.type(-2) == P::BAR && s.touchesPrevious() && s.touchesPrevious(1)) {
        // | 4000 | 元/人/月: the unit of the number in the cell before
        int last = 1;
        while (s.type(last + 1) == P::PER && s.type(last + 2) == P::NAME)
            last += 2;
        const Span unit = cover(s.span(-1), s.span(last));
        std::string text = "\"";
        for (int at = -1; at <= last; ++at)
            text += s.view(at);
        return with(unexpected(s, Phrase::unitInQuotes), replace(unit, text + "\""));
    }
    return with(unexpected(s, Phrase::slashApart), replace(s.span(), " \u00f7 "));
}

Said minus(const Scene& s) {
    if (s.type() == P::MINUS && endsStatement(s.type(-1)) &&
        (s.type(1) == P::STRING || s.type(1) == P::NAME)) {
        return with(unexpected(s, Phrase::noBullet), replace(s.span(), "", true));
    }
    if (s.type() == P::MINUS && s.type(-1) == P::MINUS) {
        return with(unexpected(s, Phrase::oneMinus), replace(s.span(), ""));
    }
    const int at = s.type() == P::MINUS ? 0 : -1;
    if (s.type(at) != P::MINUS) return {};
    return with(unexpected(s, Phrase::loneMinus, at), replace(s.span(at), ""));
}

Said closingBracket(const Scene& s) {
    if (s.type() != P::RPAREN && s.type() != P::RBRACK) return {};
    const bool round = s.type() == P::RPAREN;
    if (const int open = s.openBracket(); open != 0) {
        const bool mates = (s.type(open) != P::LBRACK) == round;
        if (mates || !endsValue(s.type(-1))) return {};
        return with(unclosed(s, open), replace(s.span(), round ? "]" : ")"));
    }
    Finding f =
        finding(Code::unclosed, s.span(),
                {{"what", phrase(round ? Phrase::closingRound : Phrase::closingSquare)},
                 {"mate", phrase(round ? Phrase::openingRoundMate : Phrase::openingSquareMate)}});
    return with(std::move(f), replace(s.span(), ""));
}

Said openBracket(const Scene& s) {
    const int at = endsStatement(s.type()) || s.rule() == P::RuleLabel ? s.openBracket() : 0;
    if (at == 0 || !endsValue(s.type(-1))) return {};
    return with(unclosed(s, at), insert(endOf(s.span(-1)), s.type(at) == P::LBRACK ? "]" : ")"));
}

}  // namespace biao::parse

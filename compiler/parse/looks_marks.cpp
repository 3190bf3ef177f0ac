#include "parse/looks.h"
#include "parse/strings.h"

namespace biao::parse {

namespace {

bool betweenDigits(const Scene& s) {
    return s.type(-1) == P::NUMBER && s.type(1) == P::NUMBER;
}

}  // namespace

Said stray(const Scene& s) {
    if (s.type() != P::STRAY) return {};
    if (quoteAt(s.text()) != 0) return unexpected(s, Phrase::quoteAlone);
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

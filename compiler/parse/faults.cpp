#include "parse/faults.h"

#include <optional>

#include "parse/scene.h"
#include "parse/strings.h"
#include "syntax/words.h"

namespace biao::parse {
namespace {

using syntax::Joint;
using syntax::Suffix;
using Said = std::optional<Finding>;

/// One look at a fault: nothing when it is not of that sort.
using Look = Said (*)(const Scene&);

const std::string ge = "\u2265";
const std::string le = "\u2264";

Joint jointAt(const Scene& s, int offset = 0) {
    return s.type(offset) == P::NAME ? syntax::wordFrom<Joint>(s.folded(offset)) : Joint::none;
}

Finding with(Finding finding, Fix fix) {
    finding.fixes.push_back(std::move(fix));
    return finding;
}

bool betweenDigits(const Scene& s) {
    return s.type(-1) == P::NUMBER && s.type(1) == P::NUMBER;
}

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

/// > =, =<, ≥ ≥: signs of comparison that are one, or one too many.
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

/// 90%以上: a word after the number for which the language has a mark before it.
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

/// 90%至95%: a range is written with ~.
Said rangeWord(const Scene& s) {
    if (jointAt(s) != Joint::upTo || !endsValue(s.type(-1)) || !isNumber(s.type(1))) return {};
    return with(unexpected(s, Phrase::rangeMark), replace(s.span(), "~", true));
}

/// The bracket at `open` has no mate.
Finding unclosed(const Scene& s, int open) {
    const bool square = s.type(open) == P::LBRACK;
    return finding(
        Code::unclosed, s.span(open),
        {{"what", phrase(square ? Phrase::openingSquare : Phrase::openingRound)},
         {"mate", phrase(square ? Phrase::closingSquareMate : Phrase::closingRoundMate)}});
}

/// A number where a word has just ended: 约5人, 5人至10人, 102户321人, 核心业务1.
Said numberAfterWord(const Scene& s) {
    if (!isNumber(s.type()) || s.type(-1) != P::NAME) return {};
    if (jointAt(s, -1) == Joint::about) {
        return with(unexpected(s, Phrase::aboutNumber, -1), replace(s.span(-1), ""));
    }
    if (!isNumber(s.type(-2))) {
        if (const int open = s.openBracket(); open != 0) return unclosed(s, open);
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
    for (std::size_t at = 3; at < unit.size(); at += 3) {
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

/// 5人（含临聘）
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

/// 5 人 次: a unit in two pieces.
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

/// The statement ends, or its block begins, inside a bracket.
Said openBracket(const Scene& s) {
    const int at = endsStatement(s.type()) || s.rule() == P::RuleLabel ? s.openBracket() : 0;
    if (at == 0 || !endsValue(s.type(-1))) return {};
    return with(unclosed(s, at), insert(endOf(s.span(-1)), s.type(at) == P::LBRACK ? "]" : ")"));
}

/// "结论" 占: a word of the language where a value is meant.
Said reservedWord(const Scene& s) {
    switch (s.type()) {
        case P::SHARE_KW:
        case P::AND_KW:
        case P::OR_KW:
        case P::NOT_KW:
        case P::IN_KW:
        case P::LIKE_KW:
        case P::IS_KW:
        case P::ELSE_KW:
            break;
        default:
            return {};
    }
    if (!endsStatement(s.type(1)) || s.first() != -1) return {};
    return with(
        unexpected(s, Phrase::reservedWord),
        rewrite(phrase(Phrase::fixQuoteIt), {{startOf(s.span()), "\""}, {endOf(s.span()), "\""}}));
}

/// 质量指标, { … }: a comma that leads nothing.
Said emptyAttribute(const Scene& s) {
    const bool word = s.rule() == P::RuleWord || s.rule() == P::RuleAttribute;
    if (!word || s.type(-1) != P::COMMA || s.atEnd()) return {};
    return with(unexpected(s, Phrase::attributeAfterComma), replace(s.span(-1), ""));
}

bool inHeading(std::uint8_t rule) {
    switch (rule) {
        case P::RuleElement:
        case P::RuleHeading:
        case P::RuleSetting:
        case P::RuleDeclaration:
            return true;
        default:
            return false;
    }
}

/// 字段 甲 文本: what a heading says comes in one order.
Said heading(const Scene& s) {
    if (!inHeading(s.rule()) || s.first() == 0) return {};
    const auto lead = s.type(s.first());
    if (lead == P::RULE_KW || lead == P::SCHEME_KW || lead == P::BANDS_KW) {
        return s.atEnd() ? Said() : unexpected(s, Phrase::bodyInBraces);
    }
    if (lead == P::NAME) return {};  // a setting: what follows a value
    if (s.type() == P::NAME && s.type(-1) == P::NAME && s.first() == -2 && lead != P::USE_KW) {
        return with(
            unexpected(s, Phrase::kindAfterColon),
            rewrite(phrase(Phrase::fixInsert, {{"text", ":"}}), {{startOf(s.span()), ": "}}));
    }
    return s.atEnd() ? Said() : unexpected(s, Phrase::headingOrder);
}

/// The forms of a clause that need one certain mark.
Said clause(const Scene& s) {
    const int first = s.first();
    if (first == 0) return {};
    const auto lead = s.type(first);
    if (s.rule() == P::RuleBlock && (lead == P::WRONG_KW || lead == P::RIGHT_KW)) {
        return unexpected(s, Phrase::exampleShape);
    }
    const bool here = s.rule() == P::RuleClause || s.rule() == P::RuleClauseLine ||
                      (s.rule() == P::RuleTexts && s.text(-1).size() > 2);  // not zh, en
    if (!here) return {};
    const Localized found =
        s.atEnd() ? phrase(Phrase::lineEnd) : phrase(Phrase::quoted, {{"text", s.text()}});
    const Span at = s.atEnd() ? s.span(-1) : s.span();
    if (lead == P::LET_KW && s.type() != P::EQ) {
        return unexpected(at, found, phrase(Phrase::letShape));
    }
    if (lead == P::FOR_KW) return unexpected(at, found, phrase(Phrase::forShape));
    if ((isComparator(lead) || lead == P::ELSE_KW) && endsValue(s.type(-1))) {
        return unexpected(at, found, phrase(Phrase::stepShape));
    }
    return {};
}

Said valueAfterValue(const Scene& s) {
    if (!endsValue(s.type(-1)) || !startsValue(s.type())) return {};
    if (s.type() == P::NAME && (s.type(-1) == P::DATE || s.type(-1) == P::DATE_RANGE)) {
        return with(unexpected(s, Phrase::dateThenText), replace(s.span(), ""));
    }
    return unexpected(s, Phrase::nothingAfterValue);
}

constexpr Look looks[] = {
    stray,          comparators,     arrowForGe,     colon,          slash,     suffixWord,
    rangeWord,      numberAfterWord, noteInBrackets, partsJoined,    splitUnit, minus,
    closingBracket, openBracket,     reservedWord,   emptyAttribute, clause,    heading};

Phrase expectedIn(std::uint8_t rule) {
    switch (rule) {
        case P::RuleFile:
        case P::RuleTopLine:
            return Phrase::expectTopLevel;
        case P::RuleTitle:
            return Phrase::actualsShape;
        case P::RuleFormAlias:
            return Phrase::formAliasShape;
        case P::RuleLine:
        case P::RuleBlock:
            return Phrase::expectLine;
        case P::RuleDeclarationLine:
        case P::RuleDeclarations:
        case P::RuleElement:
        case P::RuleHeading:
        case P::RuleSetting:
        case P::RuleDeclaration:
            return Phrase::expectDeclaration;
        case P::RuleClauses:
        case P::RuleClauseLine:
        case P::RuleClause:
            return Phrase::expectClause;
        case P::RuleItem:
        case P::RuleRow:
        case P::RuleCells:
            return Phrase::nothingAfterValue;
        case P::RuleWord:
        case P::RuleAttribute:
        case P::RulePart:
        case P::RulePathWord:
            return Phrase::expectName;
        default:
            return Phrase::expectValue;
    }
}

/// The line, or the heading of a block, stopped short.
Finding describeEnd(const Scene& s) {
    const auto last = s.type(-1);
    const bool valueWanted = isComparator(last) || last == P::EQ;
    const Span at = s.span(-1);
    Finding f = unexpected(
        s.atEnd() ? at : s.span(),
        s.atEnd() ? phrase(Phrase::lineEnd) : phrase(Phrase::quoted, {{"text", s.text()}}),
        phrase(valueWanted ? Phrase::valueAfter : Phrase::unfinished, {{"text", s.text(-1)}}));
    if (last == P::COMMA) f.fixes.push_back(replace(at, ""));
    return f;
}

}  // namespace

Finding describe(const Fault& fault, const Tokens& tokens, FileId file, std::string_view source) {
    const Scene scene(fault.token, tokens, file, source, fault.rule);
    for (const Look look : looks) {
        if (auto said = look(scene)) return *std::move(said);
    }
    const bool stops = scene.atEnd() || (scene.type() == P::LBRACE && !endsValue(scene.type(-1)));
    if (stops && !endsStatement(scene.type(-1))) return describeEnd(scene);
    if (auto said = valueAfterValue(scene)) return *std::move(said);
    if (scene.type() == P::END_OF_FILE) {
        return unexpected(scene.span(), phrase(Phrase::lineEnd), phrase(expectedIn(fault.rule)));
    }
    const bool inside = expectedIn(fault.rule) == Phrase::expectTopLevel && scene.first() != 0;
    return unexpected(scene, inside ? Phrase::nothingAfterValue : expectedIn(fault.rule));
}

}  // namespace biao::parse

#include "parse/faults.h"

#include "parse/looks.h"

namespace biao::parse {

Finding with(Finding finding, Fix fix) {
    finding.fixes.push_back(std::move(fix));
    return finding;
}

Finding unclosed(const Scene& s, int open) {
    const bool square = s.type(open) == P::LBRACK;
    return finding(
        Code::unclosed, s.span(open),
        {{"what", phrase(square ? Phrase::openingSquare : Phrase::openingRound)},
         {"mate", phrase(square ? Phrase::closingSquareMate : Phrase::closingRoundMate)}});
}

namespace {

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
        case P::ACCEPT_KW:
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
    const bool word =
        s.rule() == P::RuleWord || s.rule() == P::RuleAttribute || s.rule() == P::RuleAnnotations;
    if (!word || s.type(-1) != P::COMMA || s.atEnd()) return {};
    if (isNumber(s.type()) && isNumber(s.type(-2)) && s.touchesPrevious()) {
        return unexpected(s, Phrase::commaInNumber, -1);  // 20,00,00元: of what, nobody knows
    }
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

constexpr Look looks[] = {stray,          comparators,
                          arrowForGe,     colon,
                          slash,          suffixWord,
                          placeholder,    rangeWord,
                          timesLetter,    equationWithoutMark,
                          dateInPieces,   numberAfterWord,
                          noteInBrackets, attributeWithoutComma,
                          numeralInWords, partsJoined,
                          splitUnit,      minus,
                          closingBracket, openBracket,
                          reservedWord,   emptyAttribute,
                          clause,         heading};

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
        case P::RuleAcceptance:
            return Phrase::expectAcceptance;
        case P::RuleWord:
        case P::RuleAttribute:
        case P::RuleAnnotations:
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

// From the unit word of a literal to a unit, or to the one finding that says what is wrong with it.
#include <utility>
#include <variant>

#include "diagnostics/phrases.h"
#include "expression/arithmetic.h"

namespace biao::expression {
namespace {

using syntax::Suffix;

/// A place for the part of a word, when the folded text is as long as what stands in the source.
std::optional<Span> place(const syntax::Word& word, TextPart part) {
    if (part.offset == 0 && part.length == word.text.size()) return word.span;
    if (word.span.end - word.span.begin != word.text.size()) return std::nullopt;
    const auto begin = word.span.begin + static_cast<std::uint32_t>(part.offset);
    return Span{word.span.file, begin, begin + static_cast<std::uint32_t>(part.length)};
}

Fix writeInstead(Span span, const std::string& text, bool certain) {
    return {phrase(Phrase::fixWrite, {{"text", text}}), {{span, text}}, certain};
}

/// A unit word, what to call it in a message, and the number before it, if that is known.
struct Reader {
    const UnitTable& units;
    const syntax::Word& word;
    const syntax::Expr* literal;
    const Slot& slot;
    Findings& findings;

    std::optional<UnitRef> read() {
        ReadResult result = units.read(word.text);
        if (const auto* rate = std::get_if<MalformedRate>(&result)) return malformed(*rate);
        if (const auto* lone = std::get_if<LoneMagnitude>(&result)) return magnitude(*lone);
        if (const auto* unknownWord = std::get_if<UnknownWord>(&result)) {
            if (!suffixed()) unknown(*unknownWord);
            return std::nullopt;
        }
        UnitRef unit = std::get<UnitRef>(std::move(result));
        if (slot.dimension && unit->ambiguous()) {
            if (UnitRef meant = units.narrow(unit, *slot.dimension)) return meant;
        }
        return unit;
    }

private:
    std::string whole() const {
        return (literal ? std::string(literal->text) : std::string()) + std::string(word.text);
    }

    void unknown(const UnknownWord& found) {
        const auto at = place(word, found.part);
        std::string text(word.text.substr(found.part.offset, found.part.length));
        if (text.empty()) text = word.text;
        if (units.isOutcome(text) && found.part.length == word.text.size()) return outcome(text);
        Finding said =
            finding(Code::unknownUnit, at && !at->empty() ? *at : word.span,
                    {{"unit", text},
                     {"suggestion", found.suggestion
                                        ? phrase(Phrase::didYouMean, {{"name", *found.suggestion}})
                                        : Localized()}});
        if (found.suggestion && at) {
            said.fixes.push_back(writeInstead(*at, *found.suggestion, found.certain));
        }
        findings.add(std::move(said));
    }

    /// 1达标, ≥95及时: how it turns out stands where the unit does.
    void outcome(const std::string& text) {
        Finding said = finding(
            Code::unknownUnit, word.span,
            {{"unit", text}, {"suggestion", phrase(Phrase::outcomeIsNoUnit, {{"word", text}})}});
        const Number number = literal ? readNumber(*literal) : Number(0);
        if (number == Number(1) && !slot.marked) {
            said.fixes.push_back(writeInstead(cover(literal->span, word.span), text, false));
        } else if (number >= Number(80) && number <= Number(100)) {
            said.fixes.push_back(writeInstead(word.span, "%", false));
        }
        findings.add(std::move(said));
    }

    std::optional<UnitRef> malformed(const MalformedRate& rate) {
        Finding said =
            finding(Code::malformedRate, word.span,
                    {{"unit", std::string(word.text)},
                     {"suggestion", phrase(Phrase::writeUnit, {{"text", rate.suggestion}})}});
        said.fixes.push_back(writeInstead(word.span, rate.suggestion, true));
        findings.add(std::move(said));
        // What was meant is certain, so that what builds on it can still be checked.
        ReadResult meant = units.read(rate.suggestion);
        if (auto* unit = std::get_if<UnitRef>(&meant)) return std::move(*unit);
        return std::nullopt;
    }

    std::optional<UnitRef> magnitude(const LoneMagnitude& lone) {
        const std::string& missing = slot.unitAfterMagnitude;
        const bool meant = !missing.empty() && lone.part.offset == 0;
        // 1万/人/年: behind the 万, before what it is over
        std::string better = whole();
        better.insert(better.size() - word.text.size() + lone.part.offset + lone.part.length,
                      missing);
        Finding said =
            finding(Code::missingUnit, literal ? literal->span : word.span,
                    {{"value", whole()},
                     {"suggestion", meant ? phrase(Phrase::writeUnit, {{"text", std::move(better)}})
                                          : Localized()}});
        const auto at = place(word, lone.part);
        if (meant && at) {
            said.fixes.push_back({phrase(Phrase::fixInsert, {{"text", missing}}),
                                  {{{at->file, at->end, at->end}, missing}},
                                  false});
        }
        findings.add(std::move(said));
        return std::nullopt;
    }

    /// 5人以上: a unit and a word for which the language has a mark before the number.
    bool suffixed() {
        for (std::size_t at = 0; at < word.text.size(); ++at) {
            if ((static_cast<unsigned char>(word.text[at]) & 0xC0U) == 0x80U) continue;
            const Suffix suffix = syntax::wordFrom<Suffix>(word.text.substr(at));
            if (suffix == Suffix::none) continue;
            const std::string_view unit = word.text.substr(0, at);
            if (!unit.empty() && !std::holds_alternative<UnitRef>(units.read(unit))) continue;
            saySuffix(suffix, {at, word.text.size() - at});
            return true;
        }
        return false;
    }

    void saySuffix(Suffix suffix, TextPart part) {
        const auto at = place(word, part);
        const std::string text(word.text.substr(part.offset));
        Finding said = finding(
            Code::unexpected, at.value_or(word.span),
            {{"found", phrase(Phrase::quoted, {{"text", text}})},
             {"expected",
              phrase(suffix == Suffix::about ? Phrase::aboutNumber : Phrase::suffixIsMark)}});
        if (at && literal && suffix != Suffix::about) {
            const std::string mark = suffix == Suffix::orMore ? "\u2265" : "\u2264";
            Fix fix{phrase(Phrase::fixMark, {{"mark", mark}}), {}, true};
            if (slot.marked) {
                fix = {phrase(Phrase::fixRemove), {}, false};
            } else {
                const Span before{literal->span.file, literal->span.begin, literal->span.begin};
                fix.edits.push_back({before, mark});
            }
            fix.edits.push_back({*at, ""});
            said.fixes.push_back(std::move(fix));
        }
        findings.add(std::move(said));
    }
};

}  // namespace

std::optional<UnitRef> readUnit(const UnitTable& units, const syntax::Word& word, const Slot& slot,
                                Findings& findings) {
    return Reader{units, word, nullptr, slot, findings}.read();
}

std::optional<UnitRef> readUnit(const UnitTable& units, const syntax::Expr& literal,
                                const Slot& slot, Findings& findings) {
    return Reader{units, literal.unit, &literal, slot, findings}.read();
}

}  // namespace biao::expression

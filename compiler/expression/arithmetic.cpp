#include "expression/arithmetic.h"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

#include "base/limits.h"
#include "diagnostics/phrases.h"

namespace biao::expression {
namespace {

using syntax::Expr;
using syntax::ExprId;
using syntax::ExprKind;
using syntax::Operand;
using syntax::Operator;

class Calculator {
public:
    Calculator(const UnitTable& units, const syntax::File& file, Findings& findings)
        : units_(units), file_(file), findings_(findings) {}

    Amount evaluate(ExprId id, const Slot& slot) {
        if (!id) return {};
        const Expr& e = file_[id];
        switch (e.kind) {
            case ExprKind::number:
                return literal(e, slot);
            case ExprKind::ratio:
                return ratio(e, id);
            case ExprKind::asked:
                return Amount::asked(e.span);
            case ExprKind::blank:
                return {};
            case ExprKind::notApplicable:
                return Amount::notApplicable();
            case ExprKind::date:
                return duration(e, slot);
            case ExprKind::sum:
                return sum(e, slot);
            case ExprKind::product:
                return fitted(product(e), slot);
            case ExprKind::negate:
                return negated(evaluate(file_.of(e.operands)[0].expr, slot));
            case ExprKind::missing:
                return Amount::unknown(e.span);
            default:
                return notACalculation(e, id);
        }
    }

private:
    Amount literal(const Expr& e, const Slot& slot) {
        Quantity quantity{readNumber(e), slot.unit};
        if (e.unit) {
            std::optional<UnitRef> unit = readUnit(units_, e, slot, findings_);
            if (!unit) return Amount::unknown(e.span);
            quantity.unit = *std::move(unit);
        }
        return quantity;
    }

    Amount ratio(const Expr& e, ExprId id) {
        const auto colon = e.text.find(':');
        const Number over = Number::parse(e.text.substr(0, colon)).value_or(0);
        const Number under = Number::parse(e.text.substr(colon + 1)).value_or(0);
        const std::optional<Number> value = over.divided(under);
        if (!value) return dividedByZero(e.span, spelled(file_, id));
        return Quantity{*value, units_.unitFor(Dimension())};
    }

    /// 10月 in a calculation: ten months are meant.
    Amount duration(const Expr& e, const Slot& slot) {
        const std::size_t digits = std::min(e.text.find_first_not_of("0123456789"), e.text.size());
        const std::size_t rest = std::min(e.text.find_first_not_of(' ', digits), e.text.size());
        const std::string number(e.text.substr(0, digits));
        const bool month = syntax::wordFrom<syntax::CalendarUnit>(e.text.substr(rest)) ==
                           syntax::CalendarUnit::month;
        const std::string word = syntax::spelling(syntax::CalendarUnit::duration).zh;
        const ReadResult unit = units_.read(word);
        const UnitRef* const months = std::get_if<UnitRef>(&unit);
        const std::optional<Number> value = Number::parse(number);
        if (!month || !months || !value) {
            return notSupported(e.span, std::string(e.text));
        }
        const std::string plain = value->text() + word;
        Finding said = finding(Code::oddSpelling, e.span,
                               {{"what", phrase(Phrase::monthIsDate, {{"text", std::string(e.text)},
                                                                      {"plain", plain}})}});
        said.fixes.push_back(
            {phrase(Phrase::fixWrite, {{"text", plain}}), {{e.span, plain}}, true});
        findings_.add(std::move(said));
        const UnitRef meant = slot.dimension ? narrowed(*months, *slot.dimension) : nullptr;
        return Quantity{*value, meant ? meant : *months};
    }

    Amount sum(const Expr& e, const Slot& slot) {
        std::vector<Amount> terms;
        const auto operands = file_.of(e.operands);
        for (const Operand& operand : operands) {
            Amount term = evaluate(operand.expr, slot);
            terms.push_back(operand.op == Operator::minus ? negated(std::move(term))
                                                          : std::move(term));
        }
        auto result = biao::sum(units_, terms);
        if (const auto* clash = std::get_if<Clash>(&result)) {
            return clashed(operands, terms, clash->index);
        }
        return fitting(std::get<Total>(std::move(result)).amount, e.span);
    }

    /// A number of more digits than anybody can mean is not calculated with.
    Amount fitting(Amount worked, Span span) {
        const std::uint32_t most = Limits{}.resultDigits;
        if (!worked.isKnown() || !worked.quantity().value.isLong(most)) return worked;
        findings_.add(
            finding(Code::limitExceeded, span,
                    {{"what", phrase(Phrase::digitsOfResult)}, {"limit", std::to_string(most)}}));
        return Amount::unknown(span);
    }

    Amount clashed(syntax::File::Slice<Operand> operands, const std::vector<Amount>& terms,
                   std::size_t index) {
        const auto first = static_cast<std::uint32_t>(
            std::find_if(
                terms.begin(), terms.end(),
                [](const Amount& term) { return term.isKnown() && !term.quantity().bareZero(); }) -
            terms.begin());
        const ExprId found = operands[static_cast<std::uint32_t>(index)].expr;
        const Span span = file_[found].span;
        findings_.add(finding(Code::dimensionMismatch, span,
                              {{"found", spelled(file_, found)},
                               {"foundKind", describeKind(units_, terms[index].quantity())},
                               {"expected", spelled(file_, operands[first].expr)},
                               {"expectedKind", describeKind(units_, terms[first].quantity())},
                               {"action", phrase(Phrase::actionAdd)}}));
        return Amount::unknown(span);
    }

    Amount product(const Expr& e) {
        std::optional<Amount> result;
        const Slot none;
        for (const Operand& operand : file_.of(e.operands)) {
            const Amount factor = evaluate(operand.expr, none);
            if (!result) {
                result = factor;
            } else if (operand.op != Operator::over) {
                result = biao::product(units_, *result, factor);
            } else if (std::optional<Amount> divided = quotient(units_, *result, factor)) {
                result = std::move(divided);
            } else {
                const ExprId divisor = operand.expr;
                result = dividedByZero(file_[divisor].span, spelled(file_, divisor));
            }
            result = fitting(*std::move(result), e.span);
        }
        return result.value_or(Amount());
    }

    /// A whole product in its slot: a bare number takes its unit, a homonym its dimension.
    static Amount fitted(Amount amount, const Slot& slot) {
        if (!amount.isKnown()) return amount;
        Quantity quantity = amount.quantity();
        if (quantity.bare()) {
            quantity.unit = slot.unit;
        } else if (slot.dimension && quantity.unit->ambiguous()) {
            if (const UnitRef meant = narrowed(quantity.unit, *slot.dimension))
                quantity.unit = meant;
        }
        return quantity;
    }

    static Amount negated(Amount amount) {
        if (!amount.isKnown()) return amount;
        return Quantity{-amount.quantity().value, amount.quantity().unit};
    }

    Amount dividedByZero(Span span, std::string text) {
        findings_.add(finding(Code::notUnderstood, span,
                              {{"text", std::move(text)},
                               {"what", phrase(Phrase::whatMeasure)},
                               {"reason", phrase(Phrase::divisorIsZero)}}));
        return Amount::unknown(span);
    }

    Amount notACalculation(const Expr& e, ExprId id) {
        return notSupported(e.span, spelled(file_, id));
    }

    Amount notSupported(Span span, std::string text) {
        findings_.add(
            finding(Code::notSupported, span,
                    {{"what", phrase(Phrase::inCalculation, {{"text", std::move(text)}})}}));
        return Amount::unknown(span);
    }

    const UnitTable& units_;
    const syntax::File& file_;
    Findings& findings_;
};

}  // namespace

Number readNumber(const syntax::Expr& literal) {
    if (!literal.grouped) return Number::parse(literal.text).value_or(0);
    std::string digits(literal.text);
    std::erase(digits, ',');
    return Number::parse(digits).value_or(0);
}

Amount evaluate(const UnitTable& units, const syntax::File& file, ExprId expr, const Slot& slot,
                Findings& findings) {
    return Calculator(units, file, findings).evaluate(expr, slot);
}

Localized describeKind(const UnitTable& units, const Dimension& dimension) {
    const Localized ratio = phrase(Phrase::kindRatio);
    return {units.describe(dimension, Language::zh, ratio.zh),
            units.describe(dimension, Language::en, ratio.en)};
}

Localized describeKind(const UnitTable& units, const Quantity& quantity) {
    const Reading* const reading = firstReading(quantity);
    return reading ? describeKind(units, reading->dimension) : phrase(Phrase::kindBare);
}

Localized describe(const Slip& slip) {
    switch (slip.kind) {
        case Slip::Kind::powerOfTen: {
            const Number times = Number::pow10(slip.power < 0 ? -slip.power : slip.power);
            return phrase(slip.power > 0 ? Phrase::slipTimesMore : Phrase::slipTimesLess,
                          {{"times", times.text()}});
        }
        case Slip::Kind::digitReplaced:
            return phrase(Phrase::slipReplaced);
        case Slip::Kind::digitDropped:
            return phrase(Phrase::slipDropped);
        case Slip::Kind::digitAdded:
            return phrase(Phrase::slipAdded);
        case Slip::Kind::swapped:
            return phrase(Phrase::slipSwapped);
    }
    return {};
}

}  // namespace biao::expression

// 财政拨款 367.3万元 占 32.02%: a stated share against the part and its total. As printed: half a
// unit of the last place is rounding, a whole one is what a share trimmed to reach 100 % is off by.
// 占 ? is worked out. A bare number is no share: 0.67 may be meant for 67% as well as for 0.67%.
#include "checks/checks.h"
#include "checks/printed.h"
#include "checks/slip_hint.h"
#include "diagnostics/phrases.h"

namespace biao::checks {
namespace {

using model::Row;

struct Share {
    Localized name;
    Amount part;
    Amount whole;
    Amount stated;
    Span span;
};

class ShareCheck {
public:
    explicit ShareCheck(const Context& context)
        : context_(context), percent_(ratioUnit(context.units())) {}

    void check(const Share& share) {
        if (share.stated.state() == State::asked) return solve(share);
        if (!share.stated.isKnown()) return;
        const Quantity& stated = share.stated.quantity();
        if (stated.bare() && !stated.bareZero()) return bare(share, stated.value);
        const UnitRef unit = stated.bare() ? percent_ : stated.unit;
        const auto exact = ratio(share, unit);
        if (!exact) return;
        const int places = placesOf(written(share.span));
        const Number step = Number::pow10(-places);
        if ((stated.value - *exact).abs() <= step) return;
        const Quantity rounded{toStep(*exact, step), unit};
        Finding f = finding(Code::shareDiffers, share.span,
                            {{"name", share.name},
                             {"found", shown(stated)},
                             {"expected", shown(rounded)},
                             {"arithmetic", arithmetic(share)}});
        hintAtSlip(stated, rounded, share.span, f);
        fix(f, share.span, rounded, false);
        context_.findings.add(std::move(f));
    }

private:
    std::string_view written(Span span) const { return context_.submission.slice(span); }

    /// The share that the amounts make, in that unit; nothing where one of them is not there.
    std::optional<Number> ratio(const Share& share, const UnitRef& unit) const {
        const auto made = quotient(context_.units(), share.part, share.whole);
        if (!made || !made->isKnown()) return std::nullopt;
        return numberIn(context_.units(), made->quantity(), unit);
    }

    static Localized arithmetic(const Share& share) {
        const Localized part = shown(share.part.quantity());
        const Localized whole = shown(share.whole.quantity());
        return {part.zh + " ÷ " + whole.zh, part.en + " ÷ " + whole.en};
    }

    static void fix(Finding& f, Span span, const Quantity& share, bool certain) {
        const Localized text = shown(share);
        f.fixes.push_back({phrase(Phrase::fixWrite, {{"text", text}}), {{span, text.zh}}, certain});
    }

    /// The percentage that was probably meant: the one that the amounts make, else the one above
    /// 1%.
    void bare(const Share& share, const Number& number) {
        const Number hundred = number * 100;
        const bool small = number <= Number(1);
        Number meant = small ? hundred : number;
        if (const auto exact = ratio(share, percent_)) {
            const Number step = Number::pow10(-placesOf(written(share.span)));
            if ((number - *exact).abs() <= step) meant = number;
            if ((hundred - *exact).abs() <= step * 100) meant = hundred;
        }
        const Quantity share_{meant, percent_};
        const Localized suggestion = phrase(Phrase::shareIsRatio, {{"text", shown(share_)}});
        Finding f =
            finding(Code::missingUnit, share.span,
                    {{"value", std::string(written(share.span))}, {"suggestion", suggestion}});
        fix(f, share.span, share_, false);
        context_.findings.add(std::move(f));
    }

    void solve(const Share& share) {
        const Localized name = phrase(Phrase::shareOf, {{"name", share.name}});
        const auto unsolved = [&](Phrase reason) {
            context_.findings.add(
                finding(Code::unsolved, share.span, {{"name", name}, {"reason", phrase(reason)}}));
        };
        for (const Amount* one : {&share.part, &share.whole}) {
            if (one->state() == State::unknown) return;  // which has been said
        }
        if (share.part.isOpen() || share.whole.isOpen()) return unsolved(Phrase::severalUnknowns);
        if (!share.part.isKnown() || !share.whole.isKnown()) return unsolved(Phrase::shareUnknown);
        if (share.whole.quantity().value.isZero()) return unsolved(Phrase::divisorIsZero);
        const auto exact = ratio(share, percent_);
        if (!exact) return;  // of two kinds, which has been said
        const Printed right = printed({*exact, percent_}, 2, Number::pow10(-2));
        Localized value = shown(right.quantity);
        if (!right.exact) value = {"≈" + value.zh, "≈" + value.en};
        Finding f = finding(Code::solved, share.span,
                            {{"name", name}, {"value", value}, {"arithmetic", arithmetic(share)}});
        fix(f, share.span, right.quantity, right.exact);
        context_.findings.add(std::move(f));
    }

    const Context& context_;
    const UnitRef percent_;
};

}  // namespace

void shareDiffers(const Context& context) {
    ShareCheck check(context);
    const auto& rows = context.submission.rows;
    for (const Row& row : rows) {
        if (row.share && row.parent) {
            check.check({std::string(row.name), row.value().number(),
                         rows[row.parent.value].value().number(), *row.share, row.shareSpan});
        }
        for (const model::Equation& equation : row.equations) {
            for (const model::Equation::Term& term : equation.terms) {
                if (!term.share) continue;
                check.check({std::string(term.name.empty() ? row.name : term.name), term.amount,
                             row.value().number(), *term.share, term.shareSpan});
            }
        }
    }
}

}  // namespace biao::checks

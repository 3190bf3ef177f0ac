// 执行率 = 执行 ÷ 预算, 执行率 70%: what a form works out against what is stated. A blank asserts
// nothing; a `?` is filled in.
#include <algorithm>
#include <set>

#include "checks/checks.h"
#include "checks/printed.h"
#include "checks/slip_hint.h"
#include "diagnostics/phrases.h"
#include "model/world.h"

namespace biao::checks {
namespace {

using definitions::Element;
using definitions::ElementKind;
using definitions::Exactness;
using definitions::ZeroByZero;
using expression::WorkedOut;
using model::Row;
using model::RowKind;
using model::Value;

class FormulaCheck {
public:
    FormulaCheck(const Context& context, const expression::CompiledFormula& formula,
                 const model::ColumnRef& column, const std::set<Span>& wrong)
        : context_(context),
          formula_(formula),
          wrong_(wrong),
          column_(column),
          element_(context.form()[formula.element]),
          exact_(element_.exactness) {}

    void check(const WorkedOut& made) {
        if (doubted(made)) return;
        const Row& row = context_.submission.rows[made.row.value];
        const model::Cell* cell = row.cell(column_);
        if (!cell || cell->inherited || isSum(row)) return;
        const Value& value = cell->value;
        if (value.type == Value::Type::asked) return solve(row, value, made);
        const bool plain = value.op == syntax::Operator::none || value.op == syntax::Operator::eq;
        if (value.type == Value::Type::measure && plain && value.amount.isKnown()) {
            return compare(row, value, made);
        }
        const bool none = value.type == Value::Type::notApplicable;
        if (none && made.settled && made.amount.isKnown()) differs(row, value, made, std::nullopt);
    }

private:
    /// A cell it is worked out from was said to be wrong itself, or to want another number: what
    /// comes of it is not this row's mistake.
    bool doubted(const WorkedOut& made) const {
        return std::any_of(made.operands.begin(), made.operands.end(),
                           [&](const Related& one) { return wrong_.count(one.span) > 0; });
    }

    /// A line that adds up others is their sum in a column of amounts, not what its own row gives.
    bool isSum(const Row& row) const {
        if (row.kind != RowKind::line || element_.kind != ElementKind::column) return false;
        const bool ratio = std::all_of(
            element_.kinds.begin(), element_.kinds.end(), [](const definitions::Kind& kind) {
                return kind.type == definitions::Kind::Type::dimension && kind.dimension.empty();
            });
        return !ratio && !context_.form()[row.element].decompositions.empty();
    }

    Localized name(const Row& row) const {
        if (row.kind == RowKind::field) return element_.shown();
        const Element& line = context_.form()[row.element];
        const bool own = row.kind == RowKind::indicator || line.kind != ElementKind::line;
        return phrase(Phrase::cellName,
                      {{"row", own ? Localized(std::string(row.name)) : line.shown()},
                       {"column", column_.year ? yearsOf(column_)
                                               : context_.form()[formula_.column].shown()}});
    }

    /// The digit that is held to, and how far from it a stated number may be.
    struct Margin {
        Number digit;
        Number off;
    };
    Margin margin(const Quantity& stated, int places) const {
        const auto inItsUnit = [&](const Quantity& quantity) {
            if (quantity.bare()) return quantity.value;
            return numberIn(context_.units(), quantity, stated.unit).value_or(quantity.value);
        };
        const Number last = Number::pow10(-places);
        Margin made{exact_.step ? inItsUnit(*exact_.step) : last, 0};
        if (exact_.step || exact_.asPrinted || formula_.divides) {
            made.off = *made.digit.divided(2);
        }
        if (exact_.lastDigits) made.off = std::max(made.off, *exact_.lastDigits * last);
        if (exact_.margin) made.off = std::max(made.off, inItsUnit(*exact_.margin));
        return made;
    }

    void compare(const Row& row, const Value& value, const WorkedOut& made) {
        const Quantity& stated = value.amount.quantity();
        const bool takesBare = takesNumbers();
        if (stated.bare() && !takesBare && !stated.bareZero())
            return;  // it lacks a unit, which has been said
        if (made.amount.state() == State::notApplicable && made.settled) {
            return differs(row, value, made, std::nullopt);
        }
        if (!made.amount.isKnown()) return;
        const UnitRef unit =
            stated.bare() && !takesBare ? written(made.amount.quantity()).unit : stated.unit;
        const auto computed = numberIn(context_.units(), made.amount.quantity(), unit);
        if (!computed) return;  // one of them is of the wrong kind, which has been said
        const int places = placesOf(value.text);
        const Margin allowed = margin({stated.value, unit}, places);
        if ((stated.value - *computed).abs() <= allowed.off) return;
        const Printed right = printed({*computed, unit}, places, allowed.digit);
        // Where rounding hides the difference, the exact number shows it.
        const bool hidden = right.quantity.value == stated.value;
        differs(row, value, made, hidden ? Printed{{*computed, unit}, true} : right);
    }

    /// A `/` takes the blanks around it.
    Span trimmed(Span span) const {
        const auto text = context_.submission.slice(span);
        while (!span.empty() && text[span.end - 1 - (span.begin)] == ' ')
            --span.end;
        std::uint32_t lead = 0;
        while (span.begin + lead < span.end && text[lead] == ' ')
            ++lead;
        span.begin += lead;
        return span;
    }

    /// Nothing is right: it is not applicable. Of a `/` the number that was wanted is not said.
    void differs(const Row& row, const Value& value, const WorkedOut& made,
                 const std::optional<Printed>& right) {
        Localized expected = phrase(Phrase::notApplicableHere);
        std::string fixed = "/";
        Localized apart;
        Localized difference;
        std::string sign = " = ";
        if (right || made.amount.isKnown()) {
            const Printed number = right ? *right : Printed{written(made.amount.quantity()), true};
            expected = shown(number.quantity);
            fixed = inPlaceOf(context_, value.span, number.quantity).zh;
            if (!number.exact) sign = " ≈ ";
        }
        if (right) {
            Quantity gap = right->quantity;
            gap.value = (value.amount.quantity().value - gap.value).abs();
            difference = shown(gap);
            apart = phrase(Phrase::apart, {{"difference", difference}});
        }
        const Localized of = name(row);
        const Span at = trimmed(value.span);
        const std::string found(context_.submission.slice(at));
        Finding f = finding(
            Code::equationDiffers, at,
            {{"found", {of.zh + " " + found, of.en + " " + found}},
             {"arithmetic",
              {made.arithmetic.zh + sign + expected.zh, made.arithmetic.en + sign + expected.en}},
             {"apart", apart},
             {"expected", expected}});
        if (right) f.arguments.push_back({"difference", difference});
        f.related = made.operands;
        if (right) hintAtSlip(value.amount.quantity(), right->quantity, at, f);
        f.fixes.push_back({phrase(Phrase::fixWrite, {{"text", fixed}}), {{at, fixed}}, false});
        f.group = "formula " + element_.id;
        context_.findings.add(std::move(f));
    }

    bool takesNumbers() const {
        return std::any_of(element_.kinds.begin(), element_.kinds.end(), [](const auto& kind) {
            return kind.type == definitions::Kind::Type::number;
        });
    }

    /// In the unit people write it in: the column's, % for a ratio.
    Quantity written(const Quantity& quantity) const {
        const bool takesBare = takesNumbers();
        UnitRef unit = context_.form()[formula_.column ? formula_.column : formula_.element].unit;
        const Reading* first = firstReading(quantity);
        const UnitRef& money = context_.form().moneyUnit;
        if (!unit && !takesBare && (!first || first->dimension.empty())) {
            unit = ratioUnit(context_.units());
        } else if (!unit && first && money &&
                   money->readings().front().dimension == first->dimension) {
            unit = money;
        }
        if (!unit && !takesBare) return quantity;
        const auto number = numberIn(context_.units(), quantity, unit);
        return number ? Quantity{*number, unit} : quantity;
    }

    void solve(const Row& row, const Value& value, const WorkedOut& made) {
        const Localized of = name(row);
        const auto unsolved = [&](Phrase reason) {
            context_.findings.add(
                finding(Code::unsolved, value.span, {{"name", of}, {"reason", phrase(reason)}}));
        };
        if (made.asks) return unsolved(Phrase::severalUnknowns);
        if (made.byZero) return unsolved(Phrase::divisorIsZero);
        const bool none = made.amount.state() == State::notApplicable && made.settled;
        if (made.amount.isOpen()) return;  // what is not understood has been said
        if (!made.amount.isKnown() && !none) return unsolved(Phrase::nothingToAdd);
        Localized answer = phrase(Phrase::notApplicableHere);
        std::string fixed = "/";
        bool exact = true;
        if (!none) {
            const Quantity number = written(made.amount.quantity());
            const Number step = margin(number, 2).digit;
            const Printed right = printed(number, 2, step);
            answer = shown(right.quantity);
            fixed = answer.zh;
            exact = right.exact;
            if (!exact) answer = {"≈" + answer.zh, "≈" + answer.en};
        }
        Finding f = finding(Code::solved, value.span,
                            {{"name", of}, {"value", answer}, {"arithmetic", made.arithmetic}});
        f.fixes.push_back(
            {phrase(Phrase::fixWrite, {{"text", fixed}}), {{value.amount.cause(), fixed}}, exact});
        context_.findings.add(std::move(f));
    }

    const Context& context_;
    const expression::CompiledFormula& formula_;
    const std::set<Span>& wrong_;
    const model::ColumnRef column_;
    const Element& element_;
    const Exactness& exact_;
};

/// Cells out of their bounds, and those that are to be another number for a sum to be right.
std::set<Span> wrongCells(const Findings& findings) {
    std::set<Span> out;
    for (const Finding& f : findings.list()) {
        if (f.code == info(Code::outOfBounds).id) out.insert(f.span);
        if (f.code != info(Code::partsDoNotSum).id) continue;
        for (const Fix& fix : f.fixes) {
            if (fix.edits.size() == 1) out.insert(fix.edits[0].span);
        }
    }
    return out;
}

}  // namespace

void formulaDiffers(const Context& context, const Formulas& formulas) {
    if (formulas.formulas.empty()) return;
    const definitions::Form& form = context.form();
    const std::set<Span> wrong = wrongCells(context.findings);
    model::SubmissionWorld world(context.submission, context.units());
    const auto checkIn = [&](const expression::CompiledFormula& formula,
                             const model::ColumnRef& column) {
        FormulaCheck check(context, formula, column, wrong);
        world.lookAt(column.year ? column : model::ColumnRef());
        for (const WorkedOut& made :
             expression::workOut(formula, world, context.library, context.findings))
            check.check(made);
    };
    for (const auto& formula : formulas.formulas) {
        if (!formula.column || !form[formula.column].period.each) {
            checkIn(formula, {formula.column});
            continue;
        }
        // In each of the columns that the submission opened.
        const auto* opened = context.submission.columnsOf(form.owner(formula.element));
        if (!opened) continue;
        for (const model::ColumnRef& column : *opened) {
            if (column.element == formula.column && column.year) checkIn(formula, column);
        }
    }
}

}  // namespace biao::checks

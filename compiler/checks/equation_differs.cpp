// ≤ 4万元 = 5人 × 800元/人/月 × 10个月: what stands after a value's `=` gives the value. A `?`
// before it is worked out.
#include <algorithm>

#include "checks/checks.h"
#include "checks/printed.h"
#include "checks/slip_hint.h"
#include "checks/split.h"
#include "diagnostics/phrases.h"
#include "expression/arithmetic.h"

namespace biao::checks {
namespace {

using model::Equation;
using model::Row;
using model::RowKind;

Split splitOf(const Row& row, const Equation& equation) {
    Split split;
    split.name = std::string(row.name);
    split.total = row.value().number();
    split.span = row.value().isBlank() ? equation.span : row.value().span;
    split.ofWhich = equation.ofWhich;
    split.label = std::string(equation.label);
    for (const Equation::Term& term : equation.terms) {
        split.parts.push_back(
            {std::string(term.name), term.amount, term.span, term.minus, term.text});
    }
    return split;
}

/// "5人 × 800元/人/月 × 10个月 = 40000元"
Localized arithmetic(const Equation& equation, const Quantity& result) {
    std::string out;
    for (const Equation::Term& term : equation.terms) {
        if (!out.empty() || term.minus) out += term.minus ? " - " : " + ";
        if (!term.name.empty()) out += std::string(term.name) + " ";
        out += term.text;
    }
    return {out + " = " + text(result), out + " = " + text(result, Language::en)};
}

/// Where the number of a part stands: a named part begins with its name.
Span numberOf(const Context& context, const Split::Part& part) {
    Span at = part.span;
    const auto written = context.submission.slice(at);
    const auto number = written.rfind(part.text);
    if (number != std::string_view::npos) {
        at.end = at.begin + static_cast<std::uint32_t>(number + part.text.size());
        at.begin += static_cast<std::uint32_t>(number);
    }
    return at;
}

/// A power of ten that is out may have come from any factor; a digit that is out hardly did.
void hintAt(const Context& context, const Row& row, const Split& split, const Quantity& stated,
            const Quantity& computed, Finding& f) {
    const auto made = slip(stated.value, computed.value);
    const bool factors = std::any_of(
        split.parts.begin(), split.parts.end(),
        [&](const Split::Part& part) { return !isPlainCell(context, numberOf(context, part)); });
    if (made && made->kind == Slip::Kind::powerOfTen && factors) {
        return hintAtSlip(stated, computed, split.span, f);
    }
    Span cell = row.value().span;  // without its operator
    const auto length = static_cast<std::uint32_t>(row.value().text.size());
    if (length < cell.end - cell.begin) cell.begin = cell.end - length;
    std::vector<Candidate> cells{{std::string(row.value().text), cell, stated, computed}};
    for (const Split::Part& part : split.parts) {
        const Span at = numberOf(context, part);
        if (!part.amount.isKnown() || part.minus || !isPlainCell(context, at)) continue;
        const Quantity& now = part.amount.quantity();
        const auto wanted = sum(context.units(), now, {stated.value - computed.value, stated.unit});
        if (wanted) cells.push_back({part.text, at, now, wanted->quantity});
    }
    hint(context, cells, f);
}

void check(const Context& context, const Row& row, const Equation& equation) {
    const Split split = splitOf(row, equation);
    const auto hear = [&] {
        Judge judge(context);
        judge.hear(split);
        judge.sayAll();
    };
    if (equation.ofWhich) return hear();
    if (solve(context, split)) return;
    std::vector<Amount> terms;
    for (const Split::Part& part : split.parts) {
        Amount amount = part.amount;
        if (part.minus && amount.isKnown()) {
            Quantity q = amount.quantity();
            q.value = -q.value;
            amount = q;
        }
        terms.push_back(amount);
    }
    const auto result = sum(context.units(), terms);
    if (std::holds_alternative<Clash>(result)) return hear();  // says which part
    const Amount& total = std::get<Total>(result).amount;
    if (!split.total.isKnown() || !total.isKnown()) return;
    const Quantity& stated = split.total.quantity();
    const auto order = compare(context.units(), stated, total.quantity());
    if (order && *order == 0) return;
    if (!order) {
        context.findings.add(
            finding(Code::dimensionMismatch, equation.span,
                    {{"found", arithmetic(equation, total.quantity())},
                     {"foundKind", expression::describeKind(context.units(), total.quantity())},
                     {"expected", {text(stated), text(stated, Language::en)}},
                     {"expectedKind", expression::describeKind(context.units(), stated)},
                     {"action", phrase(Phrase::actionCompare)}}));
        return;
    }
    const Quantity computed =
        stated.bare()
            ? total.quantity()
            : convert(context.units(), total.quantity(), stated.unit).value_or(total.quantity());
    Quantity apart = stated;
    apart.value = (stated.value - computed.value).abs();
    Finding f = finding(Code::equationDiffers, split.span,
                        {{"found", std::string(row.value().text)},
                         {"arithmetic", arithmetic(equation, computed)},
                         {"apart", phrase(Phrase::apart, {{"difference", shown(apart)}})},
                         {"difference", shown(apart)},
                         {"expected", shown(computed)}});
    f.related.push_back({equation.span, phrase(Phrase::theEquation)});
    hintAt(context, row, split, stated, computed, f);
    context.findings.add(std::move(f));
}

}  // namespace

void equationDiffers(const Context& context) {
    for (const Row& row : context.submission.rows) {
        for (const Equation& equation : row.equations)
            check(context, row, equation);
        const bool alone = row.kind == RowKind::indicator || row.kind == RowKind::field;
        if (!alone || !row.equations.empty() || row.value().type != model::Value::Type::asked ||
            !context.form()[row.element].decompositions.empty() ||
            context.form()[row.element].formula) {
            continue;
        }
        context.findings.add(
            finding(Code::unsolved, row.value().span,
                    {{"name", std::string(row.name)}, {"reason", phrase(Phrase::noEquation)}}));
    }
}

}  // namespace biao::checks

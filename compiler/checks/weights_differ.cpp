// 权重: what the rows of a category weigh against what the form wants of it, of what is nested in
// it and of the whole. What is wrong is said where it shows innermost: a whole that would be right
// if that were mended is not said to be wrong too.
#include <algorithm>

#include "checks/checks.h"
#include "checks/printed.h"
#include "checks/weighing.h"
#include "diagnostics/phrases.h"
#include "model/world.h"

namespace biao::checks {
namespace {

using definitions::ElementId;
using definitions::Weight;
using definitions::Weights;
using model::Row;
using model::RowKind;

using Index = Weighing::Index;

/// What it weighs as stated, and from where to where it may be once what was said is mended.
struct Found {
    Amount stated;
    std::optional<Quantity> least;
    std::optional<Quantity> most;
};

bool isWithin(const definitions::Form& form, ElementId inner, ElementId outer) {
    while (inner.value != 0 && inner != outer)
        inner = form[inner].parent;
    return inner == outer;
}

class Scales {
public:
    /// `doubted`: elements in which something stands that was not understood.
    Scales(const Context& context, const Weights& weights, const std::vector<ElementId>& doubted)
        : context_(context),
          form_(context.form()),
          rows_(context.submission.rows),
          weights_(weights),
          doubted_(doubted),
          weighing_(context) {}

    void run() {
        const Amount whole = weighing_.together(rowsOf(weights_.total));
        if (!whole.isBlank()) judge(weights_.total);
    }

private:
    // ------------------------------------------------------------------ what the form wants

    /// The rows a weight is of: the trees that the whole names, all openings of a category.
    std::vector<Index> rowsOf(const Weight& weight) const {
        std::vector<Index> out;
        for (Index i = 1; i < rows_.size(); ++i) {
            if (rows_[i].kind != RowKind::category) continue;
            const ElementId id = rows_[i].element;
            if (weight.element.value != 0 ? id == weight.element : isOfWhole(id)) out.push_back(i);
        }
        return out;
    }

    bool isOfWhole(ElementId id) const {
        const auto& parts = weights_.total.parts;
        const bool names = std::any_of(parts.begin(), parts.end(),
                                       [](const Weight& one) { return !!one.element; });
        if (names) {
            return std::any_of(parts.begin(), parts.end(),
                               [&](const Weight& one) { return one.element == id; });
        }
        if (form_[id].parent.value != 0) return false;
        return std::none_of(form_.weights.begin(), form_.weights.end(), [&](const Weights& one) {
            ElementId at = one.scope;
            while (at.value != 0 && at != id)
                at = form_[at].parent;
            return at == id;
        });
    }

    std::optional<Quantity> plus(const std::optional<Quantity>& a,
                                 const std::optional<Quantity>& b) const {
        if (!a || !b) return std::nullopt;
        const auto made = sum(context_.units(), *a, *b);
        return made ? std::optional(made->quantity) : std::nullopt;
    }
    static std::optional<Quantity> negative(std::optional<Quantity> a) {
        if (a) a->value = -a->value;
        return a;
    }

    /// What is wanted of the rows: less what has a name of its own and is no row.
    Weight ofRows(const Weight& weight) const {
        Weight out = weight;
        for (const Weight& part : weight.parts) {
            if (part.element) continue;
            if (out.least) out.least = plus(out.least, negative(part.most));
            if (out.most) out.most = plus(out.most, negative(part.least));
        }
        return out;
    }

    bool isBelow(const Quantity& a, const Quantity& b, bool orEqual) const {
        const auto order = compare(context_.units(), a, b);
        return order && (orEqual ? *order <= 0 : *order < 0);
    }

    /// Whether anything from `least` to `most` is what is wanted; true where they cannot be
    /// compared, which is said of the cells.
    bool meets(const Weight& wanted, const std::optional<Quantity>& least,
               const std::optional<Quantity>& most) const {
        const bool tooLittle = wanted.least && most && isBelow(*most, *wanted.least, wanted.above);
        const bool tooMuch = wanted.most && least && isBelow(*wanted.most, *least, wanted.below);
        return !tooLittle && !tooMuch;
    }

    Found judge(const Weight& weight) {
        const auto rows = rowsOf(weight);
        Amount stated = weighing_.together(rows);
        const bool empty = stated.isBlank();
        if (empty) {
            const bool filled = std::any_of(rows.begin(), rows.end(),
                                            [&](Index row) { return weighing_.holdsRows(row); });
            const bool said = filled || form_[weight.element].required;
            stated =
                said ? Amount::unknown(context_.submission.headSpan) : Amount(Quantity{0, nullptr});
        }
        Found found{stated, std::nullopt, std::nullopt};
        if (stated.isKnown()) found.least = found.most = stated.quantity();
        const bool divided = (empty && !weight.demands()) || saysInside(weight, rows);
        for (const Weight& part : weight.parts) {
            if (!part.element || !divided) continue;
            const Found inner = judge(part);
            if (!inner.stated.isKnown()) stated = inner.stated;
            if (!stated.isKnown()) continue;
            const auto back = negative(inner.stated.quantity());
            found.least = plus(found.least, plus(inner.least, back));
            found.most = plus(found.most, plus(inner.most, back));
        }
        const Weight wanted = ofRows(weight);
        if (isInDoubt(weight, rows)) {
            return {Amount::unknown(context_.submission.headSpan), std::nullopt, std::nullopt};
        }
        if (!stated.isKnown()) {
            solveFor(wanted, rows);
            return {stated, std::nullopt, std::nullopt};
        }
        if (!weight.demands()) return found;
        const Quantity& now = stated.quantity();
        if (meets(wanted, now, now)) return {stated, now, now};
        if (meets(wanted, found.least, found.most)) return found;
        say(weight, wanted, rows, now);
        return {stated, wanted.least.value_or(Quantity{0, nullptr}), wanted.most};
    }

    /// Something in it was not understood, or it may itself be what was not.
    bool isInDoubt(const Weight& weight, const std::vector<Index>& rows) const {
        return std::any_of(doubted_.begin(), doubted_.end(), [&](ElementId id) {
            return isWithin(form_, id, weight.element) ||
                   (rows.empty() && isWithin(form_, weight.element, id));
        });
    }

    /// Whether anything inside weighs by itself: a category may state its weight alone.
    bool saysInside(const Weight& weight, const std::vector<Index>& rows) {
        return weight.element.value == 0 || std::any_of(rows.begin(), rows.end(), [&](Index row) {
                   return !weighing_.together(weighing_.inside(row)).isBlank();
               });
    }

    // ------------------------------------------------------------------ what is said

    std::vector<Split::Part> partsOf(const Weight& weight, const std::vector<Index>& rows) {
        std::vector<Index> list = rows;
        if (weight.element.value != 0 && rows.size() == 1) {
            list.clear();
            for (const Index row : rows) {
                const auto inner = weighing_.inside(row);
                list.insert(list.end(), inner.begin(), inner.end());
            }
        }
        std::vector<Split::Part> parts;
        for (const Index row : list) {
            const Amount amount = weighing_.worth(row);
            if (amount.isKnown())
                parts.push_back({weighing_.nameOf(row), amount, weighing_.placeOf(row)});
        }
        return parts;
    }

    /// The category, else what is around it.
    Span placeFor(const Weight& weight, const std::vector<Index>& rows) const {
        if (weight.element.value == 0) return context_.submission.headSpan;
        if (!rows.empty()) return weighing_.placeOf(rows.front());
        for (ElementId at = form_[weight.element].parent; at.value != 0; at = form_[at].parent) {
            for (const Row& row : rows_) {
                if (row.kind == RowKind::category && row.element == at) return row.nameSpan;
            }
        }
        return context_.submission.headSpan;
    }

    Localized nameOf(const Weight& weight) const {
        if (weight.element.value == 0) return phrase(Phrase::weightsOfAll);
        return phrase(Phrase::quoted, {{"text", form_[weight.element].shown()}});
    }

    /// What of the whole is no row: "（100分减去预算执行率 10分）"
    Localized less(const Weight& weight) const {
        Localized named;
        for (const Weight& part : weight.parts) {
            if (part.element) continue;
            const Localized amount = shownDemand(part);
            const std::string sign = named.zh.empty() ? "" : " + ";
            named.zh += sign + part.name.zh + " " + amount.zh;
            named.en += sign + part.name.en + " " + amount.en;
        }
        if (named.zh.empty()) return named;
        return phrase(Phrase::weightsLess, {{"total", shownDemand(weight)}, {"named", named}});
    }

    void say(const Weight& weight, const Weight& wanted, const std::vector<Index>& rows,
             const Quantity& now) {
        const auto parts = partsOf(weight, rows);
        Localized sum = shown(now);
        if (parts.size() > 1) {
            const Localized terms = addends(parts);
            sum = {terms.zh + " = " + sum.zh, terms.en + " = " + sum.en};
        }
        const bool tooLittle = wanted.least && isBelow(now, *wanted.least, wanted.above);
        auto apart = plus(now, negative(tooLittle ? wanted.least : wanted.most));
        if (apart) apart->value = apart->value.abs();
        Finding f = finding(Code::weightsDiffer, placeFor(weight, rows),
                            {{"name", nameOf(weight)},
                             {"sum", sum},
                             {"expected", shownDemand(wanted)},
                             {"less", less(weight)},
                             {"found", shown(now)},
                             {"difference", apart ? shown(*apart) : Localized()}});
        constexpr std::size_t kShown = 12;  // parts pointed out
        for (const Split::Part& part : parts) {
            if (parts.size() < 2 || f.related.size() >= kShown) break;
            const Localized amount = shown(part.amount.quantity());
            f.related.push_back(
                {part.span, {part.name.zh + " " + amount.zh, part.name.en + " " + amount.en}});
        }
        context_.findings.add(std::move(f));
    }

    // ------------------------------------------------------------------ ?

    /// One weight is asked for, and the form says what the others leave.
    void solveFor(const Weight& wanted, const std::vector<Index>& rows) {
        const bool fixed = wanted.least && wanted.most &&
                           wanted.least->value == wanted.most->value && !wanted.below;
        if (!fixed) return;
        Split split;
        split.name = wanted.name;
        split.total = *wanted.least;
        split.span = placeFor(wanted, rows);
        split.nonNegative = true;
        weighing_.leaves(rows, split.parts);
        const auto in = [&](State state) {
            return std::count_if(split.parts.begin(), split.parts.end(),
                                 [&](const auto& part) { return part.amount.state() == state; });
        };
        if (in(State::asked) != 1 || in(State::unknown) + in(State::blank) > 0) return;
        for (const Split::Part& part : split.parts) {
            if (part.amount.state() == State::asked && !solved_.insert(part.span).second) return;
        }
        solve(context_, split);
    }

    const Context& context_;
    const definitions::Form& form_;
    const std::vector<Row>& rows_;
    const Weights& weights_;
    const std::vector<ElementId>& doubted_;
    Weighing weighing_;
    std::set<Span> solved_;
};

/// Where a line was not understood, or something stands under a name that was misspelt. Nothing:
/// it may be anywhere.
std::optional<std::vector<ElementId>> doubtedIn(const Context& context) {
    const definitions::Form& form = context.form();
    const model::Submission& submission = context.submission;
    if (submission.unbalanced || submission.headerLost) return std::nullopt;
    std::vector<ElementId> out = submission.doubtful;
    for (const std::string& name : submission.misspelt) {
        bool found = false;
        for (std::uint32_t at = 0; at < form.elements.size(); ++at) {
            const definitions::Element& e = form.elements[at];
            if (std::find(e.spellings.begin(), e.spellings.end(), name) == e.spellings.end())
                continue;
            // Under another column nobody knows what a cell weighs.
            if (e.kind == definitions::ElementKind::column) return std::nullopt;
            found = true;
            out.push_back({at});
        }
        if (!found) return std::nullopt;
    }
    return out;
}

/// Which of several weights are in force may hang on what was not understood.
bool hangsOnDoubt(const Context& context, ElementId scope, const std::vector<ElementId>& doubted) {
    const auto& stated = context.form().weights;
    return !doubted.empty() && std::any_of(stated.begin(), stated.end(), [&](const Weights& one) {
        return one.scope == scope && one.when;
    });
}

}  // namespace

void weightsDiffer(const Context& context, const expression::CompiledWeights& compiled) {
    const auto& stated = context.form().weights;
    if (stated.empty()) return;
    const auto doubted = doubtedIn(context);
    if (!doubted) return;
    const model::SubmissionWorld world(context.submission, context.units());
    std::set<ElementId> seen;
    for (const Weights& one : stated) {
        if (!seen.insert(one.scope).second || hangsOnDoubt(context, one.scope, *doubted)) continue;
        const Weights* weights = expression::inForce(compiled, one.scope, world, context.library);
        if (weights) Scales(context, *weights, *doubted).run();
    }
}

}  // namespace biao::checks

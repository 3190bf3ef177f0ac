#include "checks/split.h"

#include <algorithm>

#include "checks/printed.h"
#include "checks/slip_hint.h"
#include "diagnostics/phrases.h"
#include "expression/arithmetic.h"

namespace biao::checks {
namespace {

constexpr std::size_t kShown = 12;  // parts written out in a message

Amount signedAmount(const Split::Part& part) {
    if (!part.minus || !part.amount.isKnown()) return part.amount;
    Quantity q = part.amount.quantity();
    q.value = -q.value;
    return q;
}

std::vector<Amount> amounts(const Split& split) {
    std::vector<Amount> out;
    for (const Split::Part& part : split.parts)
        out.push_back(signedAmount(part));
    return out;
}

Localized named(const Localized& name, const Quantity& q) {
    const Localized amount = shown(q);
    if (name.zh.empty()) return amount;
    return {name.zh + " " + amount.zh, name.en + " " + amount.en};
}

/// In the unit the total is written in, so that a message compares like with like.
Quantity inUnitOf(const Context& context, const Quantity& q, const Quantity& model) {
    if (model.bare() || q.bare()) return q;
    return convert(context.units(), q, model.unit).value_or(q);
}

void clash(const Context& context, const Split& split, std::size_t index) {
    const Split::Part& part = split.parts[index];
    std::size_t first = 0;
    while (first < split.parts.size() && !split.parts[first].amount.isKnown())
        ++first;
    const Quantity& found = part.amount.quantity();
    const Quantity& expected = split.parts[first].amount.quantity();
    context.findings.add(
        finding(Code::dimensionMismatch, part.span,
                {{"found", named(part.name, found)},
                 {"foundKind", expression::describeKind(context.units(), found)},
                 {"expected", named(split.parts[first].name, expected)},
                 {"expectedKind", expression::describeKind(context.units(), expected)},
                 {"action", phrase(Phrase::actionAdd)}}));
}

Localized labelled(const Split& split, const Localized& total) {
    if (split.label.empty()) return total;
    return phrase(Phrase::underLabel, {{"name", total}, {"label", split.label}});
}

void relateParts(const Split& split, Finding& f) {
    for (const Split::Part& part : split.parts) {
        if (!part.amount.isKnown() || f.related.size() >= kShown) continue;
        f.related.push_back({part.span, named(part.name, part.amount.quantity())});
    }
}

}  // namespace

Localized addends(const std::vector<Split::Part>& parts) {
    Localized out;
    std::size_t count = 0;
    for (const Split::Part& part : parts) {
        if (!part.amount.isKnown()) continue;
        if (++count > kShown) continue;
        Localized one = named(part.name, part.amount.quantity());
        if (!part.text.empty()) {
            one = {part.name.zh + (part.name.zh.empty() ? "" : " ") + part.text,
                   part.name.en + (part.name.en.empty() ? "" : " ") + part.text};
        }
        const std::string sign = part.minus ? " - " : " + ";
        out.zh += count == 1 && !part.minus ? one.zh : sign + one.zh;
        out.en += count == 1 && !part.minus ? one.en : sign + one.en;
    }
    if (count > kShown) {
        const Localized more =
            phrase(Phrase::moreAddends, {{"count", std::to_string(count - kShown)}});
        out.zh += more.zh;
        out.en += more.en;
    }
    return out;
}

void Judge::hear(const Split& split) {
    const auto terms = amounts(split);
    const auto result = sum(context_.units(), terms);
    if (const Clash* broken = std::get_if<Clash>(&result)) {
        return clash(context_, split, broken->index);
    }
    const Amount& total = std::get<Total>(result).amount;
    if (!split.total.isKnown()) return;
    const Quantity& whole = split.total.quantity();
    if (split.ofWhich) {
        // Each part, then all of them together; one finding says it.
        for (const Split::Part& part : split.parts) {
            if (part.amount.isKnown() && !part.amount.quantity().bareZero() &&
                !compare(context_.units(), part.amount.quantity(), whole)) {
                return otherKind(part, split);
            }
            if (compare(context_.units(), part.amount, Op::le, split.total) != Truth::fails)
                continue;
            Finding f = finding(Code::partExceedsWhole, part.span,
                                {{"part", named(part.name, part.amount.quantity())},
                                 {"whole", named(split.name, whole)}});
            f.related.push_back({split.span, named(split.name, whole)});
            context_.findings.add(std::move(f));
            return;
        }
        if (compare(context_.units(), total, Op::le, split.total) != Truth::fails) return;
        const Quantity all = inUnitOf(context_, total.quantity(), whole);
        Localized part = addends(split.parts);
        const Localized value = shown(all);
        part = {part.zh + " = " + value.zh, part.en + " = " + value.en};
        Finding f = finding(Code::partExceedsWhole, split.span,
                            {{"part", part}, {"whole", named(split.name, whole)}});
        relateParts(split, f);
        context_.findings.add(std::move(f));
        return;
    }
    switch (compare(context_.units(), split.total, Op::eq, total)) {
        case Truth::undetermined:
            return;
        case Truth::holds:
            cleared_.insert(split.span);
            for (const Split::Part& part : split.parts) {
                if (part.amount.isKnown()) cleared_.insert(part.span);
            }
            return;
        case Truth::fails:
            break;
    }
    Failure failure{split, inUnitOf(context_, total.quantity(), whole), whole};
    failure.apart.value = whole.value - failure.sum.value;
    const std::size_t index = failures_.size();
    accuse(split.span, split.total, failure.sum, index);
    for (const Split::Part& part : split.parts) {
        if (!part.amount.isKnown()) continue;
        const Quantity& now = part.amount.quantity();
        const Quantity apart = inUnitOf(context_, failure.apart, now);
        Quantity right = now;
        right.value = part.minus ? now.value - apart.value : now.value + apart.value;
        accuse(part.span, part.amount, right, index);
    }
    failures_.push_back(std::move(failure));
}

/// 20台 { 其中 12米 }: a part that measures something else than its whole.
void Judge::otherKind(const Split::Part& part, const Split& split) {
    const Quantity& found = part.amount.quantity();
    const Quantity& whole = split.total.quantity();
    context_.findings.add(
        finding(Code::dimensionMismatch, part.span,
                {{"found", named(part.name, found)},
                 {"foundKind", expression::describeKind(context_.units(), found)},
                 {"expected", named(split.name, whole)},
                 {"expectedKind", expression::describeKind(context_.units(), whole)},
                 {"action", phrase(Phrase::actionCompare)}}));
}

void Judge::accuse(Span cell, const Amount& now, const Quantity& right, std::size_t failure) {
    Suspect& suspect = suspects_[cell];
    const Quantity value = inUnitOf(context_, right, now.quantity());
    if (suspect.right && suspect.right->value != value.value) suspect.agreed = false;
    suspect.right = value;
    suspect.failures.push_back(failure);
}

void Judge::sayAll() {
    std::vector<std::pair<Span, const Suspect*>> culprits;
    for (const auto& [cell, suspect] : suspects_) {
        if (suspect.agreed && suspect.failures.size() > 1 && cleared_.count(cell) == 0) {
            culprits.emplace_back(cell, &suspect);
        }
    }
    std::stable_sort(culprits.begin(), culprits.end(), [](const auto& a, const auto& b) {
        return a.second->failures.size() > b.second->failures.size();
    });
    for (const auto& [cell, suspect] : culprits) {
        std::vector<std::size_t> unsaid;
        for (const std::size_t index : suspect->failures) {
            if (!failures_[index].said) unsaid.push_back(index);
        }
        if (unsaid.size() < 2) continue;
        for (const std::size_t index : unsaid)
            failures_[index].said = true;
        say(failures_[unsaid.front()], {unsaid.begin() + 1, unsaid.end()}, cell, suspect->right);
    }
    for (const Failure& failure : failures_) {
        if (!failure.said) say(failure, {}, failure.split.span, std::nullopt);
    }
}

/// The cells that, one of them put right, would mend the sum: those of sums that do add up, and
/// what is itself calculated, are none. Where several sums have agreed on a cell, it is that one.
std::vector<Candidate> Judge::mistyped(const Failure& failure, Span cell,
                                       const std::optional<Quantity>& right) const {
    std::vector<Candidate> cells;
    const Split& split = failure.split;
    const auto add = [&](const Localized& name, Span span, const Amount& now, Quantity wanted) {
        if (!now.isKnown() || cleared_.count(span) != 0 || (right && span != cell)) return;
        cells.push_back({named(name, now.quantity()), span, now.quantity(), std::move(wanted)});
    };
    add(split.name, split.span, split.total, failure.sum);
    for (const Split::Part& part : split.parts) {
        if (!part.amount.isKnown() || !part.text.empty()) continue;
        const Quantity& now = part.amount.quantity();
        const Number apart = inUnitOf(context_, failure.apart, now).value;
        add(part.name, part.span, part.amount,
            {part.minus ? now.value - apart : now.value + apart, now.unit});
    }
    return cells;
}

void Judge::say(const Failure& failure, const std::vector<std::size_t>& others, Span cell,
                const std::optional<Quantity>& right) {
    const Split& split = failure.split;
    Quantity apart = failure.apart;
    apart.value = apart.value.abs();
    Localized arithmetic = addends(split.parts);
    const Localized value = shown(failure.sum);
    const auto known = std::count_if(split.parts.begin(), split.parts.end(),
                                     [](const auto& p) { return p.amount.isKnown(); });
    if (known > 1) {
        arithmetic = {arithmetic.zh + " = " + value.zh, arithmetic.en + " = " + value.en};
    }
    const Localized total = named(split.name, split.total.quantity());
    Finding f = finding(Code::partsDoNotSum, cell,
                        {{"total", labelled(split, total)},
                         {"sum", arithmetic},
                         {"difference", shown(apart)},
                         {"expected", value},
                         {"found", shown(split.total.quantity())}});
    if (cell != split.span) f.related.push_back({split.span, total});
    relateParts(split, f);
    for (const std::size_t index : others) {
        const Split& other = failures_[index].split;
        f.related.push_back(
            {other.span,
             phrase(Phrase::neitherDoes,
                    {{"total", labelled(other, named(other.name, other.total.quantity()))},
                     {"sum", shown(failures_[index].sum)}})});
    }
    if (right && right->value.terminates()) {
        // Several sums agree on what this one cell would have to be.
        const Localized corrected = inPlaceOf(context_, cell, *right);
        f.fixes.push_back(
            {phrase(Phrase::fixWrite, {{"text", corrected}}), {{cell, corrected.zh}}, false});
    }
    hint(context_, mistyped(failure, cell, right), f);
    f.group = split.group;
    context_.findings.add(std::move(f));
}

namespace {

/// What the one `?` must be; nothing when more is open, or nothing is there to solve with.
struct Answer {
    Quantity quantity;
    Localized name;
    Span span;
    Localized arithmetic;
};
std::optional<Answer> answer(const Context& context, const Split& split) {
    std::vector<Amount> known;
    const Split::Part* asked = nullptr;
    std::size_t open = split.total.isOpen() ? 1 : 0;
    for (const Split::Part& part : split.parts) {
        if (part.amount.isOpen()) {
            ++open;
            asked = &part;
        } else {
            known.push_back(signedAmount(part));
        }
    }
    if (open != 1 || split.ofWhich) return std::nullopt;
    const auto result = sum(context.units(), known);
    const Total* rest = std::get_if<Total>(&result);
    if (!rest) return std::nullopt;
    if (!asked) {
        if (split.total.state() != State::asked || !rest->amount.isKnown()) return std::nullopt;
        return Answer{rest->amount.quantity(), split.name, split.span, addends(split.parts)};
    }
    if (asked->amount.state() != State::asked || !split.total.isKnown()) return std::nullopt;
    const Quantity& whole = split.total.quantity();
    Localized arithmetic = shown(whole);
    Quantity left = whole;
    if (rest->amount.isKnown()) {
        const auto gap = difference(context.units(), split.total, rest->amount);
        if (!gap || !gap->isKnown()) return std::nullopt;
        left = gap->quantity();
        for (const Split::Part& part : split.parts) {
            if (!part.amount.isKnown()) continue;
            const Localized one = shown(part.amount.quantity());
            arithmetic.zh += (part.minus ? " + " : " - ") + one.zh;
            arithmetic.en += (part.minus ? " + " : " - ") + one.en;
        }
    }
    if (asked->minus) left.value = -left.value;
    return Answer{left, asked->name, asked->span, arithmetic};
}

Span askedSpan(const Split& split) {
    if (split.total.state() == State::asked) return split.total.cause();
    for (const Split::Part& part : split.parts) {
        if (part.amount.state() == State::asked) return part.amount.cause();
    }
    return {};
}

bool asks(const Split& split) {
    return !(askedSpan(split) == Span{});
}

/// Something else in it could not be read: that was said, and this follows from it.
bool tainted(const Split& split) {
    return split.total.state() == State::unknown ||
           std::any_of(split.parts.begin(), split.parts.end(),
                       [](const auto& p) { return p.amount.state() == State::unknown; });
}

void sayAnswer(const Context& context, const Split& split, const Answer& a) {
    const Localized value = shown(a.quantity);
    const Span at = askedSpan(split);
    if (split.nonNegative && a.quantity.value.sign() < 0) {
        context.findings.add(finding(
            Code::unsolved, at,
            {{"name", a.name},
             {"reason",
              phrase(Phrase::solvedNegative, {{"value", value}, {"arithmetic", a.arithmetic}})}}));
        return;
    }
    Finding f = finding(Code::solved, at,
                        {{"name", a.name}, {"value", value}, {"arithmetic", a.arithmetic}});
    if (a.quantity.value.terminates()) {
        f.fixes.push_back({phrase(Phrase::fixWrite, {{"text", value}}), {{at, value.zh}}, true});
    }
    context.findings.add(std::move(f));
}

void sayUnsolved(const Context& context, const Split& split) {
    std::size_t open = 0;
    Localized name = split.name;
    for (const Split::Part& part : split.parts) {
        if (part.amount.state() != State::asked) continue;
        ++open;
        if (split.total.state() != State::asked && open == 1) name = part.name;
    }
    if (split.total.state() == State::asked) ++open;
    context.findings.add(finding(
        Code::unsolved, askedSpan(split),
        {{"name", name},
         {"reason", phrase(open > 1                              ? Phrase::severalUnknowns
                           : split.ofWhich                       ? Phrase::ofWhichSolvesNothing
                           : split.total.isKnown()               ? Phrase::nothingToAdd
                           : split.total.state() == State::asked ? Phrase::nothingToAdd
                                                                 : Phrase::totalNotGiven)}}));
}

}  // namespace

bool solve(const Context& context, const Split& split) {
    if (!asks(split)) return false;
    if (const auto a = answer(context, split)) {
        sayAnswer(context, split, *a);
    } else if (!tainted(split)) {
        sayUnsolved(context, split);
    }
    return true;
}

void solveAny(const Context& context, const std::vector<Split>& splits) {
    std::vector<const Split*> asking;
    for (const Split& split : splits) {
        if (asks(split)) asking.push_back(&split);
    }
    std::vector<Span> answered;
    for (const Split* split : asking) {
        const Span at = askedSpan(*split);
        if (std::find(answered.begin(), answered.end(), at) != answered.end()) continue;
        if (const auto a = answer(context, *split)) {
            sayAnswer(context, *split, *a);
            answered.push_back(at);
        }
    }
    for (const Split* split : asking) {
        const Span at = askedSpan(*split);
        if (std::find(answered.begin(), answered.end(), at) != answered.end()) continue;
        if (!tainted(*split)) sayUnsolved(context, *split);
        // Every other `?` of it is open for the same reason.
        answered.push_back(at);
        for (const Split::Part& part : split->parts) {
            if (part.amount.state() == State::asked) answered.push_back(part.amount.cause());
        }
    }
}

}  // namespace biao::checks

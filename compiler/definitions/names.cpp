#include "definitions/names.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace biao::definitions {

using syntax::Capture;

namespace {

/// Longer units are no units: 元/人/月 has five characters.
constexpr std::size_t kLongestUnit = 12;

/// 最高补助5000 per person and year: the number with its unit, or the one the rule supposes, over
/// what the rule says it is for.
std::optional<Quantity> amountAt(std::string_view name, const Captured& part, const NameRule& rule,
                                 const UnitTable& units) {
    const auto number = Number::parse(name.substr(part.begin, part.end - part.begin));
    if (!number) return std::nullopt;
    const UnitRef written = unitAt(name.substr(part.end), units).unit;
    std::optional<Quantity> amount = Quantity{*number, written ? written : rule.unit};
    for (const UnitRef& each : rule.per) {
        if (amount) amount = quotient(units, *amount, Quantity{1, each});
    }
    return amount;
}

struct Found {
    std::size_t place;  // in the order of declaration
    const NameRule* rule;
    const Pattern::Branch* branch;
    std::vector<Captured> captured;
};

void apply(const Found& found, std::string_view name, const UnitTable& units, Promise& promise) {
    const NameRule& rule = *found.rule;
    if (!rule.kinds.empty()) {
        promise.kind = &rule;
        promise.bounds = nullptr;
        promise.word = found.branch->literal();
    }
    const auto take = [&](NameRule::Says what, const NameRule*& into, bool something) {
        if ((rule.says & what) != 0) into = something ? &rule : nullptr;
    };
    take(NameRule::bounds_, promise.bounds, rule.atLeast || rule.atMost);
    take(NameRule::direction_, promise.direction, rule.direction != syntax::Direction::none);
    take(NameRule::op_, promise.op, rule.op != syntax::Operator::none);
    take(NameRule::category_, promise.category, !rule.categories.empty());
    bool caps = false;
    for (const Captured& part : found.captured) {
        if (part.what == Capture::unit) {
            const auto read = units.read(name.substr(part.begin, part.end - part.begin));
            if (const auto* unit = std::get_if<UnitRef>(&read)) promise.unit = *unit;
        } else if (auto amount = amountAt(name, part, rule, units)) {
            (part.what == Capture::upper ? promise.atMost : promise.atLeast) = std::move(amount);
        }
        caps = caps || part.what != Capture::unit;
    }
    if (caps) return;
    if ((rule.says & NameRule::per_) != 0 && rule.per.empty()) promise.per.clear();
    for (const UnitRef& each : rule.per) {
        const bool known =
            std::any_of(promise.per.begin(), promise.per.end(),
                        [&](const UnitRef& one) { return one->spelling() == each->spelling(); });
        if (!known) promise.per.push_back(each);
    }
}

}  // namespace

UnitAt unitAt(std::string_view text, const UnitTable& units) {
    UnitAt best;
    std::size_t end = 0;
    for (std::size_t letters = 0; letters < kLongestUnit && end < text.size(); ++letters) {
        end += decodeAt(text, end).length;
        const auto read = units.read(text.substr(0, end));
        if (const auto* unit = std::get_if<UnitRef>(&read)) best = {*unit, end};
    }
    return best;
}

std::string NormalForm::of(std::string_view text) const {
    std::string out = plain(text);
    // Where what is left begins: see FormBuilder.
    const auto rest = [&](const std::vector<Captured>& match) {
        const std::size_t begin = match.empty() ? 0 : match.back().begin;
        return begin < out.size() ? begin : 0;
    };
    const auto takes = [&](const std::vector<Captured>& match) { return rest(match) != 0; };
    while (removed.any(out, takes)) {
        for (const Pattern& pattern : removed.patterns()) {
            for (const auto& branch : pattern.branches()) {
                if (const auto match = branch.match(out)) out.erase(0, rest(*match));
            }
        }
    }
    for (const auto& [from, to] : replaced) {
        if (from.empty()) continue;
        for (std::size_t at = 0; (at = out.find(from, at)) != std::string::npos; at += to.size())
            out.replace(at, from.size(), to);
    }
    return out;
}

bool WordList::matches(std::string_view text) const {
    std::string room;
    return patterns.any(plain(text, room), [](const auto&) { return true; });
}

void NameKnowledge::compile() {
    if (tree_ && compiled_ == rules.size()) return;  // rules are only ever added
    auto tree = std::make_shared<PatternTree>();
    for (std::uint32_t rule = 0; rule < rules.size(); ++rule)
        tree->add(rule, rules[rule]->pattern);
    compiled_ = rules.size();
    tree_ = std::move(tree);
}

Promise NameKnowledge::of(std::string_view written, const UnitTable& units) const {
    if (rules.empty() || !tree_) return {};
    const std::string name = normalForm.of(written);
    std::vector<Found> found;
    tree_->any(name, [&](PatternTree::Place place) {
        const auto& rule = rules[place.pattern];
        const auto& branch = rule->pattern.branches()[place.branch];
        if (auto captured = branch.match(name)) {
            found.push_back({place.pattern, rule.get(), &branch, *std::move(captured)});
        }
        return false;
    });
    // The longest literal wins, of equals the later declaration: so they are applied in that order,
    // each over the ones before.
    std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return std::pair(a.branch->weight(), a.place) < std::pair(b.branch->weight(), b.place);
    });
    Promise promise;
    for (const Found& one : found)
        apply(one, name, units, promise);
    return promise;
}

}  // namespace biao::definitions

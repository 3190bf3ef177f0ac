#include "definitions/names.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace biao::definitions {

using syntax::Capture;

namespace {

/// Longer units are no units: 元/人/月 has five characters.
constexpr std::size_t kLongestUnit = 12;

struct Letters {
    std::u32string points;
    explicit Letters(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const auto [point, length] = decodeAt(text, at);
            points += point;
            at += length;
        }
    }
};

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
    for (bool again = true; again;) {
        again = false;
        for (const Pattern& pattern : removed) {
            for (const auto& branch : pattern.branches()) {
                const auto match = branch.match(out);
                if (!match || match->empty()) continue;
                const std::size_t rest = match->back().begin;  // see FormBuilder: what is left over
                if (rest == 0 || rest >= out.size()) continue;
                out.erase(0, rest);
                again = true;
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
    const std::string written = plain(text);
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const Pattern& pattern) { return pattern.matches(written); });
}

void NameKnowledge::compile() {
    if (tree_ && tree_->rules == rules.size()) return;  // rules are only ever added
    auto tree = std::make_shared<Tree>();
    tree->rules = rules.size();
    std::vector<Node>& nodes = tree->nodes;
    nodes.resize(1);
    for (std::uint32_t rule = 0; rule < rules.size(); ++rule) {
        const auto& branches = rules[rule]->pattern.branches();
        for (std::uint32_t branch = 0; branch < branches.size(); ++branch) {
            const Letters letters(branches[branch].literal());
            if (letters.points.empty()) {
                tree->anywhere.push_back({rule, branch});
                continue;
            }
            std::uint32_t at = 0;
            for (const char32_t letter : letters.points) {
                const auto known = nodes[at].next.find(letter);
                if (known != nodes[at].next.end()) {
                    at = known->second;
                    continue;
                }
                const auto fresh = static_cast<std::uint32_t>(nodes.size());
                nodes[at].next.emplace(letter, fresh);
                nodes.emplace_back();
                at = fresh;
            }
            nodes[at].candidates.push_back({rule, branch});
        }
    }
    tree_ = std::move(tree);
}

Promise NameKnowledge::of(std::string_view written, const UnitTable& units) const {
    if (rules.empty() || !tree_) return {};
    const std::string name = normalForm.of(written);
    const Letters letters(name);
    const std::vector<Node>& nodes = tree_->nodes;
    std::vector<Candidate> candidates = tree_->anywhere;
    for (std::size_t begin = 0; begin < letters.points.size(); ++begin) {
        std::uint32_t at = 0;
        for (std::size_t i = begin; i < letters.points.size(); ++i) {
            const auto next = nodes[at].next.find(letters.points[i]);
            if (next == nodes[at].next.end()) break;
            at = next->second;
            candidates.insert(candidates.end(), nodes[at].candidates.begin(),
                              nodes[at].candidates.end());
        }
    }
    std::vector<Found> found;
    for (const auto [rule, branch] : candidates) {
        const auto& one = rules[rule]->pattern.branches()[branch];
        if (auto captured = one.match(name)) {
            found.push_back({rule, rules[rule].get(), &one, *std::move(captured)});
        }
    }
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

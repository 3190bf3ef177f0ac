// 配对: what a unit price comes to, when another row says how many. A price in 元/人 looks for the
// one row that counts people and whose name shares a word of two characters or more with its own;
// over time it is taken for a year. With no such row, or with several, nothing is said: a guess
// between two would be worth nothing.
#include <algorithm>
#include <unordered_map>
#include <utility>

#include "expression/evaluate.h"
#include "expression/similarity.h"

namespace biao::expression {

using syntax::Operator;
using What = Cell::What;

namespace {

/// Pairs of neighbouring characters of a name; of Chinese words only, for digits and marks are no
/// word in common.
Bigrams wordsOf(std::string_view name) {
    Bigrams pairs = bigrams(name);
    std::erase_if(pairs, [](std::uint64_t pair) {
        constexpr std::uint64_t kAscii = 0x80;
        return (pair >> 32U) < kAscii || (pair & 0xFFFFFFFFU) < kAscii;
    });
    return pairs;
}

/// What the ends of a product come to; prices and counts are not below zero.
void multiply(Bounds& bounds, const Bounds& by) {
    const auto times = [](std::optional<Number>& end, const std::optional<Number>& other) {
        end = end && other ? std::optional(*end * *other) : std::nullopt;
    };
    times(bounds.lower, by.lower);
    times(bounds.upper, by.upper);
}

/// Where both are names of one thing: no more than two rows need be known.
struct Holders {
    RowId first;
    RowId second;
    void add(RowId row) {
        constexpr RowId none;
        if (first == none) {
            first = row;
        } else if (first != row && second == none) {
            second = row;
        }
    }
};

}  // namespace

/// The rows that count, by what they count and the words in their names; so a price looks only at
/// words of its own, however many rows there are.
struct Evaluator::Counts {
    struct Kind {
        UnitRef unit;
        std::unordered_map<std::uint64_t, Holders> holders;
    };
    std::vector<Kind> kinds;
};

const Evaluator::Counts& Evaluator::countsIn(NodeId id) {
    auto& known = counts_[id.value];
    if (known) return *known;
    auto made = std::make_shared<Counts>();
    for (const RowId row : rows(id)->rows) {
        const Value count = cell(row, {});
        if (count.what != What::amount || !count.amount.isKnown()) continue;
        const Quantity& quantity = count.amount.quantity();
        if (quantity.bare()) continue;
        auto kind = std::find_if(made->kinds.begin(), made->kinds.end(), [&](const auto& one) {
            return one.unit->readings() == quantity.unit->readings();
        });
        if (kind == made->kinds.end()) {
            kind = made->kinds.insert(kind, Counts::Kind{quantity.unit, {}});
        }
        for (const std::uint64_t word : wordsOf(world_.name(row)))
            kind->holders[word].add(row);
    }
    known = std::move(made);
    return *known;
}

Evaluator::Pairs Evaluator::pairs(const Node& node) {
    const Rows prices = rows(node.children[0]);
    Pairs pairs;
    if (prices->rows.empty()) return pairs;  // what there is to count does not matter
    const Counts& counts = countsIn(node.children[1]);
    for (const RowId price : prices->rows) {
        bool wants = false;
        if (auto one = paired(price, counts, wants)) {
            pairs.made.push_back(*std::move(one));
        } else if (wants) {
            pairs.left.push_back(price);
        }
    }
    return pairs;
}

/// `wants` when it is over something that no row counts at all.
std::optional<Value> Evaluator::paired(RowId price, const Counts& counts, bool& wants) {
    const Value each = cell(price, {});
    if (each.what != What::amount || !each.amount.isKnown()) return std::nullopt;
    const Quantity unitPrice = each.amount.quantity();
    if (unitPrice.bare()) return std::nullopt;
    std::vector<UnitRef> over;
    for (const Unit::Atom& atom : atomsOf(unitPrice.unit)) {
        if (atom.exponent < -1) return std::nullopt;
        if (atom.exponent < 0) over.push_back(atom.word);
    }
    if (over.empty()) return std::nullopt;
    // 子女均 in the name says per person where the unit does not: the count is taken all the same.
    const std::size_t written = over.size();
    for (const UnitRef& per : world_.promise(price).per) {
        const bool there = std::any_of(over.begin(), over.end(), [&](const UnitRef& unit) {
            return comparable(meet(units_, *unit, *per).how);
        });
        if (!there && units_.isCount(per->readings().front().dimension)) over.push_back(per);
    }

    const Bigrams names = wordsOf(world_.name(price));
    Quantity total = unitPrice;
    Bounds bounds = boundsOf(each);
    std::string text;
    std::string last = " × " + std::string(each.text);
    for (std::size_t i = 0; i < over.size(); ++i) {
        const UnitRef& unit = over[i];
        if (const UnitRef year = units_.yearly(unit->readings().front().dimension)) {
            const Quantity period{1, year};
            total = biao::product(units_, total, period);
            multiply(bounds, Bounds::exactly(period));
            const auto shown = convert(units_, period, unit);
            last += " × " + biao::text(shown ? *shown : period, Language::zh);
            continue;
        }
        Holders found;
        bool uncounted = true;
        for (const Counts::Kind& kind : counts.kinds) {
            if (!comparable(meet(units_, *kind.unit, *unit).how)) continue;
            uncounted = false;
            for (const std::uint64_t word : names) {
                const auto holders = kind.holders.find(word);
                if (holders == kind.holders.end()) continue;
                for (const RowId row : {holders->second.first, holders->second.second}) {
                    if (row != RowId()) found.add(row);
                }
            }
        }
        if (found.second != RowId()) return std::nullopt;
        const std::optional<RowId> match =
            found.first == RowId() ? std::nullopt : std::optional(found.first);
        if (!match) {
            wants = uncounted;
            return std::nullopt;
        }
        const Value count = cell(*match, {});
        Quantity many = count.amount.quantity();
        text += (text.empty() ? "" : " × ") + std::string(count.text);
        // The price was not written over it: only the number counts.
        if (i >= written) many.unit = nullptr;
        total = biao::product(units_, total, many);
        multiply(bounds, boundsOf(count));
    }
    const UnitRef money = world_.form().moneyUnit;
    if (money) {
        const auto shown = convert(units_, total, money);
        if (!shown) return std::nullopt;
        total = *shown;
    }
    Value out = amountValue(total);
    const Reading* reading = firstReading(total);
    if (reading) bounds.dimension = reading->dimension;
    out.plain = bounds.isPoint();
    out.bounds = std::move(bounds);
    out.span = each.span;
    out.derived = true;
    const std::string whole = (text.empty() ? last.substr(std::string(" × ").size()) : text + last);
    out.text = words(whole + " = " + biao::text(total, Language::zh)).text;
    return out;
}

}  // namespace biao::expression

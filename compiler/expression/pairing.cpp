// 配对: what a unit price comes to, when another row says how many. A price in 元/人 looks for the
// one row that counts people and whose name shares a word of two characters or more with its own;
// over time it is taken for a year. With no such row, or with several, nothing is said: a guess
// between two would be worth nothing.
#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "expression/evaluate.h"

namespace biao::expression {

using syntax::Operator;
using What = Cell::What;

namespace {

std::vector<std::string> pairsOf(std::string_view name) {
    const std::string plain = definitions::plain(name);
    std::vector<std::string> pairs;
    for (std::size_t at = 0; at < plain.size();) {
        const std::size_t next = at + decodeAt(plain, at).length;
        if (next >= plain.size()) break;
        pairs.push_back(plain.substr(at, next - at + decodeAt(plain, next).length));
        at = next;
    }
    return pairs;
}

bool sharesWord(std::string_view a, std::string_view b) {
    const auto one = pairsOf(a);
    const auto other = pairsOf(b);
    const auto isMark = [](const std::string& pair) {
        return std::any_of(pair.begin(), pair.end(),
                           [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
    };
    return std::any_of(one.begin(), one.end(), [&](const std::string& pair) {
        return !isMark(pair) && std::find(other.begin(), other.end(), pair) != other.end();
    });
}

/// What the ends of a product come to; prices and counts are not below zero.
void multiply(Bounds& bounds, const Bounds& by) {
    const auto times = [](std::optional<Number>& end, const std::optional<Number>& other) {
        end = end && other ? std::optional(*end * *other) : std::nullopt;
    };
    times(bounds.lower, by.lower);
    times(bounds.upper, by.upper);
}

}  // namespace

Evaluator::Pairs Evaluator::pairs(const Node& node) {
    const Rows prices = rows(node.children[0]);
    const Rows counts = rows(node.children[1]);
    Pairs pairs;
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
std::optional<Value> Evaluator::paired(RowId price, const Rows& counts, bool& wants) {
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

    Quantity total = unitPrice;
    const auto boundsOf = [](const Value& value) {
        return value.plain ? Bounds::exactly(value.amount.quantity()) : value.bounds;
    };
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
        std::optional<RowId> match;
        bool uncounted = true;
        for (const RowId row : counts->rows) {
            const Value count = cell(row, {});
            const bool isCount = count.what == What::amount && count.amount.isKnown() &&
                                 !count.amount.quantity().bare() &&
                                 comparable(meet(units_, *count.amount.quantity().unit, *unit).how);
            if (!isCount) continue;
            uncounted = false;
            if (!sharesWord(world_.name(row), world_.name(price))) continue;
            if (match) return std::nullopt;
            match = row;
        }
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

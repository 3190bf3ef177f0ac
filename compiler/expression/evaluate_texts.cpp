// Words: what a name promises, how alike two texts are, the quantities in prose; and the slip by
// which one amount may have become another.
#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "diagnostics/phrases.h"
#include "expression/arithmetic.h"
#include "expression/evaluate.h"
#include "expression/prose.h"
#include "expression/similarity.h"
#include "quantity/slips.h"

namespace biao::expression {

using definitions::ElementId;
using definitions::Promise;
using syntax::Function;
using syntax::Promised;
using What = Cell::What;

namespace {

/// Names that are less alike than this are not the same thing by other words.
const Number& leastAlike() {
    static const Number least = *Number(1).divided(2);
    return least;
}

}  // namespace

Verdict Evaluator::isPromised(const Node& node) {
    const auto one = row(node.children[1]);
    const auto speaks = [](const Promise& promise) { return promise.unit || promise.kind; };
    if (!one || !speaks(world_.promise(*one))) return {};
    const Value& tested = value(node.children[0]);
    const Promise& promise = world_.promise(*one);  // anew: it may have asked for another
    if (promise.unit) {                             // written in the name itself
        if (tested.what == What::amount && !tested.amount.isKnown()) return answer(tested);
        if (tested.what != What::amount) return {truthOf(tested.several), {}};
        const Quantity& quantity = tested.amount.quantity();
        if (quantity.bare()) return {};
        return {truthOf(comparable(meet(units_, *quantity.unit, *promise.unit).how)), {}};
    }
    Verdict result{Truth::fails, {}};
    for (const definitions::Kind& kind : promise.kind->kinds) {
        const Verdict verdict = isKind(tested, kind);
        if (verdict.truth == Truth::holds) return verdict;
        if (verdict.truth == Truth::undetermined) result = verdict;
    }
    return result;
}

/// Whether a row stands in, or below, one of the categories its name belongs to. Undetermined
/// where the form lacks the first of them, which is the proper one, and where the row stands in
/// one that no name belongs to: a form of other categories sorts otherwise.
Verdict Evaluator::inPlace(RowId row) const {
    const Promise& promise = world_.promise(row);
    if (!promise.category) return {};
    const definitions::Form& form = world_.form();
    const auto& categories = promise.category->categories;
    if (categories.empty() || !form.find(categories.front())) return {Truth::undetermined, {}};
    // A form may hold the same categories twice, for the year and for the long term.
    const auto standsIn = [&](const std::string& name) {
        const ElementId wanted = form.find(name);
        if (!wanted) return false;
        for (ElementId at = world_.element(row); at && at.value != 0; at = form[at].parent) {
            if (form[at].id == form[wanted].id) return true;
        }
        return false;
    };
    if (std::any_of(categories.begin(), categories.end(), standsIn)) return {Truth::holds, {}};
    const auto& rules = form.names.rules;
    const bool known = std::any_of(rules.begin(), rules.end(), [&](const auto& rule) {
        return std::any_of(rule->categories.begin(), rule->categories.end(), standsIn);
    });
    return {known ? Truth::fails : Truth::undetermined, {}};
}

Value Evaluator::promised(const Node& node) {
    const auto one = row(node.children[0]);
    if (!one) return Value();
    const Promise& promise = world_.promise(*one);
    switch (node.promised) {
        case Promised::upper:
            if (promise.atMost) return amountValue(*promise.atMost);
            if (promise.bounds && promise.bounds->atMost)
                return amountValue(*promise.bounds->atMost);
            return Value();
        case Promised::lower:
            if (promise.atLeast) return amountValue(*promise.atLeast);
            if (promise.bounds && promise.bounds->atLeast) {
                return amountValue(*promise.bounds->atLeast);
            }
            return Value();
        case Promised::direction:
            if (!promise.direction) return Value();
            return words(syntax::spelling(promise.direction->direction).zh);
        case Promised::comparator:
            return promise.op ? words(syntax::spelling(promise.op->op).zh) : Value();
        case Promised::word:
            return promise.word.empty() ? Value() : words(promise.word);
        case Promised::category:
            if (!promise.category) return Value();
            for (const std::string& name : promise.category->categories) {
                const ElementId wanted = world_.form().find(name);
                if (!wanted) continue;
                const definitions::Element& category = world_.form()[wanted];
                return phrased({category.name.zh, category.shown().en});
            }
            return Value();
        case Promised::lacking:
            return lacking(*one, promise);
        default:
            return Value();
    }
}

/// What a rate should be over, by its name, and is not.
Value Evaluator::lacking(RowId row, const Promise& promise) {
    const Value target = cell(row, {});
    if (promise.per.empty() || target.what != What::amount) return Value();
    if (!target.amount.isKnown()) return target.amount.isOpen() ? target : Value();
    const Quantity& quantity = target.amount.quantity();
    if (quantity.bare()) return Value();
    std::string missing;
    // Heads before time: 元/人/年.
    std::vector<UnitRef> wanted = promise.per;
    std::stable_partition(wanted.begin(), wanted.end(), [&](const UnitRef& unit) {
        return units_.isCount(unit->readings().front().dimension);
    });
    for (const UnitRef& per : wanted) {
        const auto atoms = atomsOf(quantity.unit);
        const bool there = std::any_of(atoms.begin(), atoms.end(), [&](const Unit::Atom& atom) {
            // 元/人次 is per head too.
            const auto counts = [&](const UnitRef& unit) {
                return units_.isCount(unit->readings().front().dimension);
            };
            return atom.exponent < 0 && (comparable(meet(units_, *atom.word, *per).how) ||
                                         (counts(atom.word) && counts(per)));
        });
        if (!there) missing += "/" + per->spelling();
    }
    return missing.empty() ? Value() : words(std::move(missing));
}

Verdict Evaluator::within(const Value& inner, const Value& outer) const {
    for (const Value* side : {&inner, &outer}) {
        if (side->what == What::amount && !side->amount.isKnown()) return answer(*side);
    }
    if (inner.what == What::amount && outer.what == What::amount) {
        return {biao::within(units_, boundsOf(inner), boundsOf(outer)), {}};
    }
    if (!inner.date || !outer.date || !outer.date->begin.year) return {};
    const auto first = *outer.date->begin.year;
    const auto last = outer.date->end && outer.date->end->year ? *outer.date->end->year : first;
    const auto lies = [&](const syntax::CalendarPoint& point) {
        return !point.year || (*point.year >= first && *point.year <= last);
    };
    return {truthOf(lies(inner.date->begin) && (!inner.date->end || lies(*inner.date->end))), {}};
}

/// How the one may have come from the other by a slip of the hand, in words; blank when nothing
/// speaks for one.
Value Evaluator::slipped(const Value& found, const Value& wanted) {
    for (const Value* side : {&found, &wanted}) {
        if (side->what != What::amount || !side->amount.isKnown()) return *side;
    }
    const Quantity& a = found.amount.quantity();
    const Quantity& b = wanted.amount.quantity();
    if (a.bare() || b.bare()) return Value();
    const Meeting meeting = meet(units_, *a.unit, *b.unit);
    if (!comparable(meeting.how)) return Value();
    const Number left = toBase(a, meeting.left);
    const Number right = toBase(b, meeting.right);
    const auto made = slip(left, right);
    if (!made || !convincing(*made, left, right)) return Value();
    return phrased(describe(*made));
}

/// A text of ours, in both languages.
Value Evaluator::phrased(const Localized& text) {
    Value made = words(text.zh);
    made.english = words(text.en).text;
    return made;
}

Value Evaluator::ofText(const Node& node) {
    const Value& first = value(node.children[0]);
    if (node.function == Function::slip) return slipped(first, value(node.children[1]));
    if (node.function == Function::duration) return duration(first);
    if (first.what == What::amount && first.text.empty()) return first;
    charge(first.text.size() / 4);
    switch (node.function) {
        case Function::length:
            return numberValue(countCodePoints(definitions::plain(first.text)));
        case Function::normalized:
            return inNormalForm(first.text);
        case Function::distinct:
            return distinct(first);
        case Function::doubled: {
            const std::string twice = doubled(definitions::plain(first.text));
            return twice.empty() ? Value() : words(twice);
        }
        default:
            break;
    }
    const Value& second = value(node.children[1]);
    if (second.what == What::amount && second.text.empty()) return second;
    charge(first.text.size() + second.text.size());
    return numberValue(similarity(bigrams(first.text), bigrams(second.text)));
}

/// Most texts are in it already.
Value Evaluator::inNormalForm(std::string_view text) {
    std::string normal = world_.form().names.normalForm.of(text);
    if (normal != text) return words(std::move(normal));
    Value made;
    made.what = What::text;
    made.text = text;
    return made;
}

/// The first text with the third for the second, wherever it stands.
Value Evaluator::replaced(const Node& node) {
    std::vector<Value> texts;
    for (const NodeId child : node.children) {
        texts.push_back(value(child));
        if (texts.back().what == What::amount && texts.back().text.empty()) return texts.back();
    }
    const std::string_view from = texts[1].text;
    std::string text(texts[0].text);
    for (std::size_t at = text.find(from); !from.empty() && at != std::string::npos;
         at = text.find(from, at)) {
        if (!charge(text.size() / 4)) break;
        text.replace(at, from.size(), texts[2].text);
        at += texts[2].text.size();
    }
    return words(std::move(text));
}

/// Months from the first to the last, both counted; of a point in time, nothing.
Value Evaluator::duration(const Value& of) const {
    if (of.what == What::amount) return of;
    if (!of.date || !of.date->end) return Value();
    const auto& begin = of.date->begin;
    const auto& end = *of.date->end;
    const UnitRef months = units_.word(syntax::spelling(syntax::CalendarUnit::duration).zh);
    if (!months || !begin.month || !end.month || begin.year.has_value() != end.year.has_value()) {
        return Value();
    }
    const int years = begin.year ? *end.year - *begin.year : 0;
    const int count = years * 12 + *end.month - *begin.month + 1;
    return count < 1 ? Value() : amountValue(Quantity{Number(count), months});
}

Value Evaluator::nearestAmong(const Node& node) {
    const Value& text = value(node.children[0]);
    if (text.what != What::text) return text;
    const Cells among = cells(node.children[1]);
    auto& likeness = likeness_[node.children[1].value];
    if (!likeness) {
        std::vector<std::string_view> texts;
        for (const Value& one : among->cells)
            texts.push_back(one.what == What::text ? one.text : std::string_view());
        likeness = std::make_shared<const Likeness>(texts);
    }
    const std::size_t nearest = likeness->nearest(text.text, leastAlike());
    if (nearest == Likeness::none) return Value();
    return among->cells[nearest];
}

/// 12, 三: a numeral with a unit after it. What is written out is not read, only found.
std::vector<Value> Evaluator::quantitiesIn(const Value& text) const {
    std::vector<Value> found;
    if (text.what != What::text) {
        if (text.amount.isKnown()) found.push_back(text);
        return found;
    }
    const std::string plain = definitions::plain(text.text);
    for (std::size_t at = 0; at < plain.size();) {
        if (!definitions::isNumeral(decodeAt(plain, at).point)) {
            at += decodeAt(plain, at).length;
            continue;
        }
        std::size_t end = at;
        bool fraction = false;
        while (end < plain.size()) {
            const bool point = plain[end] == '.' && !fraction;
            if (!point && !definitions::isNumeral(decodeAt(plain, end).point)) break;
            fraction = fraction || point;
            end += decodeAt(plain, end).length;
        }
        const auto unit = definitions::unitAt(std::string_view(plain).substr(end), units_);
        const auto number = Number::parse(std::string_view(plain).substr(at, end - at));
        if (unit.unit) {
            Value one = amountValue(Quantity{number.value_or(0), unit.unit});
            if (!number) one.what = What::yes;  // it stands there, whatever it comes to
            one.span = text.span;
            found.push_back(std::move(one));
        }
        at = end + unit.length;
    }
    return found;
}

}  // namespace biao::expression

// Prose: sentences that stand there twice, years it names; the digits of a code.
#include <algorithm>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "expression/evaluate.h"
#include "expression/prose.h"

namespace biao::expression {

using What = Cell::What;

namespace {

/// Shorter ones are numbers of a list, or are alike by chance.
constexpr std::size_t kLeastLetters = 4;

}  // namespace

/// Each sentence in normal form, once, a line each: a key for prose that says the same.
Value Evaluator::distinct(const Value& text) {
    std::set<std::string, std::less<>> seen;
    std::string lines;
    for (const std::string_view sentence : sentences(text.text)) {
        const auto [at, isNew] = seen.insert(world_.form().names.normalForm.of(sentence));
        if (!isNew || at->empty()) continue;
        if (!lines.empty()) lines += '\n';
        lines += *at;
    }
    return words(std::move(lines));
}

/// Sentences of a text that stand there again, or in another, each once and as it is written.
std::vector<Value> Evaluator::repeatedIn(const Node& node) {
    std::vector<Value> found;
    const Value text = value(node.children[0]);
    const Value other = node.children.size() > 1 ? value(node.children[1]) : text;
    for (const Value* one : {&text, &other}) {
        if (one->what != What::amount) continue;
        if (one->amount.isOpen()) found.push_back(*one);
        return found;
    }
    charge(text.text.size() + other.text.size());
    const definitions::NormalForm& form = world_.form().names.normalForm;
    std::multiset<std::string, std::less<>> there;
    for (const std::string_view sentence : sentences(other.text))
        there.insert(form.of(sentence));
    const std::size_t least = node.children.size() > 1 ? 1 : 2;
    std::set<std::string, std::less<>> said;
    for (const std::string_view sentence : sentences(text.text)) {
        const std::string normal = form.of(sentence);
        if (countCodePoints(normal) < kLeastLetters || there.count(normal) < least) continue;
        if (!said.insert(normal).second) continue;
        Value one = words(std::string(sentence));
        one.span = text.span;
        found.push_back(std::move(one));
    }
    return found;
}

std::vector<Value> Evaluator::yearsIn(const Value& text) const {
    std::vector<Value> found;
    if (text.what != What::text) {
        if (text.amount.isOpen()) found.push_back(text);
        return found;
    }
    for (const int year : yearsNamed(definitions::plain(text.text))) {
        Value one = numberValue(year);
        one.span = text.span;
        found.push_back(std::move(one));
    }
    return found;
}

/// Blank where the text is too short, or something else than digits stands there.
Value Evaluator::digitsOf(const Node& node) {
    const Value text = value(node.children[0]);
    if (text.what == What::amount && text.text.empty()) return text;
    const Value from = value(node.children[1]);
    const Value to = value(node.children[2]);
    for (const Value* one : {&from, &to}) {
        if (!one->amount.isKnown()) return *one;
    }
    std::string digits;
    std::size_t place = 0;
    const std::string plain = definitions::plain(text.text);
    for (std::size_t at = 0; at < plain.size();) {
        const std::size_t length = decodeAt(plain, at).length;
        const Number now(++place);
        const bool wanted =
            now >= from.amount.quantity().value && now <= to.amount.quantity().value;
        if (wanted) digits += plain.substr(at, length);
        at += length;
    }
    const Number last(place);
    const bool isNumber =
        !digits.empty() && last >= to.amount.quantity().value &&
        std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    const auto number = isNumber ? Number::parse(digits) : std::nullopt;
    if (!number) return Value();
    Value made = numberValue(*number);
    made.span = text.span;
    return made;
}

}  // namespace biao::expression

// 名称, 归一, 词表: what a form knows of names and words.
#include <algorithm>

#include "base/utf8.h"
#include "definitions/form_builder.h"

namespace biao::definitions {

using namespace syntax;

void FormBuilder::names(const Declaration& d) {
    NameRule rule;
    rule.span = d.span;
    if (!d.nameIsText && !d.name) return bad(d.span, phrase(Phrase::nameMissing));
    rule.pattern = Pattern(d.name.text);
    if (rule.pattern.tooMany()) bad(d.name.span, phrase(Phrase::tooManyAlternatives));
    rule.kinds = kinds(d.kinds);
    for (const Attribute& a : file_.of(d.attributes)) {
        if (!nameProperty(rule, a)) {
            std::vector<std::string> candidates;
            for (const Property p :
                 {Property::upper, Property::lower, Property::unbounded, Property::direction,
                  Property::comparator, Property::belongs, Property::rateOf, Property::unit}) {
                candidates.push_back(spelling(p).zh);
                candidates.push_back(spelling(p).en);
            }
            unknown(a.name, phrase(Phrase::quoted, {{"text", std::string(d.name.text)}}),
                    std::move(candidates));
        }
    }
    form_->names.rules.push_back(std::make_shared<const NameRule>(std::move(rule)));
}

bool FormBuilder::nameProperty(NameRule& rule, const Attribute& a) {
    const auto word = pathOf(file_, a.value);
    const bool anything = word && wordFrom<ValueKind>(*word) == ValueKind::any;
    const Property property = wordFrom<Property>(a.name.text);
    switch (property) {
        case Property::upper:
        case Property::lower: {
            auto& bound = property == Property::upper ? rule.atMost : rule.atLeast;
            bound = constant(vocabulary_, file_, a.value);
            if (!bound) bad(a.span, phrase(Phrase::boundOfWhat));
            rule.says |= NameRule::bounds_;
            return true;
        }
        case Property::unbounded:
            rule.says |= NameRule::bounds_;
            return true;
        case Property::direction:
            rule.direction = word ? wordFrom<Direction>(*word) : Direction::none;
            if (rule.direction == Direction::none && !anything) {
                bad(a.span, phrase(Phrase::directionOfWhat));
            }
            rule.says |= NameRule::direction_;
            return true;
        case Property::comparator:
            rule.op = a.op;
            if (a.op == Operator::none && !anything) {
                bad(a.span, phrase(Phrase::comparatorOfWhat));
            }
            rule.says |= NameRule::op_;
            return true;
        case Property::belongs:
            rule.says |= NameRule::category_;
            if (anything) return true;
            for (const Word& w : wordsOf(file_, a.value))
                rule.categories.emplace_back(w.text);
            if (rule.categories.empty()) bad(a.span, phrase(Phrase::belongsToWhat));
            return true;
        case Property::unit:
        case Property::rateOf:
            if (property == Property::rateOf) rule.says |= NameRule::per_;
            if (anything) return true;
            for (const Word& w : wordsOf(file_, a.value)) {
                const auto read = vocabulary_.units.read(w.text);
                const auto* unit = std::get_if<UnitRef>(&read);
                if (!unit) {
                    bad(w.span, phrase(Phrase::unitOfElement));
                } else if (property == Property::unit) {
                    rule.unit = *unit;
                } else {
                    rule.per.push_back(*unit);
                }
            }
            return true;
        default:
            return false;
    }
}

/// 去 "指标{数字}：" takes a beginning away; "、" → "，" writes one for the other; 同 and 别 are of
/// the words of WordSense.
void FormBuilder::normalForm(const Declaration& d) {
    NormalForm& form = form_->names.normalForm;
    const auto textOf = [&](ExprId id) {
        const auto words = wordsOf(file_, id);
        return words.empty() ? std::nullopt : std::optional(std::string(words[0].text));
    };
    for (const auto id : d.block) {
        const Declaration& line = file_[id];
        if (line.broken) continue;
        const auto to = textOf(line.arrow);
        const auto removed = textOf(line.value);
        const Property property = wordFrom<Property>(line.name.text);
        if (line.nameIsText && to) {
            form.replaced.emplace_back(halfWidth(line.name.text), halfWidth(*to));
        } else if (property == Property::remove && removed) {
            // Blanks do not count anyway.
            if (plain(*removed).empty()) continue;
            // What follows the beginning is taken out, so that it is known where that is.
            form.removed.add(Pattern(*removed + "{" + spelling(Capture::unit).zh + "}"));
        } else if ((property == Property::same || property == Property::apart) && removed) {
            WordSense& sense = form_->names.sense;
            auto& words = (property == Property::same ? sense.same : sense.apart).emplace_back();
            const Pattern pattern(*removed);
            if (pattern.tooMany()) bad(line.span, phrase(Phrase::tooManyAlternatives));
            for (const Pattern::Branch& branch : pattern.branches())
                words.push_back(branch.literal());
        } else {
            bad(line.span, phrase(Phrase::normalOfWhat));
        }
    }
}

void FormBuilder::wordList(const Declaration& d) {
    WordList& list = form_->names.lists[std::string(d.name.text)];
    for (const Word& alias : d.aliases)
        form_->names.lists[std::string(alias.text)];
    for (const auto id : d.block) {
        const Declaration& line = file_[id];
        if (line.broken) continue;
        if (line.nameIsText) {
            list.patterns.add(Pattern(line.name.text));
            if (list.patterns.patterns().back().tooMany()) {
                bad(line.name.span, phrase(Phrase::tooManyAlternatives));
            }
        } else {
            bad(line.span, phrase(Phrase::wordListOfWhat));
        }
    }
    for (const Word& alias : d.aliases)
        form_->names.lists[std::string(alias.text)] = list;
}

/// What a fragment or a base knows, after what is known already: of equals the later counts.
void FormBuilder::takeNames(const NameKnowledge& from) {
    auto& into = form_->names;
    for (const auto& rule : from.rules) {
        if (std::find(into.rules.begin(), into.rules.end(), rule) == into.rules.end()) {
            into.rules.push_back(rule);
        }
    }
    const auto append = [](auto& to, const auto& more) {
        to.insert(to.end(), more.begin(), more.end());
    };
    into.normalForm.removed.add(from.normalForm.removed);
    append(into.normalForm.replaced, from.normalForm.replaced);
    append(into.sense.same, from.sense.same);
    append(into.sense.apart, from.sense.apart);
    for (const auto& [name, list] : from.lists)
        into.lists[name].patterns.add(list.patterns);
}

}  // namespace biao::definitions

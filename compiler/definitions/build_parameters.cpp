// 参数: stated, stated again by a form that extends or includes, dropped.
#include <algorithm>

#include "definitions/form_builder.h"

namespace biao::definitions {

using namespace syntax;

Parameter* FormBuilder::parameterNamed(std::string_view name) {
    return const_cast<Parameter*>(find(form_->parameters, name));  // ours to change
}

bool FormBuilder::isNamedAtTop(const Declaration& d, ElementId scope) {
    if (scope.value != 0) {
        findings_.add(finding(Code::misplaced, d.keywordSpan,
                              {{"what", spelling(d.keyword)}, {"place", placeName(scope)}}));
        form_->broken = true;
        return false;
    }
    if (!d.name) bad(d.span, phrase(Phrase::nameMissing));
    return bool(d.name);
}

void FormBuilder::parameter(const Declaration& d, ElementId scope) {
    if (!isNamedAtTop(d, scope)) return;
    Parameter stated;
    stated.name = nameOf(d);
    stated.spellings = spellingsOf(d);
    stated.origin = stated.span = d.name.span;
    if (!parameterValue(stated, d)) return;
    for (const Attribute& a : file_.of(d.attributes)) {
        const Property property = wordFrom<Property>(a.name.text);
        if (property == Property::source) {
            const auto words = wordsOf(file_, a.value);
            if (!words.empty()) stated.source = std::string(words[0].text);
        } else if (property == Property::unconfirmed) {
            stated.unconfirmed = true;
        } else {
            unknown(a.name, phrase(Phrase::attributesOf, {{"name", stated.name}}),
                    {spelling(Property::source).zh, spelling(Property::unconfirmed).zh});
        }
    }
    Parameter* known = parameterNamed(stated.name.zh);
    const bool again = known && statedParameters_.count(known->name.zh) != 0;
    const auto taken =
        std::find_if(stated.spellings.begin(), stated.spellings.end(), [&](const std::string& one) {
            const Parameter* other = find(form_->parameters, one);
            return lookUp(one, {0}) || (other && other != known);
        });
    if (again || taken != stated.spellings.end()) {
        const std::string& name = again ? stated.name.zh : *taken;
        findings_.add(finding(Code::declaredTwice, d.name.span, {{"name", name}}));
        form_->broken = true;
        return;
    }
    // 增, 换 say which of the two is meant.
    if (known && d.edit == Keyword::add) {
        findings_.add(finding(Code::declaredTwice, d.name.span, {{"name", stated.name.zh}}));
        form_->broken = true;
        return;
    }
    if (!known && d.edit == Keyword::replace) {
        std::vector<std::string> names;
        for (const Parameter& one : form_->parameters)
            names.insert(names.end(), one.spellings.begin(), one.spellings.end());
        return unknown(d.name, placeName({0}), names);
    }
    statedParameters_.insert(known ? known->name.zh : stated.name.zh);
    if (known) return restate(*known, std::move(stated));
    form_->parameters.push_back(std::move(stated));
}

/// One value: a number, a quantity, a ratio, a date, a word or text, yes or no.
bool FormBuilder::parameterValue(Parameter& into, const Declaration& d) {
    const auto wrong = [&] {
        bad(d.span, phrase(Phrase::parameterOfWhat, {{"name", into.name}}));
        return false;
    };
    const bool plain = d.kinds.empty() && d.flags.empty() && !d.arrow && !d.hasBlock && !d.version;
    if (!plain || d.definitions.size() != 1) return wrong();
    const Definition& definition = d.definitions.front();
    if (definition.ofWhich || definition.label || definition.terms.size() != 1) return wrong();
    const ExprId value = definition.terms.front().expr;
    const Expr& e = file_[value];
    switch (e.kind) {
        case ExprKind::missing:
            if (!e.text.empty()) return wrong();
            form_->broken = true;  // its finding has been said
            return false;
        case ExprKind::text:
        case ExprKind::name:
            if (e.kind == ExprKind::name && find(form_->parameters, e.text)) return wrong();
            into.type = Parameter::Type::words;
            into.text = std::string(e.text);
            return true;
        case ExprKind::date:
            into.type = Parameter::Type::date;
            into.text = std::string(e.text);
            return true;
        case ExprKind::yes:
        case ExprKind::no:
            into.type = Parameter::Type::yesNo;
            into.yes = e.kind == ExprKind::yes;
            return true;
        case ExprKind::ratio: {
            const auto colon = e.text.find(':');
            const auto over = Number::parse(e.text.substr(0, colon));
            const auto under = Number::parse(e.text.substr(colon + 1));
            const auto ratio = over && under ? over->divided(*under) : std::optional<Number>();
            if (!ratio) return wrong();
            into.quantity = {*ratio, vocabulary_.units.unitFor(Dimension())};
            into.text = std::string(e.text);
            return true;
        }
        default: {
            const auto quantity = constant(vocabulary_, file_, value);
            if (!quantity) return wrong();
            into.quantity = *quantity;
            return true;
        }
    }
}

bool FormBuilder::sameKind(const Parameter& a, const Parameter& b) const {
    if (a.type != b.type) return false;
    if (a.type != Parameter::Type::amount) return true;
    return compare(vocabulary_.units, a.quantity, b.quantity).has_value();
}

/// Another value for what is known: it brings its own source, and is confirmed or not by itself.
void FormBuilder::restate(Parameter& known, Parameter stated) {
    if (!sameKind(known, stated)) {
        return bad(stated.span,
                   phrase(Phrase::parameterChangesKind, {{"name", known.name},
                                                         {"was", shownValue(known)},
                                                         {"now", shownValue(stated)}}));
    }
    stated.name = known.name;
    stated.formerNames = known.formerNames;
    for (const std::string& one : known.spellings) {
        if (!stated.knownAs(one)) stated.spellings.push_back(one);
    }
    stated.origin = known.origin;
    known = std::move(stated);
}

/// What a fragment brings: the form that includes it may have stated another value, before or
/// after.
void FormBuilder::takeParameters(const std::vector<Parameter>& from, Span where) {
    for (const Parameter& one : from) {
        if (one.dropped) continue;
        Parameter* known = parameterNamed(one.name.zh);
        if (!known) {
            if (lookUp(one.name.zh, {0})) {
                findings_.add(finding(Code::declaredTwice, where, {{"name", one.name}}));
                form_->broken = true;
                continue;
            }
            form_->parameters.push_back(one);
        } else if (statedParameters_.count(known->name.zh) != 0) {
            Parameter ours = *known;
            *known = one;
            restate(*known, std::move(ours));
        } else if (known->origin != one.origin) {
            findings_.add(finding(Code::declaredTwice, where, {{"name", one.name}}));
            form_->broken = true;
        }
    }
}

}  // namespace biao::definitions

// 评分法, 分段: stated, taken over, replaced, dropped. What a form states itself is tried before
// what it takes over.
#include <algorithm>

#include "definitions/form_builder.h"

namespace biao::definitions {

using namespace syntax;

namespace {

template <class T>
auto named(std::vector<T>& list, const std::vector<std::string>& spellings) {
    return std::find_if(list.begin(), list.end(), [&](const T& one) {
        return std::any_of(spellings.begin(), spellings.end(), [&](const std::string& each) {
            const auto& known = one.spellings;
            return !one.dropped && std::find(known.begin(), known.end(), each) != known.end();
        });
    });
}

Localized inBoth(const std::vector<Text>& texts) {
    Localized out = textsOf(texts);
    if (out.en.empty()) out.en = out.zh;
    if (out.zh.empty()) out.zh = out.en;
    return out;
}

}  // namespace

/// Where it is to stand; null, and said, where one of that name stands already or the one to be
/// replaced does not.
template <class T>
T* FormBuilder::place(std::vector<T>& list, T stated, const Declaration& d,
                      std::set<std::string>& seen) {
    const auto known = named(list, stated.spellings);
    const bool replaces = d.edit == Keyword::replace;
    if (known == list.end() && replaces) {
        std::vector<std::string> names;
        for (const T& one : list)
            names.insert(names.end(), one.spellings.begin(), one.spellings.end());
        unknown(d.name, placeName({0}), names);
        return nullptr;
    }
    if (known != list.end() && (!replaces || seen.count(known->name.zh) != 0)) {
        findings_.add(finding(Code::declaredTwice, d.name.span, {{"name", stated.name}}));
        form_->broken = true;
        return nullptr;
    }
    if (known != list.end()) {
        stated.name = known->name;  // the same under all its names
        for (const std::string& one : known->spellings) {
            const auto& now = stated.spellings;
            if (std::find(now.begin(), now.end(), one) == now.end())
                stated.spellings.push_back(one);
        }
        seen.insert(stated.name.zh);
        *known = std::move(stated);
        return &*known;
    }
    const auto own = std::count_if(list.begin(), list.end(),
                                   [&](const T& one) { return seen.count(one.name.zh) != 0; });
    seen.insert(stated.name.zh);
    return &*list.insert(list.begin() + own, std::move(stated));
}

bool FormBuilder::scoringAttribute(const Attribute& a, Scheme* scheme, Bands* bands) {
    const Property property = wordFrom<Property>(a.name.text);
    switch (property) {
        case Property::source: {
            const auto words = wordsOf(file_, a.value);
            if (!words.empty())
                (scheme ? scheme->source : bands->source) = std::string(words[0].text);
            return true;
        }
        case Property::unconfirmed:
            (scheme ? scheme->unconfirmed : bands->unconfirmed) = true;
            return true;
        case Property::rounded: {
            const auto step = constant(vocabulary_, file_, a.value);
            if (!step || step->value.sign() <= 0) {
                bad(a.span, phrase(Phrase::roundedToWhat));
                return false;
            }
            (scheme ? scheme->rounding : bands->rounding) = step;
            return true;
        }
        case Property::several:
            if (!scheme) break;
            if (!pathOf(file_, a.value)) {
                bad(a.span, phrase(Phrase::severalHow));
                return false;
            }
            scheme->several = a.value;
            scheme->hasSeveral = true;
            return true;
        case Property::role: {
            if (!bands) break;
            const auto role = pathOf(file_, a.value);
            if (!role || wordFrom<Role>(*role) != Role::grade) {
                bad(a.span, phrase(Phrase::bandsRole));
                return false;
            }
            bands->grades = true;
            return true;
        }
        default:
            break;
    }
    std::vector<std::string> known;
    for (const Property one : {Property::rounded, Property::source, Property::unconfirmed,
                               scheme ? Property::several : Property::role}) {
        known.push_back(spelling(one).zh);
        known.push_back(spelling(one).en);
    }
    const Keyword keyword = scheme ? Keyword::scheme : Keyword::bands;
    unknown(a.name, phrase(Phrase::attributesOf, {{"name", spelling(keyword)}}), known);
    return false;
}

void FormBuilder::scheme(const Declaration& d, ElementId scope) {
    if (!isNamedAtTop(d, scope)) return;
    Scheme stated;
    stated.name = nameOf(d);
    stated.spellings = spellingsOf(d);
    stated.rates = kinds(d.kinds);
    stated.file = &file_;
    stated.declaration = &d;
    stated.span = d.name.span;
    for (const Clause& c : d.clauses) {
        if (c.kind == ClauseKind::source) stated.source = inBoth(c.texts);
        if (c.kind == ClauseKind::note) stated.note = inBoth(c.texts);
    }
    for (const Attribute& a : file_.of(d.attributes)) {
        if (!scoringAttribute(a, &stated, nullptr)) return;
    }
    place(form_->schemes, std::move(stated), d, statedSchemes_);
}

void FormBuilder::bands(const Declaration& d, ElementId scope) {
    if (!isNamedAtTop(d, scope)) return;
    const auto given = d.arrow ? pathOf(file_, d.arrow) : std::nullopt;
    if (!d.hasBlock || d.kinds.empty() || !given || !d.definitions.empty()) {
        return bad(d.span, phrase(Phrase::bandsHeading));
    }
    Bands stated;
    stated.name = nameOf(d);
    stated.spellings = spellingsOf(d);
    stated.takes = kinds(d.kinds);
    stated.gives = kinds({{{file_[d.arrow].text, file_[d.arrow].span}, {}}});
    stated.file = &file_;
    stated.declaration = &d;
    stated.span = d.name.span;
    for (const Clause& c : d.clauses) {
        if (c.kind == ClauseKind::source) stated.source = inBoth(c.texts);
    }
    for (const Attribute& a : file_.of(d.attributes)) {
        if (!scoringAttribute(a, nullptr, &stated)) return;
    }
    place(form_->bands, std::move(stated), d, statedBands_);
}

/// What a fragment brings comes after what is there.
void FormBuilder::takeSchemes(const Form& from) {
    const auto take = [](auto& into, const auto& list) {
        for (const auto& one : list) {
            const bool known = std::any_of(into.begin(), into.end(), [&](const auto& other) {
                return other.name.zh == one.name.zh;
            });
            if (!known && !one.dropped) into.push_back(one);
        }
    };
    take(form_->schemes, from.schemes);
    take(form_->bands, from.bands);
}

bool FormBuilder::dropScoring(std::string_view name) {
    const std::vector<std::string> spelled{std::string(name)};
    const auto scheme = named(form_->schemes, spelled);
    if (scheme != form_->schemes.end()) {
        scheme->dropped = true;
        return true;
    }
    const auto bands = named(form_->bands, spelled);
    if (bands == form_->bands.end()) return false;
    bands->dropped = true;
    return true;
}

}  // namespace biao::definitions

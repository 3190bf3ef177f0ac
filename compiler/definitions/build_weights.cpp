// 权重: where it is stated, for what, under which condition. What its lines say is read when all
// elements and parameters are known (resolve_weights.cpp).
#include <algorithm>

#include "definitions/form_builder.h"

namespace biao::definitions {

using namespace syntax;

/// The first statement of a declaration takes the place of what was inherited for that scope; the
/// next are tried after it.
void FormBuilder::weights(const Declaration& d, ElementId scope) {
    const ElementKind at = (*form_)[scope].kind;
    if (scope.value != 0 && at != ElementKind::tree && at != ElementKind::category) {
        findings_.add(finding(Code::misplaced, d.keywordSpan,
                              {{"what", spelling(d.keyword)}, {"place", placeName(scope)}}));
        form_->broken = true;
        return;
    }
    Weights stated;
    stated.file = &file_;
    stated.declaration = &d;
    stated.scope = scope;
    stated.span = d.keywordSpan;
    const bool plain = !d.name && d.aliases.empty() && d.flags.empty() && d.kinds.empty() &&
                       !d.arrow && d.definitions.empty() && d.edit == Keyword::none;
    if (!plain && !d.broken) return bad(d.span, phrase(Phrase::weightsHeading));
    bool totalled = false;
    for (const Attribute& a : file_.of(d.attributes)) {
        if (d.broken) break;  // which has been said
        totalled = totalled || wordFrom<Property>(a.name.text) == Property::summed;
        if (!weightsAttribute(stated, a)) return;
    }
    auto& list = form_->weights;
    if (statedWeights_.insert(scope).second) {
        std::erase_if(list, [&](const Weights& one) { return one.scope == scope; });
    }
    const auto before = std::find_if(list.begin(), list.end(), [&](const Weights& one) {
        return one.scope == scope && !one.when && !one.declaration->broken;
    });
    if (before != list.end() && !d.broken) {
        bad(d.span, phrase(Phrase::weightsUnreached));
    } else if (totalled || !d.block.empty() || d.broken) {  // 权重 { } demands nothing any more
        list.push_back(std::move(stated));
    }
}

bool FormBuilder::weightsAttribute(Weights& into, const Attribute& a) {
    const Property property = wordFrom<Property>(a.name.text);
    if (a.when && property != Property::summed) {
        bad(file_[a.when].span, phrase(Phrase::weightsCondition));
        return false;
    }
    switch (property) {
        case Property::summed:
            into.when = a.when;
            return true;
        case Property::source: {
            const auto words = wordsOf(file_, a.value);
            if (!words.empty()) into.source = std::string(words[0].text);
            return true;
        }
        case Property::unconfirmed:
            into.unconfirmed = true;
            return true;
        default: {
            std::vector<std::string> known;
            for (const Property one : {Property::summed, Property::source, Property::unconfirmed}) {
                known.push_back(spelling(one).zh);
                known.push_back(spelling(one).en);
            }
            unknown(a.name, phrase(Phrase::attributesOf, {{"name", spelling(Keyword::weights)}}),
                    known);
            return false;
        }
    }
}

/// What a fragment brings, unless the form that includes it has stated its own.
void FormBuilder::takeWeights(const std::vector<Weights>& from,
                              const std::function<ElementId(ElementId)>& at) {
    std::set<ElementId> fresh;
    for (Weights one : from) {
        one.scope = at(one.scope);
        if (!one.scope || statedWeights_.count(one.scope) != 0) continue;
        if (fresh.insert(one.scope).second) {
            std::erase_if(form_->weights,
                          [&](const Weights& old) { return old.scope == one.scope; });
        }
        form_->weights.push_back(std::move(one));
    }
}

}  // namespace biao::definitions

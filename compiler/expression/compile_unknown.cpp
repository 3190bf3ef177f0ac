// Names that mean nothing, and what they may have been meant for.
#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "expression/compile.h"

namespace biao::expression {

using definitions::Element;
using definitions::ElementId;
using syntax::Expr;
using syntax::ExprId;
using syntax::ExprKind;
using syntax::Member;
using syntax::Operator;

NodeId Compiler::unknownName(ExprId id, Localized place,
                             const std::vector<std::string>& candidates) {
    failed_ = true;
    const Expr& e = file_[id];
    const bool role = e.kind == ExprKind::role || e.op == Operator::role;
    const std::string name = (role ? "@" : "") + std::string(e.text);
    // Of a path the last name is unknown.
    Span at = e.span;
    if (e.kind == ExprKind::member) {
        at.begin = at.end - std::min(at.end - at.begin, static_cast<std::uint32_t>(name.size()));
    }
    Localized suggestion;
    const auto dropped =
        std::find_if(form_.elements.begin(), form_.elements.end(), [&](const Element& element) {
            const auto& spellings = element.spellings;
            return element.dropped &&
                   std::find(spellings.begin(), spellings.end(), e.text) != spellings.end();
        });
    const bool gone = dropped != form_.elements.end() ||
                      std::any_of(parameters().begin(), parameters().end(), [&](const auto& one) {
                          return one.dropped && one.knownAs(e.text);
                      });
    if (gone) {
        suggestion = phrase(Phrase::droppedHere);
    } else if (const auto near = nearest(name, candidates)) {
        suggestion = phrase(Phrase::didYouMean, {{"name", candidates[*near]}});
    }
    // A mistyped name is mended at each of its places; one that the form does not have is one
    // cause.
    const bool lacks = role || gone;
    if (lacks && !unknown_.insert(name + place.zh).second) return missing(e.span);
    findings_.add(finding(
        Code::unknownElement, at,
        {{"place", std::move(place)}, {"name", name}, {"suggestion", std::move(suggestion)}}));
    return missing(e.span);
}

std::vector<std::string> Compiler::namesInScope() const {
    std::vector<std::string> names;
    names.reserve(bindings_.size());
    for (const Binding& binding : bindings_)
        names.push_back(binding.name);
    for (const Scope& scope : scopes_) {
        for (std::string& one : namesIn(scope.element))
            names.push_back(std::move(one));
    }
    for (const auto& one : parameters()) {
        if (!one.dropped) names.insert(names.end(), one.spellings.begin(), one.spellings.end());
    }
    for (const Element& element : form_.elements) {
        if (element.dropped) continue;
        names.insert(names.end(), element.spellings.begin(), element.spellings.end());
    }
    return names;
}

std::vector<std::string> Compiler::namesIn(ElementId element) const {
    std::vector<std::string> names = form_.spellingsIn(element);
    for (const ElementId id : form_.columnsOf(element)) {
        names.insert(names.end(), form_[id].spellings.begin(), form_[id].spellings.end());
    }
    addSpellings<Member>(names);
    return names;
}

}  // namespace biao::expression

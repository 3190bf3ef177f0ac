// 删, 改名, 改, 换, 包含: what an extending form does to what it inherits. An element keeps its
// permanent id through all of it, so that national rules, comparison and JSON still find it.
#include <algorithm>
#include <map>

#include "definitions/form_builder.h"
#include "diagnostics/code_names.h"

namespace biao::definitions {

using namespace syntax;

ElementId FormBuilder::lookUp(std::string_view name, ElementId scope) const {
    const Form& form = *form_;
    if (const ElementId id = form.child(scope, name)) return id;
    for (const ElementId id : form[scope].columns) {
        const auto& spelled = form[id].spellings;
        if (!form[id].dropped && std::find(spelled.begin(), spelled.end(), name) != spelled.end()) {
            return id;
        }
    }
    return {};
}

/// The element an edit is about: in scope, else by path from the top of the form.
ElementId FormBuilder::existing(const Word& name, ElementId scope) {
    if (const ElementId id = lookUp(name.text, scope)) return id;
    if (scope.value == 0) {
        if (const ElementId id = form_->find(name.text)) return id;
    }
    auto candidates = form_->spellingsIn(scope);
    if (scope.value == 0) {
        for (const Element& e : form_->elements) {
            if (e.dropped) continue;
            candidates.insert(candidates.end(), e.spellings.begin(), e.spellings.end());
        }
    }
    unknown(name, placeName(scope), candidates);
    return {};
}

void FormBuilder::drop(const Declaration& d, ElementId scope) {
    const bool optional = has(d, Flag::optional);
    std::vector<Word> names{d.name};
    for (const Attribute& a : file_.of(d.attributes))
        names.push_back(a.name);
    for (const Word& name : names) {
        const std::string named = tidyCode(name.text);
        const auto rule = std::find_if(
            form_->rules.begin(), form_->rules.end(),
            [&](const Rule& r) { return !r.dropped && meansCode(named, r.code, r.name); });
        if (rule != form_->rules.end()) {
            rule->dropped = true;
        } else if (Parameter* known = parameterNamed(name.text)) {
            known->dropped = true;
        } else if (!lookUp(name.text, scope) && dropScoring(name.text)) {
            continue;
        } else if (optional && !lookUp(name.text, scope)) {
            continue;  // of a package that this library may not have
        } else if (const ElementId id = existing(name, scope)) {
            dropTree(id);
        }
    }
}

void FormBuilder::dropTree(ElementId id) {
    (*form_)[id].dropped = true;
    // A total must not go on counting a part that is gone.
    for (Element& e : form_->elements) {
        for (Decomposition& decomposition : e.decompositions) {
            std::erase_if(decomposition.parts, [&](const auto& p) { return p.element == id; });
        }
        std::erase_if(e.decompositions, [](const Decomposition& each) {
            return each.parts.empty() && !each.allRows;
        });
    }
    for (OneOf& one : form_->oneOf)
        std::erase(one.elements, id);
    std::erase_if(form_->oneOf, [](const OneOf& one) { return one.elements.empty(); });
    for (const ElementId child : (*form_)[id].children)
        dropTree(child);
    for (const ElementId column : (*form_)[id].columns)
        dropTree(column);
}

void FormBuilder::rename(const Declaration& d, ElementId scope) {
    const auto to = pathOf(file_, d.arrow);
    // Elements and parameters are called by names of the same make.
    const auto call = [&](auto& one) {
        std::replace(one.spellings.begin(), one.spellings.end(), one.name.zh, *to);
        one.formerNames.push_back(one.name.zh);
        one.name.zh = *to;
        if (!d.aliases.empty()) {
            one.name.en = std::string(d.aliases.front().text);
            one.spellings.push_back(one.name.en);
        }
    };
    const auto taken = [&](ElementId parent, ElementId self) {
        const ElementId other = lookUp(*to, parent);
        const bool constant = parent.value == 0 && find(form_->parameters, *to);
        if (!constant && (!other || other == self)) return false;
        findings_.add(finding(Code::declaredTwice, file_[d.arrow].span, {{"name", *to}}));
        return true;
    };
    Parameter* constant = scope.value == 0 ? parameterNamed(d.name.text) : nullptr;
    const ElementId id = constant ? ElementId() : existing(d.name, scope);
    if (!constant && !id) return;
    if (!to) return bad(d.span, phrase(Phrase::renameToWhat));
    if (taken(id ? (*form_)[id].parent : ElementId{0}, id)) return;
    constant ? call(*constant) : call((*form_)[id]);
}

void FormBuilder::change(const Declaration& d, ElementId scope) {
    if (scope.value == 0 && parameterNamed(d.name.text)) return parameter(d, scope);
    const ElementId id = existing(d.name, scope);
    if (!id) return;
    fill(id, d);
    lines(d.block, id);
}

ElementId FormBuilder::replace(const Declaration& d, ElementKind kind, ElementId scope) {
    const ElementId id = existing(d.name, scope);
    if (!id) return {};
    const auto children = (*form_)[id].children;
    for (const ElementId child : children)
        dropTree(child);
    Element fresh;
    const Element& old = (*form_)[id];
    fresh.kind = kind;
    fresh.id = old.id;
    fresh.name = old.name;
    fresh.spellings = old.spellings;
    fresh.formerNames = old.formerNames;
    fresh.parent = old.parent;
    fresh.span = d.span;
    fresh.nameSpan = d.name.span;
    (*form_)[id] = std::move(fresh);
    fill(id, d);
    return id;
}

/// Copies what a fragment holds under `scope`: its elements, its columns, its rules.
void FormBuilder::copyInto(const Form& from, ElementId scope, Span where) {
    std::map<std::uint32_t, ElementId> copied;
    const bool underTree =
        (*form_)[scope].kind == ElementKind::tree || (*form_)[scope].kind == ElementKind::category;
    const std::function<ElementId(ElementId, ElementId)> copy = [&](ElementId source,
                                                                    ElementId parent) {
        Element element = from[source];
        element.parent = parent;
        const auto children = std::exchange(element.children, {});
        const auto columns = std::exchange(element.columns, {});
        if (underTree && element.kind == ElementKind::tree) {
            element.kind = ElementKind::category;
            element.wasTree = true;
        }
        form_->elements.push_back(std::move(element));
        const ElementId id{static_cast<std::uint32_t>(form_->elements.size() - 1)};
        copied[source.value] = id;
        for (const ElementId child : children) {
            if (from[child].dropped) continue;
            const ElementId made = copy(child, id);
            (*form_)[id].children.push_back(made);
        }
        for (const ElementId column : columns) {
            if (from[column].dropped) continue;
            const ElementId made = copy(column, id);
            (*form_)[id].columns.push_back(made);
        }
        return id;
    };
    const auto bring = [&](const std::vector<ElementId>& list, bool columns) {
        for (const ElementId source : list) {
            const Element& element = from[source];
            if (element.dropped) continue;
            if (lookUp(element.name.zh, scope)) {
                findings_.add(finding(Code::declaredTwice, where, {{"name", element.name}}));
                form_->broken = true;
                continue;
            }
            const ElementId made = copy(source, scope);
            Element& into = (*form_)[scope];
            (columns ? into.columns : into.children).push_back(made);
        }
    };
    bring(from.root().children, false);
    bring(from.root().columns, true);
    for (OneOf one : from.oneOf) {
        one.scope = one.scope.value == 0 ? scope : copied[one.scope.value];
        for (ElementId& each : one.elements)
            each = copied[each.value];
        std::erase(one.elements, ElementId());  // one that is there already
        if (!one.scope || one.elements.empty()) continue;
        form_->oneOf.push_back(std::move(one));
    }
    for (const auto& [source, id] : copied) {
        for (ElementId& column : (*form_)[id].onlyColumns)
            column = copied[column.value];
        for (Decomposition& decomposition : (*form_)[id].decompositions) {
            for (auto& part : decomposition.parts)
                part.element = copied[part.element.value];
        }
    }
    takeNames(from.names);
    form_->severities.add(from.severities);
    takeParameters(from.parameters, where);
    takeSchemes(from);
    takeWeights(from.weights,
                [&](ElementId of) { return of.value == 0 ? scope : copied[of.value]; });
    for (const Rule& rule : from.rules) {
        const bool known = std::any_of(form_->rules.begin(), form_->rules.end(),
                                       [&](const Rule& r) { return r.code == rule.code; });
        if (!known && !rule.dropped) form_->rules.push_back(rule);
    }
}

}  // namespace biao::definitions

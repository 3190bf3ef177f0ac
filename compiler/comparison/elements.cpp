#include "comparison/elements.h"

#include <map>
#include <string>
#include <tuple>

namespace biao::comparison {

using definitions::Element;
using definitions::ElementKind;
using definitions::Form;

namespace {

/// Elements told by what `keyOf` makes of them; none where several are told alike.
template <class KeyOf>
auto byKey(const Form& form, const std::vector<ElementId>& taken, const KeyOf& keyOf) {
    std::map<decltype(keyOf(form, ElementId{0})), ElementId> out;
    for (std::uint32_t i = 1; i < form.elements.size(); ++i) {
        if (taken[i] || form.elements[i].dropped) continue;
        const auto [at, fresh] = out.emplace(keyOf(form, ElementId{i}), ElementId{i});
        if (!fresh) at->second = {};
    }
    return out;
}

bool isColumn(const Element& element) {
    return element.kind == ElementKind::column;
}

std::string pathOf(const Form& form, ElementId id) {
    std::string path = isColumn(form[id]) ? "|" : "";
    for (; id && id.value != 0; id = form[id].parent)
        path += form[id].id + ".";
    return path;
}

}  // namespace

ElementMap::ElementMap(const Form& before, const Form& after)
    : after_(before.elements.size()), before_(after.elements.size()) {
    after_[0] = before_[0] = {0};
    if (&before == &after) {
        for (std::uint32_t i = 0; i < after.elements.size(); ++i)
            after_[i] = before_[i] = {i};
        return;
    }
    const auto pair = [&](const auto& keyOf) {
        const auto old = byKey(before, after_, keyOf);
        for (const auto& [key, id] : byKey(after, before_, keyOf)) {
            const auto known = old.find(key);
            if (!id || known == old.end() || !known->second) continue;
            after_[known->second.value] = id;
            before_[id.value] = known->second;
        }
    };
    pair([](const Form& form, ElementId id) { return pathOf(form, id); });
    pair([](const Form& form, ElementId id) {
        return std::tuple(form[id].id, isColumn(form[id]), form[id].isLine());
    });
}

ElementId topOf(const Form& form, ElementId element) {
    while (element.value != 0 && form[element].parent && form[element].parent.value != 0)
        element = form[element].parent;
    return element;
}

bool areParallel(const Form& form, ElementId one, ElementId other) {
    if (one == other) return false;
    for (const ElementId child : form[one].children) {
        for (const ElementId twin : form[other].children) {
            if (form[child].id == form[twin].id) return true;
        }
    }
    return false;
}

}  // namespace biao::comparison

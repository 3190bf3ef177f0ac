#include "definitions/form.h"

#include <algorithm>

namespace biao::definitions {
namespace {

bool spelledSo(const Element& element, std::string_view spelling) {
    return std::find(element.spellings.begin(), element.spellings.end(), spelling) !=
           element.spellings.end();
}

/// Rules were written against the names the element was declared with.
bool knownAs(const Element& element, std::string_view name) {
    return spelledSo(element, name) ||
           std::find(element.formerNames.begin(), element.formerNames.end(), name) !=
               element.formerNames.end();
}

}  // namespace

ElementId Form::child(ElementId parent, std::string_view spelling) const {
    for (const ElementId id : (*this)[parent].children) {
        if (!(*this)[id].dropped && spelledSo((*this)[id], spelling)) return id;
    }
    return {};
}

ElementId Form::owner(ElementId line) const {
    ElementId at = line;
    while (at.value != 0) {
        const Element& element = (*this)[at];
        const bool inside = element.kind == ElementKind::category ||
                            element.kind == ElementKind::line ||
                            (element.kind == ElementKind::fund &&
                             (*this)[element.parent].kind == ElementKind::fund);
        if (!inside) return at;
        at = element.parent;
    }
    return line;
}

std::vector<ElementId> Form::columnsFor(ElementId line) const {
    std::vector<ElementId> out;
    std::vector<ElementId> chain;
    for (ElementId at = line;; at = (*this)[at].parent) {
        chain.push_back(at);
        if (at.value == 0) break;
    }
    // The columns at the top of a form are those of all its trees, whose rows the form as a whole
    // stands for.
    const bool inTree = line.value == 0 || (*this)[owner(line)].kind == ElementKind::tree;
    for (auto at = chain.rbegin(); at != chain.rend(); ++at) {
        if (at->value == 0 && !inTree) continue;
        for (const ElementId id : (*this)[*at].columns) {
            if ((*this)[id].dropped) continue;
            // A tree's own column stands for one of the form that has its name.
            std::erase_if(out, [&](ElementId outer) {
                return (*this)[outer].name.zh == (*this)[id].name.zh;
            });
            out.push_back(id);
        }
    }
    return out;
}

void Form::settle() {
    columnsInForce_.clear();
    for (std::uint32_t i = 0; i < elements.size(); ++i)
        columnsInForce_.push_back(columnsFor({i}));
}

ElementId Form::column(ElementId line, std::string_view spelling) const {
    const auto& columns = columnsOf(line);
    for (auto id = columns.rbegin(); id != columns.rend(); ++id) {
        if (spelledSo((*this)[*id], spelling)) return *id;
    }
    return {};
}

ElementId Form::childKnownAs(ElementId parent, std::string_view called) const {
    if (const ElementId same = child(parent, called)) return same;
    for (const ElementId id : (*this)[parent].children) {
        if (!(*this)[id].dropped && knownAs((*this)[id], called)) return id;
    }
    return {};
}

ElementId Form::columnKnownAs(ElementId line, std::string_view called) const {
    if (const ElementId same = column(line, called)) return same;
    const auto& columns = columnsOf(line);
    for (auto id = columns.rbegin(); id != columns.rend(); ++id) {
        if (knownAs((*this)[*id], called)) return *id;
    }
    return {};
}

ElementId Form::withRole(const RoleRef& role) const {
    for (std::uint32_t i = 0; i < elements.size(); ++i) {
        if (!elements[i].dropped && elements[i].role == role) return {i};
    }
    return {};
}

ElementId Form::find(std::string_view path) const {
    const auto dot = path.find('.');
    const auto first = path.substr(0, dot);
    // Breadth first: what stands nearer the top of the form is meant.
    std::vector<ElementId> level{{0}};
    ElementId found;
    while (!found && !level.empty()) {
        std::vector<ElementId> next;
        for (const ElementId at : level) {
            for (const auto& list : {(*this)[at].children, (*this)[at].columns}) {
                for (const ElementId id : list) {
                    if ((*this)[id].dropped) continue;
                    if (!found && knownAs((*this)[id], first)) found = id;
                    next.push_back(id);
                }
            }
        }
        level = std::move(next);
    }
    while (found && path.find('.') != std::string_view::npos) {
        path.remove_prefix(path.find('.') + 1);
        const auto next = path.substr(0, path.find('.'));
        const ElementId inner = child(found, next);
        found = inner ? inner : column(found, next);
    }
    return found;
}

std::vector<std::string> Form::spellingsIn(ElementId parent) const {
    std::vector<std::string> out;
    for (const ElementId id : (*this)[parent].children) {
        if ((*this)[id].dropped) continue;
        for (const auto& spelling : (*this)[id].spellings)
            out.push_back(spelling);
    }
    return out;
}

Localized Form::path(ElementId id) const {
    Localized out;
    for (ElementId at = id; at.value != 0 && at; at = (*this)[at].parent) {
        const Localized& own = (*this)[at].name;
        out.zh = out.zh.empty() ? own.zh : own.zh + "·" + out.zh;
        out.en = out.en.empty() ? own.en : own.en + "." + out.en;
    }
    if (out.en != out.zh) out.en += " (" + out.zh + ")";
    return out;
}

}  // namespace biao::definitions

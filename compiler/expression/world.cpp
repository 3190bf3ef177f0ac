#include "expression/world.h"

#include <algorithm>

namespace biao::expression {

using definitions::ElementId;
using definitions::ElementKind;

std::vector<ElementId> categoriesAt(const definitions::Form& form, ElementId element) {
    std::vector<ElementId> path;
    for (ElementId at = element; at && at.value != 0; at = form[at].parent) {
        const ElementKind kind = form[at].kind;
        if (kind != ElementKind::category && kind != ElementKind::tree) break;
        path.push_back(at);
        if (kind != ElementKind::tree && !form[at].wasTree) continue;
        std::reverse(path.begin(), path.end());
        return path;
    }
    return {};
}

}  // namespace biao::expression

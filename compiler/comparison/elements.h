// The elements of one form by those of another: two versions of a form, or two forms.
#pragma once

#include <vector>

#include "definitions/form.h"

namespace biao::comparison {

using definitions::ElementId;

class ElementMap {
public:
    /// By permanent ids: the same path of them, else the only element of that id and kind on both
    /// sides.
    ElementMap(const definitions::Form& before, const definitions::Form& after);

    /// None where the other form has no such element.
    ElementId after(ElementId before) const { return after_[before.value]; }
    ElementId before(ElementId after) const { return before_[after.value]; }

private:
    std::vector<ElementId> after_;
    std::vector<ElementId> before_;
};

/// The element right below the form that holds it.
ElementId topOf(const definitions::Form& form, ElementId element);
/// The two are the same tree used twice: a category of one stands, by its id, in the other as well.
bool areParallel(const definitions::Form& form, ElementId one, ElementId other);

}  // namespace biao::comparison

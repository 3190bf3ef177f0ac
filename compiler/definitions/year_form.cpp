#include "definitions/year_form.h"

namespace biao::definitions {

std::shared_ptr<const Form> yearForm(const Form& form) {
    auto made = std::make_shared<Form>(form);
    const auto behind = static_cast<std::uint32_t>(form.elements.size());
    made->lastYear = {behind};
    for (const Element& element : form.elements) {
        Element& past = made->elements.emplace_back(element);
        past.parent.value += behind;
        for (auto* list : {&past.children, &past.columns}) {
            for (ElementId& id : *list)
                id.value += behind;
        }
    }
    const Localized name = syntax::spelling(syntax::Member::lastYear);
    Element& root = (*made)[made->lastYear];
    root.kind = ElementKind::tree;  // its rows are those of its trees, and have their columns
    root.id = name.en;
    root.name = name;
    root.spellings = {name.zh, name.en};
    root.parent = {0};
    root.columns.clear();  // those at the top are one for both years
    made->elements[0].children.push_back(made->lastYear);
    made->settle();
    return made;
}

}  // namespace biao::definitions

// Groups of fields, once or again and again, and prose in numbered lines.
#include <algorithm>

#include "draft/drafter.h"
#include "draft/remarks.h"
#include "draft/words.h"

namespace biao::draft {

using model::RowKind;

void Drafter::group(ElementId id) {
    const Element& element = form_[id];
    if (!element.repeatable) {
        std::vector<std::string> remarks;
        if (element.required) remarks.push_back(word(syntax::Flag::required, language_));
        line(named(id) + " {", remarks);
        below(id, {});
        return line("}");
    }
    bool any = false;
    if (carried_) {
        for (const RowIndex last : carried_->rows(id, RowKind::line, {})) {
            groupLine(id, last);
            any = true;
        }
    }
    if (!any) groupLine(id, {});
}

/// `last`: the one of last year that it is.
void Drafter::groupLine(ElementId id, RowIndex last) {
    std::vector<std::string> remarks;
    const auto flag = form_[id].required ? syntax::Flag::required : syntax::Flag::optional;
    if (!last) remarks.push_back(word(flag, language_));
    std::string head = named(id);
    if (last && (*carried_)[last].name != form_[id].name.zh)
        head += " " + quoted((*carried_)[last].name);
    line(head + " {", remarks);
    for (const ElementId column : form_.columnsOf(id)) {
        if (form_[column].dropped) continue;
        std::vector<std::string> said = {demand(column)};
        Taken value;
        const ElementId from = last ? carried_->columnFor(form_, column) : ElementId();
        const model::Cell* cell = from ? (*carried_)[last].cell({from, {}}) : nullptr;
        if (cell) value = carried_->taken(form_[column], cell->value, (*carried_)[last]);
        if (!value.text.empty()) said.clear();
        if (!value.remark.empty()) said.push_back(remark(value.remark));
        line(named(column) + (value.text.empty() ? "" : " ") + value.text, said);
    }
    line("}");
}

void Drafter::list(ElementId id) {
    const RowIndex last = only(id, RowKind::field);
    const auto lines = last ? carried_->under(last) : std::vector<RowIndex>();
    // A goal is new every year: what it was stands in the comment of a field.
    if (lines.empty() || form_[id].role.role != syntax::Role::none) return field(id);
    line(named(id) + " {");
    listItems(last);
    line("}");
}

void Drafter::listItems(RowIndex around) {
    for (const RowIndex one : carried_->under(around)) {
        const model::Row& row = (*carried_)[one];
        if (row.kind != RowKind::item) continue;
        const bool inner = !carried_->under(one).empty();
        line(quoted(row.name) + (inner ? " {" : ""));
        if (!inner) continue;
        listItems(one);
        line("}");
    }
}

}  // namespace biao::draft

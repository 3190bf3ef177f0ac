#include "model/submission.h"

#include <algorithm>

namespace biao::model {

const Cell* Row::cell(const ColumnRef& column) const {
    for (const Cell& each : cells) {
        if (each.column == column) return &each;
    }
    return nullptr;
}

const Value& Row::value() const {
    static const Value blank;
    const Cell* own = cell({});
    return own ? own->value : blank;
}

const std::vector<ColumnRef>* Submission::columnsOf(ElementId owner) const {
    for (const OpenedColumns& each : opened) {
        if (each.owner == owner) return &each.columns;
    }
    return nullptr;
}

const Source& Submission::sourceOf(Span where) const {
    for (const Beside& each : beside) {
        if (each.file == where.file) return *each.source;
    }
    return *source;
}

std::size_t Submission::indicators() const {
    return static_cast<std::size_t>(std::count_if(
        rows.begin(), rows.end(), [](const Row& r) { return r.kind == RowKind::indicator; }));
}

Localized rowPath(const Submission& submission, RowIndex index) {
    const Row& row = submission[index];
    Localized path = submission.form->path(row.element);
    const bool named = row.kind == RowKind::indicator || row.kind == RowKind::item ||
                       row.kind == RowKind::ofWhich || row.kind == RowKind::together || row.added ||
                       (row.kind == RowKind::line &&
                        (*submission.form)[row.element].kind != definitions::ElementKind::line);
    if (!named) return path;
    const std::string name(row.name);
    return {path.zh + "·" + name, path.en + "." + name};
}

std::vector<std::string> categoriesOf(const Submission& submission, const Row& row) {
    const definitions::Form& form = *submission.form;
    std::vector<std::string> names;
    for (RowIndex at = row.parent; at; at = submission[at].parent) {
        const Row& above = submission[at];
        if (above.kind != RowKind::category || above.element.value == 0) continue;
        const definitions::Element& element = form[above.element];
        const bool titled = element.repeatable && !above.name.empty();
        names.push_back(element.name.zh + (titled ? " " + std::string(above.name) : ""));
    }
    std::reverse(names.begin(), names.end());
    return names;
}

}  // namespace biao::model

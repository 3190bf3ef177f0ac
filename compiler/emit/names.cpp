#include "emit/names.h"

#include "base/utf8.h"
#include "syntax/words.h"

namespace biao::emit {

using definitions::ElementKind;
using model::RowKind;

const std::string& ElementIds::operator[](ElementId id) {
    std::string& path = paths_[id.value];
    if (path.empty() && id.value != 0) {
        const std::string& above = (*this)[form_[id].parent];
        path = above.empty() ? form_[id].id : above + "." + form_[id].id;
    }
    return path;
}

Localized namesOf(const definitions::Form& form, ElementId id) {
    if (id.value != 0 || form.english.empty()) return form[id].name;
    const definitions::FormName english{form.english, form.name.version};
    return {form.name.text(), english.text()};
}

std::string roleName(const definitions::RoleRef& role) {
    if (role.role == syntax::Role::none) return {};
    const std::string name = syntax::spelling(role.role).en;
    if (role.role == syntax::Role::target && !role.part.empty()) {
        return name + "." + syntax::spelling(syntax::wordFrom<syntax::Member>(role.part)).en;
    }
    return role.part.empty() ? name : name + "." + role.part;
}

std::string_view kindName(const model::Submission& submission, const model::Row& row) {
    switch (row.kind) {
        case RowKind::field:
            return "field";
        case RowKind::fund:
            return "fund";
        case RowKind::line:
            return "line";
        case RowKind::item:
            return "item";
        case RowKind::category:
            break;
        case RowKind::indicator:
            return "indicator";
        case RowKind::ofWhich:
            return "ofWhich";
        case RowKind::together:
            return "together";
    }
    switch ((*submission.form)[row.element].kind) {
        case ElementKind::root:
            return "submission";
        case ElementKind::table:
            return "table";
        case ElementKind::group:
            return "group";
        default:
            return "category";
    }
}

std::string pathOf(const model::Submission& submission) {
    return sound(submission.source->path());
}

std::string sound(std::string_view bytes) {
    std::string out;
    while (const auto broken = firstInvalidUtf8(bytes)) {
        out += bytes.substr(0, *broken);
        appendUtf8(out, 0xFFFD);
        bytes.remove_prefix(*broken + 1);
    }
    return out += bytes;
}

std::string openMark(const model::ColumnRef& column) {
    switch (column.years) {
        case model::ColumnRef::Years::upTo:
            return "\u2264";
        case model::ColumnRef::Years::from:
            return "\u2265";
        default:
            return {};
    }
}

std::optional<int> yearOf(const model::Submission& submission, const model::ColumnRef& column) {
    if (!column.element || column.year) return column.year;
    const auto& offset = (*submission.form)[column.element].period.offset;
    if (!offset || !submission.year) return std::nullopt;
    return *submission.year + *offset;
}

}  // namespace biao::emit

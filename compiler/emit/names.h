// What things are called outside: permanent ids, roles and kinds of rows, as programs find them
// again next year.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "definitions/library.h"
#include "model/submission.h"

namespace biao::emit {

using definitions::ElementId;

/// Dotted paths of permanent ids, each made once: output.quantity; the form itself is "".
class ElementIds {
public:
    explicit ElementIds(const definitions::Form& form)
        : form_(form), paths_(form.elements.size()) {}
    const std::string& operator[](ElementId id);

private:
    const definitions::Form& form_;
    std::vector<std::string> paths_;
};

/// Of an element in both languages; of the form itself those of the form.
Localized namesOf(const definitions::Form& form, ElementId id);

/// "budget", or "parent.代码" where a role is narrowed; empty: none.
std::string roleName(const definitions::RoleRef& role);

/// "fund", "ofWhich", …; rows that only hold others are told apart by what they hold.
std::string_view kindName(const model::Submission& submission, const model::Row& row);

std::string pathOf(const model::Submission& submission);

/// Bytes that are not UTF-8 become U+FFFD.
std::string sound(std::string_view bytes);

/// Of a column, counted from the submission's own where the form says so.
/// "≤" of a column of all years up to one, "≥" of all from one on; else nothing.
std::string openMark(const model::ColumnRef& column);
std::optional<int> yearOf(const model::Submission& submission, const model::ColumnRef& column);

}  // namespace biao::emit

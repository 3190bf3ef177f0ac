// A text that still is what the template says, or a word that only keeps the place.
#include <algorithm>

#include "checks/checks.h"
#include "diagnostics/phrases.h"

namespace biao::checks {
namespace {

using definitions::Element;
using definitions::ElementKind;
using model::Row;
using model::RowKind;
using model::Value;

bool left(const definitions::Form& form, const Element& element, std::string_view text) {
    if (element.templates.matches(text)) return true;
    const auto& lists = form.names.lists;
    return std::any_of(element.templateLists.begin(), element.templateLists.end(),
                       [&](const std::string& name) {
                           const auto list = lists.find(name);
                           return list != lists.end() && list->second.matches(text);
                       });
}

}  // namespace

void templateLeft(const Context& context) {
    const definitions::Form& form = context.form();
    const auto has = [](const Element& e) {
        return !e.templates.patterns.empty() || !e.templateLists.empty();
    };
    if (std::none_of(form.elements.begin(), form.elements.end(), has)) return;
    for (const Row& row : context.submission.rows) {
        for (const model::Cell& cell : row.cells) {
            const auto id = cell.column.element ? cell.column.element : row.element;
            const Element& element = form[id];
            // The lines of a list are rows of their own.
            const bool whole = element.kind == ElementKind::list && row.kind == RowKind::field;
            if (cell.inherited || whole || !has(element)) continue;
            const auto say = [&](const Value& value) {
                const bool words =
                    value.type == Value::Type::text || value.type == Value::Type::word;
                if (!words || !left(form, element, value.text)) return;
                const Localized name = phrase(Phrase::quoted, {{"text", element.shown()}});
                const Localized ofRow =
                    phrase(Phrase::columnOfRow,
                           {{"column", element.shown()}, {"row", std::string(row.name)}});
                Finding f = finding(Code::templateLeft, value.span,
                                    {{"what", cell.column.element ? ofRow : name},
                                     {"text", brief(value.text, 120)}});
                f.group = "template " + element.id;
                context.findings.add(std::move(f));
            };
            if (cell.value.parts.empty()) {
                say(cell.value);
            } else {
                for (const Value& line : cell.value.parts)
                    say(line);
            }
        }
    }
}

}  // namespace biao::checks

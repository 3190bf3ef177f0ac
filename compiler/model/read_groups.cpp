// Prose in lines, lists of it, and groups of fields that repeat.
#include "diagnostics/phrases.h"
#include "model/reader.h"

namespace biao::model {

using namespace syntax;
using definitions::Element;

/// Prose of several lines: a block of strings.
void SubmissionReader::prose(const Item& item, Value& value, ElementId element) {
    if (!value.isBlank() || !item.hasBlock || item.block.empty()) return;
    value.type = Value::Type::text;
    value.span = item.blockSpan;
    value.text = source_.slice(item.blockSpan);
    for (const ItemId id : item.block) {
        const Item& inner = file_[id];
        if (inner.headKind == HeadKind::text && !inner.value) {
            value.parts.push_back(values_.readText(inner.head, Operator::none, {}, {}));
            continue;
        }
        if (!inner.broken) misplaced(inner.span, quoted(inner.head.text), placeName(element));
    }
}

/// A list is a text, and a row for each of its lines.
void SubmissionReader::list(const Item& item, ElementId element, RowIndex parent) {
    if (givenBefore(item, element)) return;
    const RowIndex row = add(start(item, RowKind::field, element, parent));
    Value value = valueOf(item, place(element, true));
    prose(item, value, element);
    const bool alone = value.type == Value::Type::text && value.parts.empty();
    if (alone) {
        Row only = start(item, RowKind::item, element, row);
        only.name = value.text;
        only.nameSpan = value.span;
        put(add(std::move(only)), {}, value);
    }
    put(row, {}, std::move(value));
    attributes(item, row);
    if (!alone) listItems(item.block, element, row);
}

void SubmissionReader::listItems(const std::vector<ItemId>& lines, ElementId element,
                                 RowIndex parent) {
    for (const ItemId id : lines) {
        const Item& item = file_[id];
        if (item.headKind != HeadKind::text) continue;  // which has been said
        const RowIndex row = add(start(item, RowKind::item, element, parent));
        Value value = values_.readText(item.head, Operator::none, {}, {});
        if (item.broken) value.type = Value::Type::unreadable;
        put(row, {}, std::move(value));
        attributes(item, row);
        listItems(item.block, element, row);
    }
}

/// One of a group that repeats: its fields are the cells of one row.
void SubmissionReader::groupLine(const Item& item, ElementId element, RowIndex parent) {
    Row fresh = start(item, RowKind::line, element, parent);
    fresh.name = item.title ? item.title.text : std::string_view(form_[element].name.zh);
    if (item.value && !item.broken) {
        misplaced(file_[item.value].span, quoted(source_.slice(file_[item.value].span)),
                  placeName(element));
    }
    const RowIndex row = add(std::move(fresh));
    attributes(item, row);
    for (const ItemId id : item.block) {
        const Item& inner = file_[id];
        const ElementId column =
            inner.headKind == HeadKind::name ? form_.column(element, inner.head.text) : ElementId();
        if (column) {
            attributeLine(inner, column, row);
            continue;
        }
        if (inner.broken) continue;
        if (inner.headKind != HeadKind::name) {
            const bool text = inner.headKind == HeadKind::text;
            misplaced(inner.span, quoted(text ? inner.head.text : source_.slice(inner.span)),
                      placeName(element));
            continue;
        }
        std::vector<std::string> candidates;
        for (const ElementId each : form_.columnsOf(element)) {
            const auto& spelled = form_[each].spellings;
            candidates.insert(candidates.end(), spelled.begin(), spelled.end());
        }
        unknown(inner.head, placeName(element), std::move(candidates));
    }
}

}  // namespace biao::model

// Fields, categories, indicators: the lines of a submission that are led by a name or a string.
#include <algorithm>

#include "base/utf8.h"
#include "definitions/reading.h"
#include "diagnostics/phrases.h"
#include "model/read_acceptances.h"
#include "model/reader.h"

namespace biao::model {

using namespace syntax;
using definitions::Element;
using definitions::ElementKind;

namespace {

bool blankText(std::string_view text) {
    return text.find_first_not_of(" \t") == std::string_view::npos;
}

Fix quotesAround(Span span) {
    return {phrase(Phrase::fixQuoteIt),
            {{{span.file, span.begin, span.begin}, "\""}, {{span.file, span.end, span.end}, "\""}},
            false};
}

}  // namespace

bool SubmissionReader::faultInBlock(const Item& item) const {
    return item.hasBlock && std::any_of(file_.faults.begin(), file_.faults.end(), [&](Span fault) {
               return fault.begin >= item.blockSpan.begin && fault.end <= item.blockSpan.end;
           });
}

Submission SubmissionReader::read(const Item& head, const std::vector<ItemId>& lines) {
    out_.unbalanced = file_.unbalanced;
    out_.subject = head.head.text;
    out_.title = head.title.text;
    out_.span = head.span;
    out_.headSpan = head.title ? cover(head.head.span, head.title.span) : head.head.span;
    const bool unquoted = head.value && !head.title;
    if (unquoted) {  // 项目 村道维修
        const Span word = file_[head.value].span;
        Finding f = finding(
            Code::unexpected, word,
            {{"found", quoted(source_.slice(word))}, {"expected", phrase(Phrase::titleIsQuoted)}});
        f.fixes.push_back(quotesAround(word));
        findings_.add(std::move(f));
    }
    // A row for the submission itself carries what is set for all of it.
    Row root;
    root.kind = RowKind::category;
    root.element = {0};
    root.name = out_.title;
    root.span = root.nameSpan = out_.headSpan;
    const RowIndex top = add(std::move(root));
    if (out_.subject.size() > 0 && blankText(out_.title) && !head.broken && !unquoted) {
        findings_.add(
            finding(Code::missing, out_.headSpan,
                    {{"what", phrase(Phrase::titleOf, {{"subject", std::string(out_.subject)}})}}));
    }
    attributes(head, top);
    if (faultInBlock(head)) out_.doubtful.push_back({0});
    items(lines, {0}, top, nullptr);
    inherit();
    targets();
    namedUnits();
    findYear();
    readAcceptances(head, lines, file_, out_, findings_);
    return std::move(out_);
}

void SubmissionReader::items(const std::vector<ItemId>& list, ElementId scope, RowIndex parent,
                             const Header* header) {
    Header own;
    bool pasted = false;
    for (std::size_t at = 0; at < list.size(); ++at) {
        const ItemId id = list[at];
        const Item& item = file_[id];
        if (item.headKind == HeadKind::cells) {
            const bool goesOn =
                at + 1 < list.size() && file_[list[at + 1]].headKind == HeadKind::cells;
            if (pasted || (goesOn && isPasted(item, scope))) {
                if (!pasted) sayPasted(item, scope);
                pasted = goesOn;
                continue;
            }
            if (item.broken) {
                out_.headerLost = true;
                continue;
            }
            own = readHeader(item, form_.owner(scope));
            open(form_.owner(scope), own);
            header = &own;
        } else {
            line(item, scope, parent, header);
        }
    }
}

/// | 一级指标 | 二级指标 | …, and more lines of cells under it: none of its words is a column.
bool SubmissionReader::isPasted(const Item& item, ElementId scope) const {
    if (item.broken || form_[scope].kind == ElementKind::table) return false;
    const auto cells = file_.of(item.cells);
    return cells.size() > 1 && std::none_of(cells.begin(), cells.end(), [&](const auto& cell) {
               const Expr* e = cell.value ? &file_[cell.value] : nullptr;
               if (!e || e->kind == ExprKind::blank) return false;
               const bool word = e->kind == ExprKind::name || e->kind == ExprKind::text;
               return !word || form_.column(form_.owner(scope), e->text);
           });
}

void SubmissionReader::sayPasted(const Item& item, ElementId scope) {
    // Where the first indicators go: down the first tree.
    ElementId leaf = scope;
    while (true) {
        const auto& inside = form_[leaf].children;
        const auto next = std::find_if(inside.begin(), inside.end(), [&](ElementId id) {
            const ElementKind kind = form_[id].kind;
            return !form_[id].dropped &&
                   (kind == ElementKind::tree || kind == ElementKind::category);
        });
        if (next == inside.end()) break;
        leaf = *next;
    }
    for (const ElementId id : form_[scope].children)
        out_.doubtful.push_back(id);
    out_.doubtful.push_back(scope);
    misplaced(item.span, phrase(Phrase::pastedTable),
              phrase(Phrase::pastedTableWhere, {{"category", form_[leaf].name}}));
}

void SubmissionReader::line(const Item& item, ElementId scope, RowIndex parent,
                            const Header* header) {
    const Element& at = form_[scope];
    if (item.headKind == HeadKind::date) {
        if (item.broken) return;
        findings_.add(
            finding(Code::notSupported, item.head.span, {{"what", phrase(Phrase::datedLine)}}));
        return;
    }
    if (item.headKind == HeadKind::text) {
        const bool holdsRows = at.kind == ElementKind::tree || at.kind == ElementKind::category;
        const bool divided = at.kinds.empty() && !at.children.empty();
        if (holdsRows && !divided) {
            indicator(item, scope, parent, RowKind::indicator, header);
        } else {
            out_.doubtful.push_back(scope);
            misplaced(item.head.span,
                      phrase(Phrase::rowNeedsCategory, {{"name", std::string(item.head.text)}}),
                      placeName(scope));
        }
        return;
    }
    if (const ElementId element = form_.child(scope, item.head.text)) {
        return named(item, element, parent, header);
    }
    const bool inTree = at.kind == ElementKind::tree || at.kind == ElementKind::category;
    if (inTree || scope.value == 0) {
        const ElementId column = form_.column(scope, item.head.text);
        if (column && inTree) return attributeLine(item, column, parent);
        if (lineWord(item, scope, parent, header)) return;
    }
    out_.doubtful.push_back(scope);
    auto candidates = form_.spellingsIn(scope);
    const bool takesRows = inTree && (at.children.empty() || !at.kinds.empty());
    if (takesRows && item.value && !item.hasBlock) {  // 维修道路长度 ≥2公里
        // 维修道路长度2: the number at its end belongs to it.
        const Expr& value = file_[item.value];
        const bool ends = value.kind == ExprKind::number && !value.unit &&
                          item.op == Operator::none && value.span.begin == item.head.span.end;
        const Span name = ends ? cover(item.head.span, value.span) : item.head.span;
        Finding f = finding(Code::unknownName, name,
                            {{"name", std::string(source_.slice(name))},
                             {"place", placeName(scope)},
                             {"suggestion", phrase(Phrase::quoteRowName)}});
        f.fixes.push_back(quotesAround(name));
        findings_.add(std::move(f));
        return;
    }
    if (inTree) {
        for (const ElementId id : form_.columnsOf(scope)) {
            const auto& spelled = form_[id].spellings;
            candidates.insert(candidates.end(), spelled.begin(), spelled.end());
        }
    }
    unknown(item.head, placeName(scope), std::move(candidates));
}

void SubmissionReader::named(const Item& item, ElementId element, RowIndex parent,
                             const Header* header) {
    switch (form_[element].kind) {
        case ElementKind::field:
            return field(item, element, parent);
        case ElementKind::fund:
            return fund(item, element, parent);
        case ElementKind::table:
            return table(item, element, parent);
        case ElementKind::list:
            return list(item, element, parent);
        case ElementKind::group:
            if (form_[element].repeatable) return groupLine(item, element, parent);
            return category(item, element, parent, header);
        default:
            return category(item, element, parent, header);
    }
}

bool SubmissionReader::givenBefore(const Item& item, ElementId element) {
    for (const Row& row : out_.rows) {
        if (row.kind != RowKind::field || row.element != element) continue;
        Finding f = finding(Code::duplicate, item.head.span, {{"what", placeName(element)}});
        f.related.push_back({row.nameSpan, phrase(Phrase::firstGiven)});
        findings_.add(std::move(f));
        return true;
    }
    return false;
}

void SubmissionReader::field(const Item& item, ElementId element, RowIndex parent) {
    if (givenBefore(item, element)) return;
    const RowIndex row = add(start(item, RowKind::field, element, parent));
    const Place at = place(element, true);
    Value value = valueOf(item, at);
    prose(item, value, element);
    put(row, {}, std::move(value));
    attributes(item, row);
    for (const syntax::Equation& e : file_.of(item.equations)) {
        out_.rows[row.value].equations.push_back(equation(e, at));
    }
}

void SubmissionReader::category(const Item& item, ElementId element, RowIndex parent,
                                const Header* header) {
    const Element& at = form_[element];
    const std::string_view title = item.title   ? item.title.text
                                   : item.value ? source_.slice(file_[item.value].span)
                                                : std::string_view();
    if (!title.empty() && !at.repeatable && !item.broken) {
        misplaced(item.title ? item.title.span : file_[item.value].span, quoted(title),
                  placeName(element));
    }
    // Reopening a category goes on with it.
    RowIndex row;
    for (std::uint32_t i = 0; i < out_.rows.size(); ++i) {
        const Row& known = out_.rows[i];
        if (known.kind == RowKind::category && known.element == element && known.parent == parent &&
            (!at.repeatable || known.name == title)) {
            row = {i};
        }
    }
    if (!row) {
        Row fresh = start(item, RowKind::category, element, parent);
        fresh.name = at.repeatable ? title : std::string_view(at.name.zh);
        row = add(std::move(fresh));
    }
    attributes(item, row);
    if (faultInBlock(item) || item.broken) out_.doubtful.push_back(element);
    items(item.block, element, row, header);
}

void SubmissionReader::indicator(const Item& item, ElementId category, RowIndex parent,
                                 RowKind kind, const Header* header, const Value* shared) {
    Row fresh = start(item, kind, category, parent);
    if (kind != RowKind::indicator && item.title) {
        fresh.name = item.title.text;
        fresh.nameSpan = item.title.span;
    }
    if (blankText(fresh.name) && !fresh.broken) {
        findings_.add(
            finding(Code::missing, fresh.nameSpan, {{"what", phrase(Phrase::nameOfRow)}}));
    }
    const RowIndex row = add(std::move(fresh));
    const Place at = place(category, false);
    Value value;
    if (kind == RowKind::indicator) {
        value = valueOf(item, at);
    } else {  // 其中 "儿童" 200册: the string is the row's name
        if (item.broken) {
            value.type = Value::Type::unreadable;
        } else {
            value = values_.read(item.op, item.opSpan, item.value, at);
        }
    }
    if (shared && value.isBlank()) value = *shared;
    if (value.span.empty()) value.span = out_.rows[row.value].nameSpan;
    put(row, {}, std::move(value));
    if (!file_.of(item.cells).empty()) {
        cells(item, row, header ? *header : declaredColumns(form_.owner(category)));
    }
    attributes(item, row);
    if (!item.broken) {
        for (const syntax::Equation& e : file_.of(item.equations)) {
            out_.rows[row.value].equations.push_back(equation(e, at));
        }
    }
    for (const ItemId id : item.block) {
        const Item& inner = file_[id];
        if (inner.headKind == HeadKind::name) {
            if (const ElementId column = form_.column(category, inner.head.text)) {
                attributeLine(inner, column, row);
                continue;
            }
            if (lineWord(inner, category, row, header)) continue;
            auto candidates = std::vector<std::string>();
            for (const ElementId c : form_.columnsOf(category)) {
                const auto& spelled = form_[c].spellings;
                candidates.insert(candidates.end(), spelled.begin(), spelled.end());
            }
            unknown(inner.head, quoted(out_.rows[row.value].name), std::move(candidates));
        } else if (!inner.broken) {
            misplaced(inner.span, quoted(inner.head.text), quoted(out_.rows[row.value].name));
        }
    }
}

/// 曾用 "旧名", 曾用 ["旧名", "更旧的名"]: what the row was called; 曾用 空: it is new.
void SubmissionReader::formerly(Span word, ExprId value, RowIndex row) {
    Row& into = out_.rows[row.value];
    const bool none = value && file_[value].kind == ExprKind::blank;
    const auto names = definitions::wordsOf(file_, value);
    if (none) into.isNew = true;
    for (const Word& name : names)
        into.formerNames.push_back(name.text);
    if (!none && names.empty())
        findings_.add(finding(
            Code::unexpected, word,
            {{"found", quoted(source_.slice(word))}, {"expected", phrase(Phrase::formerName)}}));
}

/// Words a line may begin with in any form. False when it is none of them here.
bool SubmissionReader::lineWord(const Item& item, ElementId scope, RowIndex parent,
                                const Header* header) {
    const bool underRow = out_[parent].kind == RowKind::indicator;
    switch (wordFrom<LineWord>(item.head.text)) {
        case LineWord::ofWhich:
        case LineWord::together: {
            if (!underRow) return false;
            const bool part = wordFrom<LineWord>(item.head.text) == LineWord::ofWhich;
            indicator(item, scope, parent, part ? RowKind::ofWhich : RowKind::together, header);
            return true;
        }
        case LineWord::sameValue: {
            if (underRow) return false;
            const Value shared = valueOf(item, place(scope, false));
            for (const ItemId id : item.block) {
                const Item& inner = file_[id];
                if (inner.headKind == HeadKind::text) {
                    indicator(inner, scope, parent, RowKind::indicator, header, &shared);
                } else if (!inner.broken) {
                    misplaced(inner.span, quoted(inner.head.text), quoted(item.head.text));
                }
            }
            return true;
        }
        case LineWord::isTotal:
            if (!underRow) return false;
            out_.rows[parent.value].isTotal = true;
            return true;
        case LineWord::formerly:
            if (item.title) {
                out_.rows[parent.value].formerNames.push_back(item.title.text);
            } else if (!item.broken) {
                formerly(item.head.span, item.value, parent);
            }
            return true;
        default:
            return false;
    }
}

/// An attribute on a line of its own, in the block of a category or row.
void SubmissionReader::attributeLine(const Item& item, ElementId column, RowIndex row) {
    if (out_[row].cell({column, {}})) {
        findings_.add(finding(Code::duplicate, item.head.span, {{"what", placeName(column)}}));
        return;
    }
    Value value = valueOf(item, place(column, true));
    prose(item, value, column);
    put(row, {column, {}}, std::move(value));
}

void SubmissionReader::attributes(const Item& item, RowIndex row) {
    const ElementId element = out_[row].element;
    for (const Attribute& a : file_.of(item.attributes)) {
        if (element.value == 0 && wordFrom<Property>(a.name.text) == Property::by) continue;
        if (a.when) {
            findings_.add(finding(Code::notSupported, file_[a.when].span,
                                  {{"what", phrase(Phrase::conditionOnAttribute)}}));
        }
        ElementId column = form_.column(element, a.name.text);
        if (!column && element.value == 0) {
            for (const ElementId c : form_.root().columns) {
                const auto& spelled = form_[c].spellings;
                if (std::find(spelled.begin(), spelled.end(), a.name.text) != spelled.end()) {
                    column = c;
                }
            }
        }
        if (column) {
            if (out_[row].cell({column, {}})) {
                findings_.add(finding(Code::duplicate, a.name.span, {{"what", placeName(column)}}));
                continue;
            }
            Value value = values_.read(a.op, a.op == Operator::none ? a.name.span : a.opSpan,
                                       a.value, place(column, true));
            if (value.span.empty()) value.span = a.span;
            put(row, {column, {}}, std::move(value));
            continue;
        }
        switch (wordFrom<LineWord>(a.name.text)) {
            case LineWord::isTotal:
                out_.rows[row.value].isTotal = true;
                continue;
            case LineWord::formerly:
                formerly(a.name.span, a.value, row);
                continue;
            default:
                break;
        }
        if (out_[row].kind == RowKind::fund && form_.child(element, a.name.text)) {
            findings_.add(finding(
                Code::unexpected, a.name.span,  // 财政拨款 15万元，其他资金 5万元
                {{"found", quoted(a.name.text)}, {"expected", phrase(Phrase::partsJoined)}}));
            unknownPart(row, element, a.span);
            continue;
        }
        std::vector<std::string> candidates;
        for (const ElementId c : form_.columnsOf(element)) {
            const auto& spelled = form_[c].spellings;
            candidates.insert(candidates.end(), spelled.begin(), spelled.end());
        }
        unknown(a.name, placeName(element), std::move(candidates));
    }
}

/// A row takes over what its categories set, unless it sets its own: a blank one stops it.
void SubmissionReader::inherit() {
    for (Row& row : out_.rows) {
        if (row.kind != RowKind::indicator && row.kind != RowKind::line) continue;
        for (const ElementId column : form_.columnsOf(row.element)) {
            if (form_[column].mode != definitions::Mode::inherited) continue;
            if (row.cell({column, {}})) continue;
            for (RowIndex at = row.parent; at; at = out_[at].parent) {
                const Cell* cell = out_[at].cell({column, {}});
                if (!cell) continue;
                row.cells.push_back({{column, {}}, true, cell->value});
                break;
            }
        }
    }
}

void SubmissionReader::findYear() {
    const ElementId element = form_.withRole({Role::year, ""});
    for (const Row& row : out_.rows) {
        if (!element || row.element != element || row.kind != RowKind::field) continue;
        const Value& value = row.value();
        if (value.date && value.date->begin.year) out_.year = *value.date->begin.year;
    }
}

RowIndex SubmissionReader::add(Row row) {
    out_.rows.push_back(std::move(row));
    return {static_cast<std::uint32_t>(out_.rows.size() - 1)};
}

Row SubmissionReader::start(const Item& item, RowKind kind, ElementId element,
                            RowIndex parent) const {
    Row row;
    row.kind = kind;
    row.element = element;
    row.parent = parent;
    row.name = item.head.text;
    row.id = item.id.text;
    row.broken = item.broken;
    row.nameSpan = item.head.span;
    row.span = item.span;
    return row;
}

void SubmissionReader::put(RowIndex row, ColumnRef column, Value value) {
    out_.rows[row.value].cells.push_back({column, false, std::move(value)});
}

/// The value of a line: after the name, or the string right after it. A line with a mistake that
/// was said has a value that could not be read.
Value SubmissionReader::valueOf(const Item& item, const Place& at) {
    Value value;
    if (item.broken) {
        value.type = Value::Type::unreadable;
        value.span = item.head.span;
        return value;
    }
    if (item.title && !item.value) {
        value = values_.readText(item.title, Operator::none, {}, at);
    } else {
        value = values_.read(item.op, item.opSpan, item.value, at);
        if (item.title) misplaced(item.title.span, quoted(item.title.text), quoted(item.head.text));
    }
    if (value.span.empty()) value.span = item.head.span;
    return value;
}

Place SubmissionReader::place(ElementId element, bool money) const {
    Place at = placeOf(form_, element, library_, money);
    // Where an operator may be 定性, words may stand for the number.
    const definitions::RoleRef& role = form_[element].role;
    if (role.role == Role::target && !role.part.empty()) at.kinds = nullptr;
    return at;
}

void SubmissionReader::unknown(const Word& name, Localized where,
                               std::vector<std::string> candidates) {
    Finding f = finding(Code::unknownName, name.span,
                        {{"name", std::string(name.text)},
                         {"place", std::move(where)},
                         {"suggestion", definitions::didYouMean(name.text, candidates)}});
    if (const auto best = nearest(name.text, candidates)) {
        f.fixes.push_back({phrase(Phrase::fixWrite, {{"text", candidates[*best]}}),
                           {{name.span, candidates[*best]}},
                           false});
        out_.misspelt.push_back(candidates[*best]);
    }
    findings_.add(std::move(f));
}

void SubmissionReader::misplaced(Span span, Localized what, Localized where) {
    findings_.add(
        finding(Code::misplaced, span, {{"what", std::move(what)}, {"place", std::move(where)}}));
}

Localized SubmissionReader::placeName(ElementId element) const {
    if (element.value == 0) return phrase(Phrase::formNamed, {{"name", form_.name.text()}});
    return phrase(Phrase::quoted, {{"text", form_[element].shown()}});
}

Localized SubmissionReader::quoted(std::string_view text) const {
    return phrase(Phrase::quoted, {{"text", std::string(text)}});
}

}  // namespace biao::model

#include <algorithm>

#include "base/utf8.h"
#include "definitions/reading.h"
#include "diagnostics/phrases.h"
#include "model/actuals.h"

namespace biao::model {

using namespace syntax;
using definitions::Element;
using definitions::ElementKind;

namespace {

/// The year after an @; nothing for what is none.
std::optional<int> yearIn(std::string_view version) {
    const bool digits = version.find_first_not_of("0123456789") == std::string_view::npos;
    if (version.size() != 4 || !digits) return std::nullopt;
    int year = 0;
    for (const char digit : version)
        year = year * 10 + (digit - '0');
    return year;
}

/// The last day of what the date names; a month without a year is one of the submission's.
std::optional<Day> lastDay(std::string_view text, std::optional<int> year) {
    auto calendar = readCalendar(text);
    if (!calendar) return std::nullopt;
    if (!calendar->begin.year && year) calendar->begin.year = static_cast<std::uint16_t>(*year);
    return daysOf(*calendar).last;
}

class ActualsReader {
public:
    ActualsReader(const Actuals& actuals, Overlay& over)
        : actuals_(actuals),
          over_(over),
          form_(over.form()),
          file_(*actuals.file),
          values_(file_, *actuals.source, over.library(), over.limits(), over.findings()) {}

    void run() {
        over_.from(file_.id, *actuals_.source);
        items(actuals_.declaration->items, {0}, {}, {});
    }

private:
    /// Columns by the cells under them; none for one that is not known.
    using Header = std::vector<ElementId>;

    void items(const std::vector<ItemId>& list, ElementId scope, RowIndex around,
               const Header& outer) {
        Header header = outer;
        for (const ItemId id : list) {
            const Item& item = file_[id];
            if (item.broken) continue;
            if (item.headKind == HeadKind::cells) {
                header = readHeader(item, scope);
            } else {
                line(item, scope, around, header);
            }
        }
    }

    Header readHeader(const Item& item, ElementId scope) {
        Header header;
        for (const syntax::Cell& cell : file_.of(item.cells)) {
            const Expr* e = cell.value ? &file_[cell.value] : nullptr;
            const bool word = e && (e->kind == ExprKind::name || e->kind == ExprKind::text);
            ElementId column = word ? form_.column(scope, e->text) : ElementId{};
            if (word && !column) {
                const Role role = wordFrom<Role>(e->text);
                for (const ElementId one : form_.columnsOf(scope)) {
                    if (role != Role::none && form_[one].role == definitions::RoleRef{role, ""})
                        column = one;
                }
            }
            const bool names = column && form_[column].isKey && header.empty();
            if (e && !column) unknown({e->text, e->span}, scope);
            if (!names) header.push_back(column);
        }
        return header;
    }

    void line(const Item& item, ElementId scope, RowIndex around, const Header& header) {
        if (item.headKind == HeadKind::date) return notSupported(item.head.span, Phrase::datedLine);
        if (item.headKind == HeadKind::text) {
            RowFinder::Sought sought{item.head.text, item.id.text, scope, around};
            if (const RowIndex row = over_.row(sought, item.head.span)) fill(item, row, header);
            return;
        }
        const auto found = over_.below(scope, item.head.text);
        if (found.empty()) return unknown(item.head, scope);
        if (found.size() > 1) return several(item, found);
        element(item, found.front(), header);
    }

    void element(const Item& item, ElementId element, const Header& header) {
        const Element& at = form_[element];
        switch (at.kind) {
            case ElementKind::field:
            case ElementKind::list:
                return own(item, element);
            case ElementKind::fund:
                return fund(item, element);
            case ElementKind::line:
                return fill(item, over_.rowOf(element, item.head.span), header);
            default:
                break;
        }
        const RowIndex row = over_.category(element, item.title.text);
        const bool named = at.repeatable && item.title;
        if (named && !row) {
            Finding f = finding(Code::actualUnmatched, item.title.span,
                                {{"place", quoted(over_.submission().title)},
                                 {"name", at.name.zh + " " + std::string(item.title.text)},
                                 {"suggestion", ""}});
            over_.findings().add(std::move(f));
            return;
        }
        if ((item.value || item.title) && !named) {
            misplaced(item.value ? file_[item.value].span : item.title.span, at.shown());
        }
        if (row && at.kind == ElementKind::group && at.repeatable) return fill(item, row, header);
        if (row) attributes(item, row);
        items(item.block, element, row, header);
    }

    void own(const Item& item, ElementId element) {
        const RowIndex row = over_.rowOf(element, item.head.span);
        if (Value value = valueOf(item, over_.place(element)); !value.isBlank())
            over_.put(row, {}, std::move(value));
        attributes(item, row);
    }

    /// Of a fund that is itself what was spent, the amount; else what was spent of it.
    void fund(const Item& item, ElementId element) {
        const RowIndex row = over_.rowOf(element, item.head.span);
        const bool spent = form_[element].role.role == Role::executed;
        const ElementId column = spent ? ElementId{} : over_.mainColumn(row);
        const auto placeFor = [&](ElementId of) { return over_.place(column ? column : of); };
        const auto take = [&](RowIndex at, Value value) {
            if (value.isBlank()) return;
            if (!spent && !column) return over_.noPlace(at, value.span);
            over_.put(at, column, std::move(value));
        };
        take(row, valueOf(item, placeFor(element)));
        for (const syntax::Equation& equation : file_.of(item.equations)) {
            for (const Part& part : file_.of(equation.parts)) {
                const ElementId child =
                    part.name ? form_.child(element, part.name.text) : ElementId{};
                if (!child) {
                    misplaced(part.span, form_[element].shown());
                    continue;
                }
                take(over_.rowOf(child, part.span),
                     values_.read(Operator::none, {}, part.value, placeFor(child)));
            }
        }
        attributes(item, row);
        items(item.block, element, {}, {});
    }

    void fill(const Item& item, RowIndex row, const Header& header) {
        // The string after the word leads a row that has no name of its own in the form.
        const bool titled = item.title && (item.headKind == HeadKind::name && !item.value);
        const bool name = titled && over_.submission()[row].kind != RowKind::line;
        if (item.value || (titled && !name)) {
            const ElementId column = over_.mainColumn(row);
            if (!column) {
                over_.noPlace(row, item.value ? file_[item.value].span : item.title.span);
            } else {
                over_.put(row, column, valueOf(item, over_.place(column)));
            }
        }
        cells(item, row, header);
        for (const syntax::Equation& equation : file_.of(item.equations))
            columnsBy(equation, row);
        attributes(item, row);
        for (const ItemId id : item.block)
            inner(file_[id], row, header);
    }

    void cells(const Item& item, RowIndex row, const Header& header) {
        const auto list = file_.of(item.cells);
        for (std::uint32_t at = 0; at < list.size(); ++at) {
            const syntax::Cell& cell = list[at];
            if (!cell.value && cell.op == Operator::none) continue;
            if (at >= header.size()) {
                return misplaced(cell.span, phrase(Phrase::beyondHeader,
                                                   {{"name", std::string(item.head.text)}}));
            }
            if (header[at]) putIn(row, header[at], cell.op, cell.span, cell.value, cell.span);
        }
    }

    /// 年度资金总额 = 全年执行数 12万元: cells by the names of their columns.
    void columnsBy(const syntax::Equation& equation, RowIndex row) {
        for (const Part& part : file_.of(equation.parts)) {
            const ElementId column = part.name ? over_.column(row, part.name.text) : ElementId{};
            if (!column) {
                misplaced(part.span, phrase(Phrase::actualsPlace));
                continue;
            }
            putIn(row, column, Operator::none, {}, part.value, part.span);
        }
    }

    void attributes(const Item& item, RowIndex row) {
        if (!item.acceptances.empty())
            notSupported(file_.of(item.acceptances)[0].span, Phrase::acceptanceInActuals);
        for (const Attribute& a : file_.of(item.attributes)) {
            const ElementId column = over_.column(row, a.name.text);
            if (!column) {
                unknown(a.name, over_.submission()[row].element);
                continue;
            }
            putIn(row, column, a.op, a.op == Operator::none ? a.name.span : a.opSpan, a.value,
                  a.span);
        }
    }

    void inner(const Item& item, RowIndex row, const Header& header) {
        if (item.broken) return;
        const ElementId element = over_.submission()[row].element;
        if (item.headKind == HeadKind::text) {
            RowFinder::Sought sought{item.head.text, item.id.text};
            sought.parent = row;
            if (const RowIndex found = over_.row(sought, item.head.span)) fill(item, found, header);
            return;
        }
        if (item.headKind != HeadKind::name)
            return misplaced(item.span, quoted(over_.submission()[row].name));
        const LineWord word = wordFrom<LineWord>(item.head.text);
        if (word == LineWord::ofWhich || word == LineWord::together) {
            RowFinder::Sought sought{item.title.text, item.id.text};
            sought.parent = row;
            sought.kind = word == LineWord::ofWhich ? RowKind::ofWhich : RowKind::together;
            if (const RowIndex found =
                    over_.row(sought, item.title ? item.title.span : item.head.span))
                fill(item, found, header);
            return;
        }
        if (const ElementId column = over_.column(row, item.head.text)) {
            if (planned(column, item.head.span)) return;
            over_.put(row, column, valueOf(item, over_.place(column)));
            return;
        }
        if (const ElementId child = form_.child(element, item.head.text))
            return this->element(item, child, header);
        unknown(item.head, element);
    }

    void putIn(RowIndex row, ElementId column, Operator op, Span opSpan, ExprId value, Span where) {
        if (planned(column, where)) return;
        Value read = values_.read(op, opSpan, value, over_.place(column));
        if (read.span.empty()) read.span = where;
        over_.put(row, column, std::move(read));
    }

    bool planned(ElementId column, Span where) {
        if (!over_.isPlanned(column)) return false;
        over_.findings().add(
            finding(Code::misplaced, where,
                    {{"what", form_[column].shown()}, {"place", phrase(Phrase::actualsPlace)}}));
        return true;
    }

    Value valueOf(const Item& item, const Place& place) {
        Value value = item.title && !item.value
                          ? values_.readText(item.title, Operator::none, {}, place)
                          : values_.read(item.op, item.opSpan, item.value, place);
        if (value.span.empty()) value.span = item.head.span;
        return value;
    }

    void several(const Item& item, const std::vector<ElementId>& found) {
        Localized rows;
        for (const ElementId one : found) {
            const Localized path = phrase(Phrase::quoted, {{"text", form_.path(one)}});
            rows.zh += (rows.zh.empty() ? "" : "\u3001") + path.zh;
            rows.en += (rows.en.empty() ? "" : ", ") + path.en;
        }
        over_.findings().add(
            finding(Code::actualAmbiguous, item.head.span,
                    {{"name", std::string(item.head.text)}, {"rows", std::move(rows)}}));
    }

    void unknown(const Word& name, ElementId scope) {
        auto candidates = form_.spellingsIn(scope);
        for (const ElementId column : form_.columnsOf(scope)) {
            if (over_.isPlanned(column)) continue;
            const auto& spelled = form_[column].spellings;
            candidates.insert(candidates.end(), spelled.begin(), spelled.end());
        }
        if (scope.value == 0) {
            for (const Element& each : form_.elements) {
                if (!each.dropped && each.kind != ElementKind::column)
                    candidates.insert(candidates.end(), each.spellings.begin(),
                                      each.spellings.end());
            }
        }
        const Localized place = scope.value == 0 ? quoted(form_.name.text()) : form_[scope].shown();
        over_.findings().add(
            finding(Code::unknownName, name.span,
                    {{"name", std::string(name.text)},
                     {"place", place},
                     {"suggestion", definitions::didYouMean(name.text, candidates)}}));
    }

    void misplaced(Span span, Localized place) {
        over_.findings().add(
            finding(Code::misplaced, span,
                    {{"what", quoted(actuals_.source->slice(span))}, {"place", std::move(place)}}));
    }

    void notSupported(Span span, Phrase what) {
        over_.findings().add(finding(Code::notSupported, span, {{"what", phrase(what)}}));
    }

    static Localized quoted(std::string_view text) {
        return phrase(Phrase::quoted, {{"text", std::string(text)}});
    }

    const Actuals& actuals_;
    Overlay& over_;
    const definitions::Form& form_;
    const File& file_;
    ValueReader values_;
};

}  // namespace

std::string titleKey(std::string_view title) {
    std::string key = halfWidth(title);
    std::erase_if(key, [](char byte) { return byte == ' ' || byte == '\t'; });
    return key;
}

std::vector<Actuals> actualsIn(const File& file, const Source& source, Findings& findings) {
    std::vector<Actuals> out;
    for (const TopLevel& top : file.lines) {
        if (!top.declaration) continue;
        const Declaration& d = file[top.declaration];
        if (d.keyword != Keyword::actuals || d.broken || d.aliases.empty()) continue;
        Actuals one{&file, &source, &d, d.aliases.front().text, d.name.text, {}, {}, {}};
        one.span = cover(d.aliases.front().span, d.name.span);
        if (d.version) {
            one.year = yearIn(d.version.text);
            if (!one.year) {
                findings.add(finding(Code::notUnderstood, d.version.span,
                                     {{"text", std::string(d.version.text)},
                                      {"what", phrase(Phrase::whatDate)},
                                      {"reason", phrase(Phrase::noYear)}}));
                continue;
            }
        }
        if (d.value) {
            one.until = lastDay(file[d.value].text, one.year);
            if (!one.until) {
                findings.add(finding(Code::notUnderstood, file[d.value].span,
                                     {{"text", std::string(file[d.value].text)},
                                      {"what", phrase(Phrase::whatDate)},
                                      {"reason", phrase(Phrase::noSuchDayOfYear)}}));
                continue;
            }
        }
        for (const Attribute& a : file.of(d.attributes)) {
            if (wordFrom<Property>(a.name.text) == Property::source) continue;
            findings.add(finding(Code::unknownName, a.name.span,
                                 {{"name", std::string(a.name.text)},
                                  {"place", spelling(Keyword::actuals)},
                                  {"suggestion", ""}}));
        }
        out.push_back(one);
    }
    return out;
}

void lay(const Actuals& actuals, Overlay& over) {
    ActualsReader(actuals, over).run();
}

}  // namespace biao::model

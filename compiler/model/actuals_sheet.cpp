#include "model/actuals_sheet.h"

#include <algorithm>

#include "base/utf8.h"
#include "definitions/reading.h"
#include "diagnostics/phrases.h"
#include "parse/parse.h"
#include "syntax/calendar.h"

namespace biao::model {

using syntax::Role;
using syntax::SheetColumn;

namespace {

/// emit puts an apostrophe before what a spreadsheet would take for something else.
std::string_view unguarded(std::string_view text) {
    const bool guarded = text.size() > 1 && text[0] == '\'' &&
                         std::string_view("=+-@0123456789").find(text[1]) != std::string_view::npos;
    return guarded ? text.substr(1) : text;
}

/// 2031/10/31, as spreadsheets save a day; 2031.10.31, as many write it.
bool isSlashedDay(std::string_view text) {
    if (text.size() < 8 || (text[4] != '/' && text[4] != '.')) return false;
    return std::count(text.begin(), text.end(), text[4]) == 2 &&
           text.find_first_not_of(text[4] == '/' ? "0123456789/" : "0123456789.") ==
               std::string_view::npos;
}

std::optional<syntax::Calendar> slashedDay(std::string_view text) {
    std::string token(text);
    const char mark = token[4];
    std::replace(token.begin(), token.end(), mark, '-');
    return syntax::readCalendar(token);
}

/// The words between dots: 产出指标·数量指标.
std::vector<std::string_view> pathIn(std::string_view text) {
    constexpr std::string_view dot = "\u00B7";
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const auto end = text.find(dot);
        if (end != 0) out.push_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + dot.size());
    }
    return out;
}

}  // namespace

class ActualsSheet::Layer {
public:
    Layer(const ActualsSheet& sheet, Overlay& over) : sheet_(sheet), over_(over) {
        over_.from(sheet.file(), sheet.source());
    }

    /// The row a line is of; none, and said, where there is none.
    RowIndex row(std::size_t line) {
        RowFinder::Sought sought;
        sought.name = unguarded(sheet_.text(line, SheetColumn::name));
        sought.id = sheet_.text(line, SheetColumn::id);
        if (sought.id.starts_with('#')) sought.id.remove_prefix(1);
        sought.categories = pathIn(sheet_.text(line, SheetColumn::category));
        for (const auto level : {SheetColumn::level1, SheetColumn::level2, SheetColumn::level3}) {
            if (const auto text = sheet_.text(line, level); !text.empty())
                sought.categories.push_back(text);
        }
        for (const auto& [word, kind] :
             {std::pair("indicator", RowKind::indicator), std::pair("ofWhich", RowKind::ofWhich),
              std::pair("together", RowKind::together)}) {
            if (sheet_.text(line, SheetColumn::kind) == word) sought.kind = kind;
        }
        if (sought.categories.empty()) {
            sought.above = above_;
        } else {
            above_ = sought.categories;
        }
        const Span where = span(line);
        if (sought.name.empty() && sought.id.empty()) {
            over_.findings().add(
                finding(Code::badSheet, where, {{"what", phrase(Phrase::sheetLineUnnamed)}}));
            return {};
        }
        if (const auto of = unguarded(sheet_.text(line, SheetColumn::of)); !of.empty()) {
            RowFinder::Sought whole = sought;
            whole.name = of;
            whole.id = {};
            whole.kind.reset();
            sought.parent = over_.row(whole, sheet_.span(line, SheetColumn::of));
            if (!sought.parent) return {};
        }
        if (over_.rows().find(sought).empty() && sought.categories.empty()) {
            const auto elements = over_.below({0}, sought.name);
            if (elements.size() == 1 && over_.form()[elements.front()].isLine())
                return over_.rowOf(elements.front(), where);
        }
        return over_.row(sought, where);
    }

    /// Under which column of the row a value goes; nothing where the row has none.
    bool put(RowIndex row, std::string_view word, const sheet::Cell& cell) {
        const RowKind kind = over_.submission()[row].kind;
        if (kind == RowKind::field) {
            if (const Value value = read(cell, over_.place(over_.submission()[row].element));
                !value.isBlank())
                over_.put(row, {}, value);
            return true;
        }
        ElementId column = over_.column(row, word);
        // 实际完成值 of a line of money is what was spent.
        if (!column && isActual(word)) column = over_.mainColumn(row);
        if (!column) return false;
        if (over_.isPlanned(column)) return true;
        over_.put(row, column, read(cell, over_.place(column)));
        return true;
    }

    /// A word of the header that some row of the form has a column for: of what was planned, which
    /// is passed over; of what is said of it; of what was achieved, spent or scored.
    enum class Use { none, planned, remark, result };
    Use use(std::string_view word) const {
        const definitions::Form& form = over_.form();
        const Role role = syntax::wordFrom<Role>(word);
        Use best = Use::none;
        for (std::uint32_t at = 0; at < form.elements.size(); ++at) {
            const definitions::Element& one = form.elements[at];
            if (one.kind != definitions::ElementKind::column || one.dropped) continue;
            const bool spelt =
                std::find(one.spellings.begin(), one.spellings.end(), word) != one.spellings.end();
            const bool played = role != Role::none && one.role.role == role;
            if (!spelt && !played && one.label.zh != word) continue;
            best = std::max(best, useOf({at}));
        }
        return best;
    }

    /// How those of the form that are at least of such use may be spelt; not `all`: in one way.
    std::vector<std::string> columnsOfForm(Use least, bool all = true) const {
        std::vector<std::string> out;
        const definitions::Form& form = over_.form();
        for (std::uint32_t at = 0; at < form.elements.size(); ++at) {
            const definitions::Element& one = form.elements[at];
            if (one.kind != definitions::ElementKind::column || one.dropped || useOf({at}) < least)
                continue;
            for (const std::string& spelling : one.spellings) {
                if (std::find(out.begin(), out.end(), spelling) == out.end())
                    out.push_back(spelling);
                if (!all) break;
            }
        }
        return out;
    }

    Span span(std::size_t line) const {
        const Span name = sheet_.span(line, SheetColumn::name);
        return name.empty() ? sheet_.span(line, SheetColumn::id) : name;
    }

private:
    Use useOf(ElementId column) const {
        if (over_.isPlanned(column)) return Use::planned;
        switch (over_.form()[column].role.role) {
            case Role::actual:
            case Role::executed:
            case Role::score:
            case Role::assessed:
                return Use::result;
            default:
                return Use::remark;
        }
    }

    bool isActual(std::string_view word) const {
        const definitions::Form& form = over_.form();
        if (syntax::wordFrom<Role>(word) == Role::actual) return true;
        return std::any_of(form.elements.begin(), form.elements.end(),
                           [&](const definitions::Element& one) {
                               return one.role.role == Role::actual &&
                                      std::find(one.spellings.begin(), one.spellings.end(), word) !=
                                          one.spellings.end();
                           });
    }

    Value read(const sheet::Cell& cell, const Place& place) {
        Value value;
        value.span = cell.span;
        value.text = cell.text;
        value.type = Value::Type::text;
        if (isSlashedDay(cell.text)) {
            value.type = Value::Type::date;
            value.date = slashedDay(cell.text);
            if (!value.date) refuse(value, phrase(Phrase::noSuchDay), true);
        } else if (cell.plain) {
            measure(cell, place, value);
        } else if (place.takesOnlyMeasures()) {
            refuse(value, phrase(Phrase::cellIsProse));
        }
        if (value.text.data() == cell.text.data()) over_.adopt(value);
        return value;
    }

    /// By the grammar of values; what that does not read is prose, where prose may stand.
    void measure(const sheet::Cell& cell, const Place& place, Value& value) {
        syntax::File scratch;
        scratch.id = sheet_.file();
        Findings said;
        const parse::CellText text =
            parse::parseCell(scratch, sheet_.source(), cell.span, over_.limits(), said);
        const auto leaveErrors = [&] {
            std::erase_if(said.list(),
                          [](const Finding& one) { return one.severity != Severity::error; });
        };
        leaveErrors();  // 1,850 is how a spreadsheet writes it
        if (!said.empty() || !text.value) {
            if (place.takesOnlyMeasures())
                refuse(value,
                       said.empty() ? phrase(Phrase::cellIsProse) : said.list().front().message);
            return;
        }
        ValueReader reader(scratch, sheet_.source(), over_.library(), over_.limits(), said);
        Value read = reader.read(text.op, text.opSpan, text.value, place);
        read.text = read.type == Value::Type::word ? read.text : cell.text;
        read.span = cell.span;
        leaveErrors();
        const bool several = read.type == Value::Type::tuple || read.type == Value::Type::list;
        bool counted = false;
        eachQuantity(read, [&](const Quantity&, Span) { counted = true; });
        const bool prose = !place.takesOnlyMeasures();
        if (prose && several && !counted) return;
        // 开会2次会议: words after a number that are like no unit are words
        const bool likely =
            std::any_of(said.list().begin(), said.list().end(), [](const auto& one) {
                return std::any_of(one.arguments.begin(), one.arguments.end(),
                                   [](const auto& each) {
                                       return each.name == "suggestion" && !each.value.zh.empty();
                                   });
            });
        if (prose && !said.empty() && !likely) return;
        for (Finding& one : said.list()) {
            one.fixes.clear();
            one.group = "actuals";
        }
        over_.findings().take(std::move(said));
        value = std::move(read);
        // The texts of a tree that is gone in a moment.
        over_.adopt(value);
    }

    void refuse(Value& value, Localized reason, bool date = false) {
        Finding f = finding(Code::notUnderstood, value.span,
                            {{"text", brief(value.text, 200)},
                             {"what", phrase(date ? Phrase::whatDate : Phrase::whatMeasure)},
                             {"reason", std::move(reason)}});
        f.group = "actuals";
        over_.findings().add(std::move(f));
        value.type = Value::Type::unreadable;
        value.amount = Amount::unknown(value.span);
    }

    const ActualsSheet& sheet_;
    Overlay& over_;
    std::vector<std::string_view> above_;  // the categories last said
};

namespace {

void refuse(Findings& findings, Span where, Localized what) {
    findings.add(finding(Code::badSheet, where, {{"what", std::move(what)}}));
}

}  // namespace

ActualsSheet::ActualsSheet(const Source& source, FileId file, const definitions::Library& library,
                           Findings& findings)
    : source_(&source), file_(file) {
    auto read = sheet::readSheet(source, file);
    if (const auto* fault = std::get_if<sheet::Fault>(&read)) {
        const bool open = fault->what == sheet::Fault::What::openQuote;
        refuse(findings, fault->span,
               phrase(open ? Phrase::sheetOpenQuote : Phrase::sheetStrayQuote));
        return;
    }
    sheet_ = std::get<sheet::Sheet>(std::move(read));
    if (const auto fault = readHeader(library)) {
        refuse(findings, sheet_.lines.empty() ? Span{file, 0, 0} : header(), *fault);
        sheet_.lines.clear();
    }
    std::string_view above;
    for (std::size_t line = 0; line < lines(); ++line) {
        const auto own = unguarded(text(line, SheetColumn::title));
        titles_.push_back(own.empty() ? above : own);
        above = titles_.back();
    }
}

/// What is wrong with it; nothing where it is a sheet of actuals.
std::optional<Localized> ActualsSheet::readHeader(const definitions::Library& library) {
    if (sheet_.lines.size() < 2) return phrase(Phrase::sheetEmpty);
    bool values = false;
    for (const sheet::Cell& cell : sheet_.lines.front().cells) {
        const std::string word = halfWidth(cell.text);
        SheetColumn column = syntax::wordFrom<SheetColumn>(word);
        if (column == SheetColumn::none && library.subject(word)) column = SheetColumn::title;
        const bool named = column != SheetColumn::none && column != SheetColumn::ignored;
        if (named && has(column))
            return phrase(Phrase::sheetColumnTwice, {{"name", std::string(cell.text)}});
        values = values || (column == SheetColumn::none && !cell.empty());
        columns_.push_back(column);
    }
    if (!has(SheetColumn::name) && !has(SheetColumn::id)) return phrase(Phrase::sheetWithoutNames);
    if (!values) return phrase(Phrase::sheetWithoutActuals);
    return std::nullopt;
}

std::optional<std::size_t> ActualsSheet::at(SheetColumn column) const {
    const auto found = std::find(columns_.begin(), columns_.end(), column);
    if (found == columns_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns_.begin());
}

const sheet::Cell* ActualsSheet::cell(std::size_t line, std::size_t column) const {
    const auto& cells = sheet_.lines[line + 1].cells;
    return column < cells.size() ? &cells[column] : nullptr;
}

std::string_view ActualsSheet::text(std::size_t line, SheetColumn column) const {
    const auto where = at(column);
    const sheet::Cell* found = where ? cell(line, *where) : nullptr;
    return found ? found->text : std::string_view();
}

std::optional<int> ActualsSheet::year(std::size_t line) const {
    const std::string_view written = text(line, SheetColumn::year);
    if (written.size() < 4) return std::nullopt;
    int year = 0;
    for (const char digit : written.substr(0, 4)) {
        if (digit < '0' || digit > '9') return std::nullopt;
        year = year * 10 + (digit - '0');
    }
    return year;
}

Span ActualsSheet::span(std::size_t line, SheetColumn column) const {
    const auto where = at(column);
    const sheet::Cell* found = where ? cell(line, *where) : nullptr;
    return found && !found->empty() ? found->span : sheet_.lines[line + 1].span;
}

bool ActualsSheet::says(std::size_t line) const {
    for (std::size_t at = 0; at < columns_.size(); ++at) {
        const sheet::Cell* found = cell(line, at);
        if (columns_[at] == SheetColumn::none && found && !found->empty()) return true;
    }
    return false;
}

namespace {

/// 1,260次 without quotes is two cells; where the last cells of a line are such a number, it.
std::string splitNumber(const sheet::Line& line, std::size_t columns) {
    const std::size_t first = columns - 1;
    std::string joined(line.cells[first].text);
    for (std::size_t at = columns; at < line.cells.size(); ++at) {
        const std::string_view text = line.cells[at].text;
        const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
        if (digits != 3 && !text.empty()) return {};
        if (!text.empty()) joined += "," + std::string(text);
    }
    const auto head = joined.find(',');
    const bool grouped = head != std::string::npos && head > 0 && head <= 3 &&
                         joined.find_first_not_of("0123456789") == head;
    return grouped ? joined : std::string();
}

}  // namespace

/// What stands beyond the header belongs to no column, and what stands before it may be shifted.
bool ActualsSheet::fits(std::size_t at, Findings& findings) const {
    const sheet::Line& line = sheet_.lines[at + 1];
    const std::size_t columns = sheet_.lines.front().cells.size();
    const auto beyond = std::find_if(
        line.cells.begin() + static_cast<std::ptrdiff_t>(std::min(columns, line.cells.size())),
        line.cells.end(), [](const sheet::Cell& cell) { return !cell.empty(); });
    if (beyond == line.cells.end()) return true;
    const std::string number = splitNumber(line, columns);
    if (number.empty()) {
        refuse(findings, line.span,
               phrase(Phrase::sheetLineTooLong,
                      {{"columns", std::to_string(columns)}, {"text", std::string(beyond->text)}}));
    } else {
        refuse(findings, line.span, phrase(Phrase::sheetNumberSplit, {{"text", number}}));
    }
    return false;
}

/// The columns that have something for the rows of this form; none, and said, where there is
/// nothing of what was achieved.
std::vector<std::size_t> ActualsSheet::usedBy(const Layer& layer, Overlay& over) const {
    const auto& header = sheet_.lines.front().cells;
    std::vector<std::size_t> used;
    Layer::Use most = Layer::Use::none;
    bool strange = false;
    for (std::size_t at = 0; at < columns_.size(); ++at) {
        if (columns_[at] != SheetColumn::none || header[at].empty()) continue;
        const std::string word = halfWidth(header[at].text);
        const auto use = layer.use(word);
        most = std::max(most, use);
        if (use > Layer::Use::planned) used.push_back(at);
        if (use != Layer::Use::none) continue;
        strange = true;
        const auto known = layer.columnsOfForm(Layer::Use::remark);
        over.findings().add(finding(Code::sheetColumnUnused, header[at].span,
                                    {{"name", std::string(header[at].text)},
                                     {"form", over.form().name.text()},
                                     {"suggestion", definitions::didYouMean(word, known)}}));
    }
    // Reasons alone, with a column nobody knows beside them: that one may be the actuals.
    if (!used.empty() && (most == Layer::Use::result || !strange)) return used;
    std::string columns;
    for (const std::string& name : layer.columnsOfForm(Layer::Use::result, false))
        columns += (columns.empty() ? "" : "|") + name;
    refuse(over.findings(), this->header(),
           phrase(Phrase::sheetWithoutColumns,
                  {{"form", over.form().name.text()}, {"columns", columns}}));
    return {};
}

void lay(const ActualsSheet& sheet, const std::vector<std::size_t>& lines, Overlay& over) {
    ActualsSheet::Layer layer(sheet, over);
    const auto& header = sheet.sheet_.lines.front().cells;
    const std::vector<std::size_t> used = sheet.usedBy(layer, over);
    if (used.empty()) return;
    for (const std::size_t line : lines) {
        const auto filled = [&](std::size_t at) {
            const sheet::Cell* cell = sheet.cell(line, at);
            return cell && !cell->empty();
        };
        if (!sheet.fits(line, over.findings()) || std::none_of(used.begin(), used.end(), filled))
            continue;
        const RowIndex row = layer.row(line);
        if (!row) continue;
        for (const std::size_t at : used) {
            if (!filled(at)) continue;
            const sheet::Cell& cell = *sheet.cell(line, at);
            if (layer.put(row, halfWidth(header[at].text), cell)) continue;
            const Localized what = phrase(Phrase::quoted, {{"text", std::string(header[at].text)}});
            over.findings().add(
                finding(Code::misplaced, cell.span,
                        {{"what", what}, {"place", rowPath(over.submission(), row)}}));
        }
    }
}

}  // namespace biao::model

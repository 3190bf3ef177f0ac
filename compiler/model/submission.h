// A submission as its form sees it: rows of cells. Fields, funds and their parts, lines of tables,
// categories and indicators are all rows; the element says which. Made by read(); never changed
// after that.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "definitions/form.h"
#include "model/value.h"
#include "syntax/ast.h"

namespace biao::model {

using definitions::ElementId;

struct RowIndex {
    std::uint32_t value = UINT32_MAX;
    explicit operator bool() const { return value != UINT32_MAX; }
    auto operator<=>(const RowIndex&) const = default;
};

/// Which cell of a row: no column is the row's own value; a column group opens one a year.
struct ColumnRef {
    enum class Years : std::uint8_t { one, upTo, from };  // ≤2030年, ≥2036年
    ElementId element;
    std::optional<int> year = std::nullopt;
    Years years = Years::one;
    bool operator==(const ColumnRef&) const = default;
};

struct Cell {
    ColumnRef column;
    bool inherited = false;  // taken over from a category
    Value value;
};

/// A total stated beside its parts inside one row: ≤ 4万元 = 5人 × 800元/人/月 × 10个月.
struct Equation {
    struct Term {
        std::string_view name;  // of a named part
        std::string text;       // the calculation as written, blanks made even
        bool minus = false;
        Amount amount;
        std::optional<Amount> share;
        Span shareSpan;
        Span span;
    };
    bool ofWhich = false;
    std::string_view label;
    std::vector<Term> terms;
    std::string text;  // as written
    Span span;
};

enum class RowKind : std::uint8_t {
    field,
    fund,      // or a part of one
    line,      // of a table, or one of a group that repeats
    item,      // a line of a list, under the row of the list
    category,  // holds rows; its own cells are attributes
    indicator,
    ofWhich,  // 其中: part of the row above it
    together  // 并: a further measure of the row above it
};

struct Row {
    RowKind kind = RowKind::indicator;
    bool isTotal = false;  // 为合计, or the form's line for it
    bool broken = false;   // its line had a mistake that was said
    bool added = false;    // a part the form leaves open: `element` is its parent's
    ElementId element;     // of an indicator its category, of a free line its table
    RowIndex parent;       // the row around it
    std::string_view name;
    std::string_view id;  // #id
    std::vector<Cell> cells;
    std::vector<Equation> equations;
    std::optional<Amount> share;  // 占 …, of a part
    /// 曾用 "…": what the row was called before. `isNew`: 曾用 空, no row before was this one.
    std::vector<std::string_view> formerNames;
    bool isNew = false;
    Span shareSpan;
    Span nameSpan;
    Span span;

    const Cell* cell(const ColumnRef& column) const;
    /// The row's own value; blank when there is none.
    const Value& value() const;
};

/// A table or tree as filled in: which columns the submission opened.
struct OpenedColumns {
    ElementId owner;
    std::vector<ColumnRef> columns;
};

/// 接受 B202 "理由": findings of these codes that stand in `region` are somebody's to answer for.
struct Acceptance {
    struct Named {
        std::string written;
        Span span;
        std::vector<std::string> codes;  // whole; a rule's own name may be that of several
        bool overSets = false;           // of a rule that a check of one file does not judge
    };
    std::vector<Named> named;
    std::string reason;
    bool ownLine = false;
    RowIndex row;  // the one it stands at; of a submission the first
    Span region;   // the row's line and block
    Span span;
};

struct Submission {
    std::shared_ptr<const definitions::Form> form;
    const Source* source = nullptr;
    std::string_view subject;  // 项目
    std::string_view title;
    std::optional<int> year;
    Span span;      // its first line
    Span headSpan;  // its subject and title
    std::vector<Row> rows;
    std::vector<OpenedColumns> opened;
    std::vector<Acceptance> acceptances;  // those that can be, by row
    /// Texts that values put together from several cells are views of.
    std::shared_ptr<std::deque<std::string>> made;
    /// Names that were probably meant where something else was written: not missing as well.
    std::vector<std::string> misspelt;
    /// Elements inside which a line was not understood: what they lack may stand in it.
    std::vector<ElementId> doubtful;
    /// Braces did not balance: where things stand is a guess.
    bool unbalanced = false;

    const Row& operator[](RowIndex index) const { return rows[index.value]; }
    /// Columns opened in that table, the declared ones where no header says otherwise.
    const std::vector<ColumnRef>* columnsOf(ElementId owner) const;
    std::size_t indicators() const;
};

/// "产出指标·数量指标·专干人员" for messages.
Localized rowPath(const Submission& submission, RowIndex row);

}  // namespace biao::model

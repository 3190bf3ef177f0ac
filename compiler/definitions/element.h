// The elements of a form: fields, funds and their parts, tables with lines and columns, trees with
// categories. One type for all, because submissions fill all of them the same way: a line of the
// form becomes a row of cells.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/language.h"
#include "base/span.h"
#include "definitions/formula.h"
#include "definitions/kind.h"
#include "definitions/names.h"
#include "quantity/quantity.h"
#include "syntax/ast.h"

namespace biao::definitions {

struct ElementId {
    std::uint32_t value = UINT32_MAX;
    explicit operator bool() const { return value != UINT32_MAX; }
    auto operator<=>(const ElementId&) const = default;
};

enum class ElementKind : std::uint8_t {
    root,    // the form itself
    field,   // one value
    fund,    // an amount, and the amounts it is made of (children)
    table,   // lines × columns
    line,    // of a table; lines nest
    column,  // of a table, a tree, or (declared at the top of a form) of all its trees
    tree,    // indicators: categories all the way down, rows at any of them
    category,
    group,  // fields that belong together; where it repeats, its fields are its columns
    list    // prose in numbered lines: a text, and a row for each line
};

/// What a value set on a category means for the rows inside.
enum class Mode : std::uint8_t { own, inherited, summed };

/// A role and what it is narrowed by: 预算.年初.
struct RoleRef {
    syntax::Role role = syntax::Role::none;
    std::string part;
    bool operator==(const RoleRef&) const = default;
};

/// A total is what it is made of: 总额 = [按来源] 拨款 + 自筹.
struct Decomposition {
    bool ofWhich = false;  // 其中: the parts are not all of it
    bool open = false;     // … : a submission may add parts
    bool allRows = false;  // 合计(行): every row of the table that is no total itself
    std::string label;
    struct Part {
        ElementId element;
        bool minus = false;
    };
    std::vector<Part> parts;
    Span span;
};

/// Which year's figure a column holds, counted from the submission's own year.
struct Period {
    bool each = false;  // 各年: as many columns as the submission opens
    std::optional<int> offset;
};

struct Element {
    ElementKind kind = ElementKind::field;
    bool required = false;
    bool optional = false;  // 选填, said of it
    bool hard = false;      // 硬性
    bool nonNegative = false;
    bool repeatable = false;  // 可重复
    bool wasTree = false;     // of a category: a tree, before another included it
    bool freeRows = false;    // 自由行: a table whose lines the submission names
    bool isKey = false;       // 键
    bool dropped = false;     // 删 by an extending form
    Mode mode = Mode::own;
    std::string id;  // permanent: the English name at first declaration, else the Chinese
    Localized name;
    std::vector<std::string> spellings;    // every way to write it, the Chinese first
    std::vector<std::string> formerNames;  // before 改名, and 又名: for rules
    Localized label;                       // as printed, where the plain name is not
    ElementId parent;
    std::vector<ElementId> children;  // lines, parts, categories, fields: not columns
    std::vector<ElementId> columns;   // of a table or tree
    std::vector<Kind> kinds;
    RoleRef role;
    Period period;
    std::vector<Decomposition> decompositions;
    std::optional<Formula> formula;          // where it is worked out, but no plain sum
    Exactness exactness;                     // of the formula
    std::optional<Demand> demand;            // required where this holds
    WordList templates;                      // 模板: texts that are nobody's own
    std::vector<std::string> templateLists;  // the same, by the names of 词表
    std::vector<std::string> templateTexts;  // both as written
    std::vector<ElementId> onlyColumns;  // 仅列: where its composition holds; none: everywhere
    std::optional<std::uint32_t> minRows;
    std::optional<std::uint32_t> maxRows;
    UnitRef unit;                     // 单位: what a bare number here means
    std::optional<Quantity> atLeast;  // 下限, 上限
    std::optional<Quantity> atMost;
    Span span;
    Span nameSpan;

    /// For messages: an English reader of a Chinese file needs both names.
    Localized shown() const {
        return name.en == name.zh ? name : Localized(name.zh, name.en + " (" + name.zh + ")");
    }
    bool isLine() const {
        return kind == ElementKind::fund || kind == ElementKind::line ||
               kind == ElementKind::field || kind == ElementKind::list;
    }
};

}  // namespace biao::definitions

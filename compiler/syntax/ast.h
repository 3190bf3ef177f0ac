// The typed tree of one file: what was written, nothing yet of what it means.
// parse/ builds it; definitions/ reads declarations, model/ reads submissions.
// Nodes live in stores of the File and name each other by index, so a tree of any size is copied,
// compared and destroyed without recursion. Texts are views into the source, or into the File where
// full-width spellings had to be folded. A node that could not be read is marked `broken` and is
// silent from then on: its finding has been said.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "syntax/words.h"

namespace biao::syntax {

/// An index into a store of the File; 0xFFFFFFFF is none.
template <class T>
struct Id {
    std::uint32_t value = UINT32_MAX;
    explicit operator bool() const { return value != UINT32_MAX; }
    auto operator<=>(const Id&) const = default;
};

/// Consecutive entries of a store.
template <class T>
struct Range {
    std::uint32_t begin = 0;
    std::uint32_t count = 0;
    bool empty() const { return count == 0; }
};

/// A name, a string's content or a path, in half-width spelling (a string's content as written).
struct Word {
    std::string_view text;
    Span span;
    explicit operator bool() const { return !text.empty() || !span.empty(); }
};

// ---------------------------------------------------------------------------- expressions

enum class ExprKind : std::uint8_t {
    number,         // text: digits; unit
    ratio,          // text: "1:3"
    asked,          // ?
    blank,          // 空
    notApplicable,  // /
    yes,
    no,
    text,    // "…"
    date,    // text: the calendar token
    name,    // text; a path's version stays with it in `unit`
    role,    // text without the @
    code,    // B3:国家.成本不超预算
    member,  // children: the object; text: the name, op = role when it was written .@name
    call,    // children: what is called, then the arguments
    index,   // children: the object, the index
    negate,
    isNot,
    sum,      // children with plus or minus
    product,  // children with times or over
    compare,  // two children, op
    all,      // 且
    any,      // 或
    range,    // a ~ b
    tuple,    // a、b
    list,     // [a, b]
    query,    // children: [source], condition, [when]; binders
    missing   // could not be read
};

struct Expr;
using ExprId = Id<Expr>;

/// One operand with the operator that stands before it (the first has none).
struct Operand {
    Operator op = Operator::none;
    ExprId expr;
};

struct Expr {
    ExprKind kind = ExprKind::missing;
    Operator op = Operator::none;
    bool grouped = false;  // 1,000
    Span span;
    std::string_view text;
    Word unit;
    Range<Operand> operands;
};

/// A query names its binders (对 r 于 …) and may narrow what it ranges over (当 …).
struct QueryParts {
    std::vector<Word> binders;
    ExprId body;
    ExprId when;
};

// ---------------------------------------------------------------------------- submissions

struct Equation;
struct Attribute;
struct Cell;
struct Item;
using ItemId = Id<Item>;

struct Part {
    Operator sign = Operator::plus;
    bool open = false;  // …
    Word name;
    ExprId value;
    ExprId share;        // 占 32.02%
    Id<Equation> parts;  // (= …)
    Span span;
};

struct Equation {
    bool ofWhich = false;  // 其中 rather than =
    Word label;            // [按来源]
    Range<Part> parts;
    Span span;
};

struct Cell {
    Operator op = Operator::none;
    ExprId value;
    ExprId share;
    Span span;  // the `|` and what follows it
};

struct Attribute {
    Word name;
    Operator op = Operator::none;
    Span opSpan;
    ExprId value;
    ExprId when;
    Span span;
};

/// 接受 B2:成本没有写算符 "理由": stands after a line, or on a line of its own in its block.
struct Acceptance {
    std::vector<ExprId> codes;
    Word reason;  // none where none is given
    bool broken = false;
    bool ownLine = false;
    Span span;
};

enum class HeadKind : std::uint8_t { name, text, date, cells };

struct Item {
    HeadKind headKind = HeadKind::name;
    bool hasBlock = false;
    bool broken = false;
    Operator op = Operator::none;  // ≥ 达到 截至 … before the value
    Word head;
    Word title;  // the string after a name: 项目 "…", 其中 "…"
    Word id;     // #lamp
    ExprId value;
    Range<Equation> equations;
    Range<Cell> cells;
    Range<Attribute> attributes;
    Range<Acceptance> acceptances;  // of the line and of its block
    std::vector<ItemId> block;
    Span opSpan;
    Span span;       // the line without its block
    Span blockSpan;  // the braces and what stands between
};

// ---------------------------------------------------------------------------- declarations

struct Kind {
    Word name;
    std::vector<ExprId> arguments;
};

struct Definition {
    bool ofWhich = false;
    Word label;
    std::vector<Operand> terms;  // kind missing with text "…": an open list
    Span span;
};

/// A message is literals with expressions between them: one of the two.
struct Piece {
    std::string_view literal;
    ExprId expr;
};

struct Text {
    Word language;  // zh, en; none where one text stands alone
    Word text;
    std::vector<Piece> pieces;  // of a message (否则, 未定): the text cut at its {…}
};

struct Clause {
    ClauseKind kind = ClauseKind::condition;
    Flag flag = Flag::none;
    bool broken = false;
    Operator op = Operator::none;  // of a step: ≥90 ⇒ 优
    std::vector<Word> names;       // 对 a, b 于; 令 x
    std::vector<ExprId> exprs;
    ExprId when;
    ExprId result;  // after ⇒
    std::vector<Text> texts;
    std::vector<ItemId> items;  // 反例 { … }
    Span span;
};

struct Declaration {
    Keyword keyword = Keyword::none;  // none: a setting, led by its own name
    Keyword edit = Keyword::none;     // 增, 换
    bool nameIsText = false;
    bool hasBlock = false;
    bool broken = false;
    Word name;
    Word version;
    Word base;  // 继承, and its version
    Word baseVersion;
    std::vector<Word> aliases;
    std::vector<Flag> flags;
    std::vector<Kind> kinds;
    Operator op = Operator::none;
    ExprId arrow;  // after →
    ExprId value;
    ExprId upTo;  // after ~
    std::vector<Definition> definitions;
    Range<Attribute> attributes;
    std::vector<Id<Declaration>> block;
    std::vector<Clause> clauses;
    std::vector<ItemId> items;  // the body of 实绩
    Span keywordSpan;
    Span span;
    Span blockSpan;
};

// ---------------------------------------------------------------------------- files

/// Everything at the top of a file, in order.
struct TopLevel {
    Id<Declaration> declaration;  // one of the two
    ItemId submission;
};

struct File {
    FileId id;
    std::vector<TopLevel> lines;
    std::vector<Span> comments;
    bool broken = false;       // not even text
    bool unbalanced = false;   // braces without mates: blocks are a guess
    std::vector<Span> faults;  // where the parser could not go on, in order

    std::vector<Expr> exprs;
    std::vector<Operand> operands;
    std::vector<QueryParts> queries;  // of an Expr of kind query: operands.begin
    std::vector<Item> items;
    std::vector<Equation> equations;
    std::vector<Part> parts;
    std::vector<Cell> cells;
    std::vector<Attribute> attributes;
    std::vector<Acceptance> acceptances;
    std::vector<Declaration> declarations;
    std::deque<std::string> folded;  // texts that are not in the source as they stand

    const Expr& operator[](ExprId at) const { return exprs[at.value]; }
    const Item& operator[](ItemId at) const { return items[at.value]; }
    const Declaration& operator[](Id<Declaration> at) const { return declarations[at.value]; }
    const Equation& operator[](Id<Equation> at) const { return equations[at.value]; }

    template <class T>
    struct Slice {
        const T* first;
        std::uint32_t count;
        const T* begin() const { return first; }
        const T* end() const { return first + count; }
        const T& operator[](std::uint32_t i) const { return first[i]; }
        std::uint32_t size() const { return count; }
        bool empty() const { return count == 0; }
    };
    Slice<Operand> of(Range<Operand> r) const { return {operands.data() + r.begin, r.count}; }
    Slice<Equation> of(Range<Equation> r) const { return {equations.data() + r.begin, r.count}; }
    Slice<Part> of(Range<Part> r) const { return {parts.data() + r.begin, r.count}; }
    Slice<Cell> of(Range<Cell> r) const { return {cells.data() + r.begin, r.count}; }
    Slice<Attribute> of(Range<Attribute> r) const { return {attributes.data() + r.begin, r.count}; }
    Slice<Acceptance> of(Range<Acceptance> r) const {
        return {acceptances.data() + r.begin, r.count};
    }
    const QueryParts& query(const Expr& e) const { return queries[e.operands.begin]; }
};

}  // namespace biao::syntax

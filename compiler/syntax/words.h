// The words the compiler itself knows, in both languages, in one table (words.def). Everything else
// a file says is a name, and comes from a form.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/language.h"

namespace biao::syntax {

#define ENUMERATE(symbol, zh, en) symbol,
#define SKIP(symbol, zh, en)

/// What opens a declaration.
enum class Keyword : std::uint8_t {
    none,
#define KEYWORD ENUMERATE
#include "syntax/words.def"
};

/// What may stand after a declared name.
enum class Flag : std::uint8_t {
    none,
#define FLAG ENUMERATE
#include "syntax/words.def"
};

enum class ClauseKind : std::uint8_t {
    condition,
#define CLAUSE ENUMERATE
#include "syntax/words.def"
};

/// Comparisons and the other marks between operands.
enum class Operator : std::uint8_t {
    none,
#define OPERATOR ENUMERATE
#include "syntax/words.def"
};

/// What a form's element is to the compiler, whatever the form calls it.
enum class Role : std::uint8_t {
    none,
#define ROLE ENUMERATE
#include "syntax/words.def"
};

/// The settings and attributes a declaration may carry.
enum class Property : std::uint8_t {
    none,
#define PROPERTY ENUMERATE
#include "syntax/words.def"
};

/// Kinds of value that are no dimension: text, date, yes/no, ...
enum class ValueKind : std::uint8_t {
    none,
#define VALUEKIND ENUMERATE
#include "syntax/words.def"
};

/// What a row or a value can be asked for in an expression: r.目标, v.上界.
enum class Member : std::uint8_t {
    none,
#define MEMBER ENUMERATE
#include "syntax/words.def"
};

/// Functions of the expression language.
enum class Function : std::uint8_t {
    none,
#define FUNCTION ENUMERATE
#include "syntax/words.def"
};

/// Words after a number that the language has a mark for: 90%以上 is ≥90%.
enum class Suffix : std::uint8_t {
    none,
#define SUFFIX ENUMERATE
#include "syntax/words.def"
};

/// What follows the number of a month, and of a duration in months.
enum class CalendarUnit : std::uint8_t {
    none,
#define CALENDARUNIT ENUMERATE
#include "syntax/words.def"
};

/// Words inside a value that are no unit of it: 90%至95%, 约5人, 10个月.
enum class Joint : std::uint8_t {
    none,
#define JOINT ENUMERATE
#include "syntax/words.def"
};

/// Digits written out: 一年 is 1年. In their own order, zero to nine, ten, hundred.
enum class Digit : std::uint8_t {
    none,
#define DIGIT ENUMERATE
#include "syntax/words.def"
};

/// What the line of a submission can be led by beside names of the form.
enum class LineWord : std::uint8_t {
    none,
#define LINEWORD ENUMERATE
#include "syntax/words.def"
};

/// What the first line of a sheet of actuals may call a column.
enum class SheetColumn : std::uint8_t {
    none,
#define SHEETCOLUMN ENUMERATE
#include "syntax/words.def"
};

/// What a row's name can be asked for: r.名义.上限.
enum class Promised : std::uint8_t {
    none,
#define PROMISED ENUMERATE
#include "syntax/words.def"
};

/// Whether more is better.
enum class Direction : std::uint8_t {
    none,
#define DIRECTION ENUMERATE
#include "syntax/words.def"
};

/// What a pattern takes out of a name.
enum class Capture : std::uint8_t {
    none,
#define CAPTURE ENUMERATE
#include "syntax/words.def"
};

#undef ENUMERATE
#undef SKIP

/// Looks `text` up among one group's words, in either language; E::none where it is not one.
template <class E>
E wordFrom(std::string_view text);

/// The spelling of a word: "必填", "required".
template <class E>
Localized spelling(E word);

}  // namespace biao::syntax

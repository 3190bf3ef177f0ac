#include "syntax/words.h"

#include <span>

namespace biao::syntax {
namespace {

template <class E>
struct Row {
    E word;
    std::string_view zh;
    std::string_view en;
};

template <class E>
std::span<const Row<E>> rows();

template <>
std::span<const Row<Keyword>> rows<Keyword>() {
    static constexpr Row<Keyword> table[] = {
#define KEYWORD(symbol, zh, en) {Keyword::symbol, zh, en},
#include "syntax/words.def"
    };
    return table;
}
template <>
std::span<const Row<Flag>> rows<Flag>() {
    static constexpr Row<Flag> table[] = {
#define FLAG(symbol, zh, en) {Flag::symbol, zh, en},
#include "syntax/words.def"
    };
    return table;
}
template <>
std::span<const Row<ClauseKind>> rows<ClauseKind>() {
    static constexpr Row<ClauseKind> table[] = {
#define CLAUSE(symbol, zh, en) {ClauseKind::symbol, zh, en},
#include "syntax/words.def"
    };
    return table;
}
template <>
std::span<const Row<Operator>> rows<Operator>() {
    static constexpr Row<Operator> table[] = {
#define OPERATOR(symbol, zh, en) {Operator::symbol, zh, en},
#include "syntax/words.def"
    };
    return table;
}
template <>
std::span<const Row<Role>> rows<Role>() {
    static constexpr Row<Role> table[] = {
#define ROLE(symbol, zh, en) {Role::symbol, zh, en},
#include "syntax/words.def"
    };
    return table;
}
template <>
std::span<const Row<Property>> rows<Property>() {
    static constexpr Row<Property> table[] = {
#define PROPERTY(symbol, zh, en) {Property::symbol, zh, en},
#include "syntax/words.def"
    };
    return table;
}
template <>
std::span<const Row<ValueKind>> rows<ValueKind>() {
    static constexpr Row<ValueKind> table[] = {
#define VALUEKIND(symbol, zh, en) {ValueKind::symbol, zh, en},
#include "syntax/words.def"
    };
    return table;
}
template <>
std::span<const Row<Member>> rows<Member>() {
    static constexpr Row<Member> table[] = {
#define MEMBER(symbol, zh, en) {Member::symbol, zh, en},
#include "syntax/words.def"
    };
    return table;
}
template <>
std::span<const Row<Function>> rows<Function>() {
    static constexpr Row<Function> table[] = {
#define FUNCTION(symbol, zh, en) {Function::symbol, zh, en},
#include "syntax/words.def"
    };
    return table;
}
template <>
std::span<const Row<Suffix>> rows<Suffix>() {
    static constexpr Row<Suffix> table[] = {
#define SUFFIX(symbol, zh, en) {Suffix::symbol, zh, en},
#include "syntax/words.def"
    };
    return table;
}
template <>
std::span<const Row<CalendarUnit>> rows<CalendarUnit>() {
    static constexpr Row<CalendarUnit> table[] = {
#define CALENDARUNIT(symbol, zh, en) {CalendarUnit::symbol, zh, en},
#include "syntax/words.def"
    };
    return table;
}
template <>
std::span<const Row<Joint>> rows<Joint>() {
    static constexpr Row<Joint> table[] = {
#define JOINT(symbol, zh, en) {Joint::symbol, zh, en},
#include "syntax/words.def"
    };
    return table;
}
template <>
std::span<const Row<Digit>> rows<Digit>() {
    static constexpr Row<Digit> table[] = {
#define DIGIT(symbol, zh, en) {Digit::symbol, zh, en},
#include "syntax/words.def"
    };
    return table;
}
template <>
std::span<const Row<LineWord>> rows<LineWord>() {
    static constexpr Row<LineWord> table[] = {
#define LINEWORD(symbol, zh, en) {LineWord::symbol, zh, en},
#include "syntax/words.def"
    };
    return table;
}
template <>
std::span<const Row<SheetColumn>> rows<SheetColumn>() {
    static constexpr Row<SheetColumn> table[] = {
#define SHEETCOLUMN(symbol, zh, en) {SheetColumn::symbol, zh, en},
#include "syntax/words.def"
    };
    return table;
}
template <>
std::span<const Row<Promised>> rows<Promised>() {
    static constexpr Row<Promised> table[] = {
#define PROMISED(symbol, zh, en) {Promised::symbol, zh, en},
#include "syntax/words.def"
    };
    return table;
}
template <>
std::span<const Row<Direction>> rows<Direction>() {
    static constexpr Row<Direction> table[] = {
#define DIRECTION(symbol, zh, en) {Direction::symbol, zh, en},
#include "syntax/words.def"
    };
    return table;
}
template <>
std::span<const Row<Capture>> rows<Capture>() {
    static constexpr Row<Capture> table[] = {
#define CAPTURE(symbol, zh, en) {Capture::symbol, zh, en},
#include "syntax/words.def"
    };
    return table;
}

/// Spellings of one cell of the table stand apart by a space.
bool holds(std::string_view spellings, std::string_view text) {
    while (!spellings.empty()) {
        const auto space = spellings.find(' ');
        if (spellings.substr(0, space) == text) return true;
        if (space == std::string_view::npos) return false;
        spellings.remove_prefix(space + 1);
    }
    return false;
}

}  // namespace

template <class E>
E wordFrom(std::string_view text) {
    for (const auto& row : rows<E>()) {
        if (holds(row.zh, text) || holds(row.en, text)) return row.word;
    }
    return E{};
}

template <class E>
Localized spelling(E word) {
    for (const auto& row : rows<E>()) {
        if (row.word == word) {
            return {std::string(row.zh.substr(0, row.zh.find(' '))),
                    std::string(row.en.substr(0, row.en.find(' ')))};
        }
    }
    return {};
}

#define INSTANTIATE(E)                             \
    template E wordFrom<E>(std::string_view text); \
    template Localized spelling<E>(E word);
INSTANTIATE(Keyword)
INSTANTIATE(Flag)
INSTANTIATE(ClauseKind)
INSTANTIATE(Operator)
INSTANTIATE(Role)
INSTANTIATE(Property)
INSTANTIATE(ValueKind)
INSTANTIATE(Member)
INSTANTIATE(Function)
INSTANTIATE(Suffix)
INSTANTIATE(Joint)
INSTANTIATE(CalendarUnit)
INSTANTIATE(Digit)
INSTANTIATE(LineWord)
INSTANTIATE(SheetColumn)
INSTANTIATE(Promised)
INSTANTIATE(Direction)
INSTANTIATE(Capture)
#undef INSTANTIATE

}  // namespace biao::syntax

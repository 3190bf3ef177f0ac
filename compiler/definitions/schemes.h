// 评分法 and 分段: how the rows of a form are scored, and functions by thresholds (grades, points
// of a rate of satisfaction). expression/ compiles schemes against the form that holds them; bands
// are worked out here, once the parameters they name are known.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/span.h"
#include "definitions/kind.h"
#include "quantity/bounds.h"
#include "quantity/quantity.h"
#include "syntax/ast.h"

namespace biao::definitions {

struct Scheme {
    Localized name;
    std::vector<std::string> spellings;
    std::vector<Kind> rates;           // what it rates by; none: it gives points
    std::optional<Quantity> rounding;  // to a multiple of it, half up
    /// What becomes of a target of several quantities.
    syntax::ExprId several;  // 平均, 最小 or a parameter that is one of them; none: the mean
    bool hasSeveral = false;
    Localized source;
    Localized note;
    bool unconfirmed = false;
    bool dropped = false;
    const syntax::File* file = nullptr;  // owned by the Library
    const syntax::Declaration* declaration = nullptr;
    Span span;  // of its name
};

/// A function of one argument: what stands in the first line that holds.
struct Bands {
    struct Result {
        std::optional<Quantity> quantity;
        std::string word;
    };
    struct Line {
        Op op = Op::ge;
        Quantity threshold;
        Result result;
        Span span;
    };
    Localized name;
    std::vector<std::string> spellings;
    bool grades = false;      // 角色 等级
    std::vector<Kind> takes;  // none: anything that meets the thresholds
    std::vector<Kind> gives;
    std::optional<Quantity> rounding;  // of the argument, half up
    std::vector<Line> lines;
    Result otherwise;
    Localized source;
    bool unconfirmed = false;
    bool dropped = false;
    bool broken = false;                 // its faults have been said
    const syntax::File* file = nullptr;  // owned by the Library
    const syntax::Declaration* declaration = nullptr;
    Span span;

    bool knownAs(std::string_view spelling) const;
    /// What the argument comes to; null where it does not meet the thresholds.
    const Result* of(const UnitTable& units, const Quantity& argument) const;
};

/// To the next multiple of `step`, a half upwards; in the unit it had. As it is where the two do
/// not meet.
Quantity roundedTo(const UnitTable& units, const Quantity& value, const Quantity& step);

}  // namespace biao::definitions

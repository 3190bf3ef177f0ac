// 参数: a constant of a form with a name, which its rules, formulas, messages and weights read. A
// form that extends or includes it gives it another value by stating it again.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/span.h"
#include "quantity/quantity.h"

namespace biao::definitions {

struct Parameter {
    enum class Type : std::uint8_t { amount, words, date, yesNo };
    Localized name;
    std::vector<std::string> spellings;
    std::vector<std::string> formerNames;  // before 改名: what inherited rules call it
    Type type = Type::amount;
    Quantity quantity;  // of an amount
    std::string text;   // of words; of a date or 1:3, as written
    bool yes = false;
    bool unconfirmed = false;  // 未核实
    bool dropped = false;
    Localized source;
    Span origin;  // where it was first declared: two with one origin are the same parameter
    Span span;    // of the name, where its value was stated

    bool knownAs(std::string_view spelling) const;
};

/// "20%", "历史": the value as it is shown.
Localized shownValue(const Parameter& parameter);

/// Those not dropped, by any spelling or former name; null when there is none.
const Parameter* find(const std::vector<Parameter>& parameters, std::string_view name);

}  // namespace biao::definitions

// What a cell takes: text, a date, money, any count, a word of a scale, ... Declared in a form
// after the colon, several joined by `|`. A dimension is a kind by its own name; the rest are the
// compiler's (syntax::ValueKind) or named scales and choices.
#pragma once

#include <string>
#include <vector>

#include "base/language.h"
#include "quantity/dimension.h"
#include "syntax/words.h"

namespace biao::definitions {

struct Kind {
    enum class Type {
        text,
        year,
        date,
        yesNo,
        number,     // a bare number, no unit
        dimension,  // exactly `dimension` (empty: a ratio)
        rate,       // `base` over anything: 元/人
        count,      // anything counted; with `dimension`, that class
        measure,    // any quantity with a unit
        word,       // a word of the scale or choices `words`; any word where empty
        reference,  // names an element or row of `name`
        any
    };
    Type type = Type::any;
    Dimension dimension;
    BaseId base;
    Localized name;  // as the form calls it
    std::vector<std::string> words;

    /// Takes quantities at all.
    bool measures() const {
        return type == Type::dimension || type == Type::rate || type == Type::count ||
               type == Type::measure || type == Type::any || type == Type::number;
    }
};

/// "金额、单价或比率", "money, unit price or ratio".
Localized describe(const std::vector<Kind>& kinds);

}  // namespace biao::definitions

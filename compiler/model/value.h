// What one cell holds, as written and as understood.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "quantity/amount.h"
#include "quantity/bounds.h"
#include "syntax/ast.h"
#include "syntax/calendar.h"

namespace biao::model {

struct Value {
    enum class Type : std::uint8_t {
        blank,          // nothing, or 空
        asked,          // ?
        notApplicable,  // /
        unreadable,     // its finding has been said; everything built on it is unknown
        measure,        // a number, with its unit or without
        range,          // `amount` to `upTo`
        tuple,          // several measures of one row: 102户、321人
        date,
        yes,
        no,
        word,  // a bare word: of a scale, of a list of choices
        text,  // prose in quotes
        list   // [a, b]
    };

    Type type = Type::blank;
    bool quoted = false;       // a measure written in quotes
    bool calculated = false;   // an expression, not a literal
    bool fromColumns = false;  // put together from columns of its operator, number and unit
    syntax::Operator op = syntax::Operator::none;
    Amount amount;
    Amount upTo;
    std::optional<syntax::Calendar> date;
    std::vector<Value> parts;  // of a tuple or list; of prose in a block, its lines
    std::string_view text;     // as written; of a string, between its quotes
    Span span;                 // with the operator before it

    bool isBlank() const { return type == Type::blank; }
    /// Has a number in it.
    bool isMeasure() const { return type == Type::measure || type == Type::range; }
    /// As calculations see it: what is no number is blank to them, unless it could not be read.
    Amount number() const;
    /// What a target allows: of ≥5人 everything from 5人 on. Only of measures that were understood.
    std::optional<Bounds> bounds() const;
};

/// Every quantity in it, with where it stands: one, two of a range, several of a tuple.
void eachQuantity(const Value& value, const std::function<void(const Quantity&, Span)>& act);

}  // namespace biao::model

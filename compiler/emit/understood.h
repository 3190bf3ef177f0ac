// What a value was understood as, in the words that both JSON and CSV use.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/value.h"
#include "quantity/unit_table.h"

namespace biao::emit {

/// The type of the value; of a number that is none after all, what it is instead.
model::Value::Type typeOf(const model::Value& value);
std::string_view typeName(model::Value::Type type);
/// "known", or the way in which there is nothing to know: blank, asked, notApplicable, unreadable.
std::string_view stateName(model::Value::Type type);

/// ">=", "<=", ">", "<", "=", "by" (a deadline); empty: none. Words for a comparison are their
/// mark.
std::string_view operatorName(syntax::Operator op);

/// The same for cells of a spreadsheet, which an equals sign must not begin: ge, le, gt, lt, eq.
std::string_view operatorWord(syntax::Operator op);

/// In the units that quantities are compared in.
struct InBase {
    std::string number;
    std::string unit;       // empty: a ratio
    std::string dimension;  // money/duration/people, by the English names of what is declared
};
/// Nothing for a bare number. What can be read in several ways is read in the likeliest.
std::optional<InBase> inBase(const Quantity& quantity, const UnitTable& units);

/// As it is spelt in Chinese, the language of the forms; empty: none.
std::string_view unitName(const Quantity& quantity);

}  // namespace biao::emit

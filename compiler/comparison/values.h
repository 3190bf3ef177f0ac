// Values of two years beside each other.
#pragma once

#include <optional>
#include <string>

#include "model/value.h"
#include "quantity/unit_table.h"

namespace biao::comparison {

/// The same said, whatever the unit: 0.25万元 is 2500元, ≥5人 is 不低于5人. A bare 0 and 0% are not
/// the same.
bool sameValue(const model::Value& a, const model::Value& b, const UnitTable& units);

/// The texts of a value without what does not count: width, blanks, quotes, line ends.
std::string proseOf(const model::Value& value);

struct ValueLikeness {
    std::optional<int> percent;  // none where one of them is blank
    bool apart = false;          // quantities that cannot be compared: people and kilometres
};
ValueLikeness likeness(const model::Value& a, const model::Value& b, const UnitTable& units);

}  // namespace biao::comparison

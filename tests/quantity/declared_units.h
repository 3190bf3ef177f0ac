// The units the tests of quantity/ work with, declared as a standard library would declare them.
#pragma once

#include <string>
#include <string_view>

#include "quantity/quantity.h"
#include "quantity/unit_table.h"

namespace biao::test {

const UnitTable& units();
/// The base dimension of that Chinese name; fails the test when there is none.
BaseId base(std::string_view name);
/// A unit that must be readable.
UnitRef unit(std::string_view spelled);
/// `29万元`, `-3`, `2000÷3亩`: an optional sign, digits, an optional divisor, an optional unit.
Quantity q(std::string_view written);

}  // namespace biao::test

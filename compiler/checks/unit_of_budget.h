// A number in the place of money, with a wrong unit or none, that is the budget to the last digit:
// which unit was meant.
#pragma once

#include <vector>

#include "checks/checks.h"
#include "definitions/kind.h"

namespace biao::checks {

/// Adds the fix, not a certain one, that writes the value with that unit behind its number.
void withUnit(const Context& context, const model::Value& value, const UnitRef& unit, Finding& f);

/// The same with a unit of money, where exactly one makes the number the budget.
void offerUnitOfBudget(const Context& context, const model::Value& value,
                       const std::vector<definitions::Kind>& kinds, Finding& f);

}  // namespace biao::checks

// The order of dates. What they say may be more than a day: a month, a quarter, a year.
#pragma once

#include "quantity/bounds.h"
#include "syntax/calendar.h"

namespace biao::expression {

/// Of ≤ < ≥ >. Undetermined where the days of one lie among those of the other, and where a year is
/// not said.
Truth inOrder(const syntax::Calendar& left, Op op, const syntax::Calendar& right);

}  // namespace biao::expression

// A form with last year beside this one: what rules across years are compiled against. Every
// element stands in it twice, the second time under 上年.
#pragma once

#include <memory>

#include "definitions/form.h"

namespace biao::definitions {

/// The elements of `form` keep their numbers; last year's stand behind them, in the same order.
std::shared_ptr<const Form> yearForm(const Form& form);

}  // namespace biao::definitions

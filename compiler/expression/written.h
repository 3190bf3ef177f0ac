// Calculations with the numbers in place of the names: "60万元 ÷ 80万元".
#pragma once

#include "base/language.h"
#include "expression/evaluate.h"

namespace biao::expression {

Localized shown(const Quantity& quantity);
Localized joined(const Localized& left, const std::string& sign, const Localized& right);

/// Of what stands in hand. What is not known stays a name.
Localized written(Evaluator& run, NodeId id);

}  // namespace biao::expression

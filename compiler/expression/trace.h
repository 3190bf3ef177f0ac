// A condition with its values: "实际完成值 95% 达到 目标 ≥98%". Of several parts those that decide.
#pragma once

#include <optional>

#include "base/language.h"
#include "expression/evaluate.h"

namespace biao::expression {

Localized traced(Evaluator& run, NodeId condition);

/// The first cell a condition or value reads that is blank, asked for or not understood.
struct Lacking {
    Localized name;
    State state = State::blank;
    std::optional<Span> span;
};
std::optional<Lacking> lackingIn(Evaluator& run, NodeId id);

}  // namespace biao::expression

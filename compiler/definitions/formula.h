// What a field, line or column is worked out by, where it is no plain sum, and how closely a stated
// value must agree with that.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/span.h"
#include "quantity/quantity.h"
#include "syntax/ast.h"

namespace biao::definitions {

/// 执行率 = 执行 ÷ 预算, as written; expression/ compiles it against the form that holds it.
struct Formula {
    const syntax::File* file = nullptr;  // owned by the Library
    std::vector<syntax::Operand> terms;  // one, or several that are added up
    Span span;
};

/// 必填 当 得分 < 权重: on what it is asked for, as written.
struct Demand {
    const syntax::File* file = nullptr;  // owned by the Library
    syntax::ExprId condition;
    Span span;
};

/// 零除: what 0 ÷ 0 is.
enum class ZeroByZero : std::uint8_t { undetermined, notApplicable, zero, full };

/// Where nothing is said, a quotient is held to the digits that are printed, anything else exactly.
struct Exactness {
    bool asPrinted = false;            // 精度 照写
    std::optional<Quantity> step;      // 精度 0.01: rounded to that
    std::optional<Number> lastDigits;  // 容差 末位(1): that many units of the last digit
    std::optional<Quantity> margin;    // 容差 0.5%: that much
    ZeroByZero zeroByZero = ZeroByZero::undetermined;
    Span span;  // what was said last; empty: nothing
};

}  // namespace biao::definitions

#include "expression/dates.h"

#include "syntax/calendar_days.h"

namespace biao::expression {

Truth inOrder(const syntax::Calendar& left, Op op, const syntax::Calendar& right) {
    if (op == Op::ge) return inOrder(right, Op::le, left);
    if (op == Op::gt) return inOrder(right, Op::lt, left);
    if (op != Op::le && op != Op::lt) return Truth::undetermined;
    const syntax::Days a = syntax::daysOf(left);
    const syntax::Days b = syntax::daysOf(right);
    if (!a.first || !a.last || !b.first || !b.last) return Truth::undetermined;
    const bool same = *a.first == *b.first && *a.last == *b.last;
    if (same) return op == Op::le ? Truth::holds : Truth::fails;
    if (*a.last < *b.first || (op == Op::le && *a.last == *b.first)) return Truth::holds;
    if (*b.last < *a.first || (op == Op::lt && *b.last == *a.first)) return Truth::fails;
    return Truth::undetermined;
}

}  // namespace biao::expression

// A total and what it is made of, wherever it stands: a fund and its parts, a line and the lines it
// sums, a cell and the columns it sums, a category and its rows. One judge for all of them.
#pragma once

#include <string>
#include <vector>

#include "checks/checks.h"

namespace biao::checks {

struct Split {
    struct Part {
        Localized name;
        Amount amount;
        Span span;
        bool minus = false;
    };
    Localized name;  // of the total
    Amount total;
    Span span;  // of the total, or of the row where it should stand
    std::vector<Part> parts;
    bool ofWhich = false;  // the parts are not all of it
    std::string label;     // [按来源], where a total is split more than once
    std::string group;     // findings of one table fold
};

/// B301, B306, B203. Silent where anything is unknown, or no part has a number.
void judge(const Context& context, const Split& split);

/// A `?` in it, solved for (B304 with a fix), or why not (B305). True when there was one.
bool solve(const Context& context, const Split& split);
/// The same for several splits of one total: one that gives it is enough.
void solveAny(const Context& context, const std::vector<Split>& splits);

/// "财政拨款 20万元 + 其他资金 2万元", long lists shortened.
Localized addends(const std::vector<Split::Part>& parts);

}  // namespace biao::checks

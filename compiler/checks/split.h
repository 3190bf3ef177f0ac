// A total and what it is made of, wherever it stands: a fund and its parts, a line and the lines it
// sums, a cell and the columns it sums, a category and its rows. One judge for all of them.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "checks/checks.h"
#include "checks/slip_hint.h"

namespace biao::checks {

struct Split {
    struct Part {
        Localized name;
        Amount amount;
        Span span;
        bool minus = false;
        std::string text = {};  // as written, where it is a calculation
    };
    Localized name;  // of the total
    Amount total;
    Span span;  // of the total, or of the row where it should stand
    std::vector<Part> parts;
    bool nonNegative = false;
    bool ofWhich = false;  // the parts are not all of it
    std::string label;     // [按来源], where a total is split more than once
    std::string group;     // findings of one table fold
};

/// Holds splits to their parts, and says what does not add up when all have been heard: one wrong
/// cell breaks a line, a column and a subtotal at once, and is one finding.
class Judge {
public:
    explicit Judge(const Context& context) : context_(context) {}
    /// B203 and B306 are said here. Silent where anything is unknown, or no part has a number.
    void hear(const Split& split);
    /// B301: for each cell whose change would mend two splits or more and break none, one finding;
    /// for every other split that fails, its own.
    void sayAll();

private:
    struct Failure {
        Split split;
        Quantity sum;    // in the unit of the total
        Quantity apart;  // total less sum
        bool said = false;
    };
    struct Suspect {
        std::vector<std::size_t> failures;
        std::optional<Quantity> right;  // what it should be, if all failures agree
        bool agreed = true;
    };
    void otherKind(const Split::Part& part, const Split& split);
    void accuse(Span cell, const Amount& now, const Quantity& right, std::size_t failure);
    std::vector<Candidate> mistyped(const Failure& failure, Span cell,
                                    const std::optional<Quantity>& right) const;
    void say(const Failure& failure, const std::vector<std::size_t>& others, Span cell,
             const std::optional<Quantity>& right);

    const Context& context_;
    std::vector<Failure> failures_;
    std::map<Span, Suspect> suspects_;
    std::set<Span> cleared_;  // cells of splits that do add up
};

/// A `?` in it, solved for (B304 with a fix), or why not (B305). True when there was one.
bool solve(const Context& context, const Split& split);
/// The same for several splits of one total: one that gives it is enough.
void solveAny(const Context& context, const std::vector<Split>& splits);

/// "财政拨款 20万元 + 其他资金 2万元", long lists shortened.
Localized addends(const std::vector<Split::Part>& parts);

}  // namespace biao::checks

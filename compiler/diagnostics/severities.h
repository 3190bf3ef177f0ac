// Who decides how grave a finding is: a rule's own severity, then what a form, a workspace file and
// the command line say, each after the other.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/finding.h"

namespace biao {

/// How grave the findings of a code are from now on; without a severity they are not said at all.
struct SeverityChange {
    std::string named;  // tidy: a code, or a family
    std::optional<Severity> severity;
};

/// Changes in the order they were made: the last that concerns a code is the one that holds.
class Severities {
public:
    void change(std::string_view named, std::optional<Severity> severity);
    void add(const Severities& later);
    bool empty() const { return changes_.empty(); }
    const std::vector<SeverityChange>& changes() const { return changes_; }

    /// Its findings are not said.
    bool drop(std::string_view code, std::string_view name) const;
    /// Silences it, or gives it the severity that holds; what is firm stays as it is.
    void weigh(Finding& finding) const;

private:
    const SeverityChange* lastFor(std::string_view code, std::string_view name) const;
    std::vector<SeverityChange> changes_;
};

}  // namespace biao

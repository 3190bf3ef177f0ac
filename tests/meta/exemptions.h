// What is let off a rule of the house, from exemptions.txt.
// A rule asks about everything it would complain of, and at the end whether each exemption was
// needed: one that is not needed any more is a failure too, so the list only gets shorter.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace biao::meta {

class Exemptions {
public:
    /// Those of one rule, the first word of their lines.
    explicit Exemptions(const std::string& rule);

    /// True, and noted, when `subject` is let off.
    bool covers(const std::string& subject);

    /// The exemptions nothing asked for.
    std::vector<std::string> unneeded() const;

private:
    std::set<std::string> subjects_;
    std::set<std::string> needed_;
};

}  // namespace biao::meta

// A rule over a set of submissions: compiled against the form of forms of the subjects it ranges
// over, run over submissions of those.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "definitions/library.h"
#include "definitions/set_form.h"
#include "expression/rule.h"
#include "model/set_world.h"

namespace biao::pipeline {

class CrossRule {
public:
    using Forms = std::vector<std::shared_ptr<const definitions::Form>>;

    /// Every form of the library for one of the rule's subjects is known to it, and `more`: those
    /// of submissions that were read with another library. Faults of the rule go to `findings`.
    CrossRule(const definitions::Rule& rule, definitions::Library& library, const Forms& more,
              Findings& findings);

    /// False when the rule has a fault.
    bool good() const { return rule_ != nullptr; }
    /// Whether it would say yes or no of any of those submissions. `common`: the units that the
    /// tables of all libraries begin with.
    bool judges(const std::vector<model::SetWorld::Member>& members, const UnitTable& common) const;
    void run(const std::vector<model::SetWorld::Member>& members, const UnitTable& common,
             Findings& findings) const;

private:
    const definitions::Library& library_;
    std::optional<definitions::SetForm> set_;
    std::shared_ptr<const expression::CompiledRule> rule_;
};

/// The forms of the library for those subjects, in order of name, that can be filled in.
CrossRule::Forms formsFor(const std::vector<std::string>& subjects, definitions::Library& library,
                          Findings& findings);

}  // namespace biao::pipeline

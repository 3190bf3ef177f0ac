// Rules across years: each submission held against those of the same subject in the years before.
#pragma once

#include <vector>

#include "definitions/library.h"
#include "diagnostics/finding.h"
#include "diagnostics/severities.h"
#include "model/submission.h"
#include "pipeline/rule_book.h"

namespace biao::pipeline {

struct OfYear {
    const model::Submission* submission = nullptr;
    const FormRules* rules = nullptr;  // of its form
    const definitions::Library* library = nullptr;
    const Severities* severities = nullptr;
    std::uint32_t files = 0;  // what findings add to the numbers of its files
};

/// One submission, and those of the years before it, the last first; of those that follow it
/// without a gap. Nothing where there is none. `common`: the units that all libraries begin with.
void holdYears(const std::vector<OfYear>& years, const UnitTable& common, Findings& findings);

/// Each of `all` against the others. Told to be the same by form, subject's code, or title and
/// authority; where two of one year could be meant, none is.
void holdAllYears(const std::vector<OfYear>& all, const UnitTable& common, Findings& findings);

/// Examples of such a rule hold submissions of several years: the last is held against the others.
void tryYears(const definitions::Rule& rule, const FormRules& rules, const syntax::File& file,
              const Source& source, const definitions::Library& library, const Limits& limits,
              Findings& findings);

}  // namespace biao::pipeline

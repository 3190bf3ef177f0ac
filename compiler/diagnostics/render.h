// Findings as text for people and as JSON for machines.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/language.h"
#include "base/source.h"
#include "diagnostics/finding.h"

namespace biao {

struct NotEvaluated {
    std::string code;  // of a rule that needs a whole set
    std::string set;   // the declared set that was not read in full; empty: none is declared
};

/// What a run looked at, printed after the findings.
struct Summary {
    std::size_t files = 0;
    std::size_t submissions = 0;
    std::size_t indicators = 0;
    std::vector<NotEvaluated> notEvaluated = {};
    bool againstBaseline = false;
    std::size_t gone = 0;  // findings of the baseline that are no more
};

struct HumanOptions {
    Language language = Language::zh;
    bool colour = false;
    bool baseline = false;  // show what is in the baseline, too
};

/// `path:line:column: severity[code]: message`, the line with a caret right under the span (wide
/// characters counted as two columns), related places, fixes, and a closing summary line. What is
/// accepted takes one line, with its reason; what is in the baseline is counted.
std::string renderHuman(const std::vector<Finding>& findings, const SourceSet& sources,
                        const Summary& summary, const HumanOptions& options);

/// The findings alone, in the same way.
std::string renderFindings(const std::vector<Finding>& findings, const SourceSet& sources,
                           const HumanOptions& options);

/// The message of a finding that is accepted, with the reason that was given.
Localized acceptedText(const Finding& finding);

/// The closing line alone, and a line for each set whose rules were not evaluated.
std::string renderSummary(const std::vector<Finding>& findings, const SourceSet& sources,
                          const Summary& summary, const HumanOptions& options);

/// The published shape, version 1; two-space indent, keys in the documented order, '\n' at the end.
std::string renderJson(const std::vector<Finding>& findings, const SourceSet& sources,
                       const Summary& summary, Language language);

}  // namespace biao

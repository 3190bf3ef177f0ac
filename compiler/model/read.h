// AST and definitions to submissions: names resolved, values read, attributes inherited. Says what
// is no name of the form, what stands where it does not belong, and what cannot be read; whether
// the submission is complete and right is for checks/.
#pragma once

#include <vector>

#include "base/limits.h"
#include "definitions/library.h"
#include "diagnostics/finding.h"
#include "model/submission.h"

namespace biao::model {

/// A submission that a file holds, and the form it is to be read with.
struct Written {
    syntax::ItemId item;
    std::shared_ptr<const definitions::Form> form;
};

/// Every submission of a file, in order. One whose form is unknown or has faults is left out; that
/// was said. Forms are compiled by being asked for: one file at a time.
std::vector<Written> submissionsIn(const syntax::File& file, definitions::Library& library,
                                   Findings& findings);

/// What was written, read. Changes nothing but `findings`: many may be read at once. The submission
/// holds views into `file` and `source`, which must outlive it.
Submission readItem(const syntax::Item& item, const syntax::File& file, const Source& source,
                    std::shared_ptr<const definitions::Form> form,
                    const definitions::Library& library, const Limits& limits, Findings& findings);

/// The lines of a rule's example, as a submission of `form`.
Submission readLines(const std::vector<syntax::ItemId>& lines, const syntax::File& file,
                     const Source& source, std::shared_ptr<const definitions::Form> form,
                     const definitions::Library& library, const Limits& limits, Findings& findings);

/// All of it at once.
std::vector<Submission> read(const syntax::File& file, const Source& source,
                             definitions::Library& library, const Limits& limits,
                             Findings& findings);

}  // namespace biao::model

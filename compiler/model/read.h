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

/// Every submission of a file. One whose form is unknown or has faults is left out; that was said.
/// The submissions hold views into `file` and `source`, which must outlive them.
std::vector<Submission> read(const syntax::File& file, const Source& source,
                             definitions::Library& library, const Limits& limits,
                             Findings& findings);

/// One submission inside a rule's example, which names its subject.
Submission readItem(const syntax::Item& item, const syntax::File& file, const Source& source,
                    std::shared_ptr<const definitions::Form> form, definitions::Library& library,
                    const Limits& limits, Findings& findings);

/// The lines of a rule's example, as a submission of `form`.
Submission readLines(const std::vector<syntax::ItemId>& lines, const syntax::File& file,
                     const Source& source, std::shared_ptr<const definitions::Form> form,
                     definitions::Library& library, const Limits& limits, Findings& findings);

}  // namespace biao::model

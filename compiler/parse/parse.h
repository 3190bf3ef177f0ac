// Text to AST: the one door to the grammar. Nothing of ANTLR shows outside this part.
#pragma once

#include "base/limits.h"
#include "base/source.h"
#include "diagnostics/finding.h"
#include "syntax/ast.h"

namespace biao::parse {

/// Reads one source. Always gives a File: what could not be read is left out or marked broken, and
/// each such place has exactly one finding. The File holds views into `source`, which must outlive it.
syntax::File parse(const Source& source, FileId id, const Limits& limits, Findings& findings);

/// Reads what stands between { and } in a rule's message, at `place` in the file's own source, and
/// adds it to the file's stores. A missing expression on a mistake, whose finding is added.
syntax::ExprId parseMessage(syntax::File& file, const Source& source, Span place,
                            const Limits& limits, Findings& findings);

}  // namespace biao::parse

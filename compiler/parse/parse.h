// Text to AST: the one door to the grammar. Nothing of ANTLR shows outside this part.
#pragma once

#include "base/limits.h"
#include "base/source.h"
#include "diagnostics/finding.h"
#include "syntax/ast.h"
#include "syntax/token.h"

namespace biao::parse {

/// Reads one source. Always gives a File: what could not be read is left out or marked broken, and
/// each such place has exactly one finding. The File holds views into `source`, which must outlive
/// it.
syntax::File parse(const Source& source, FileId id, const Limits& limits, Findings& findings);

/// The tokens of one source, as they stand; what is wrong with it goes to `findings`, as parse()
/// would say it. After an error they are of no use. Texts are views into `source`.
syntax::TokenList tokens(const Source& source, FileId id, const Limits& limits, Findings& findings);

/// The tokens of a text that is known to have no fault, without a look at its sentences: no token
/// has a use. They tell whether two spellings read the same.
syntax::TokenList tokensAlone(std::string_view text, const Limits& limits);

/// Reads what stands between { and } in a rule's message, at `place` in the file's own source, and
/// adds it to the file's stores. A missing expression on a mistake, whose finding is added.
syntax::ExprId parseMessage(syntax::File& file, const Source& source, Span place,
                            const Limits& limits, Findings& findings);

/// The content of a quoted cell, read by the value grammar.
struct CellText {
    syntax::Operator op = syntax::Operator::none;
    Span opSpan;
    syntax::ExprId value;  // none when it is no value
};

/// Reads what stands at `place` (between the quotes of a string) as a cell; expressions go to the
/// stores of `scratch`. What is wrong with it goes to `findings`, for the caller to say or not.
CellText parseCell(syntax::File& scratch, const Source& source, Span place, const Limits& limits,
                   Findings& findings);

}  // namespace biao::parse

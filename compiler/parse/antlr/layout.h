// The step between lexer and parser: line ends become END, and braces are made to balance.
// Three rules, each local to one line end, so that one lost ')' never swallows the file:
//   1. a run of line ends and ';' is one END; none after '{' or at the start of the file; one is
//      supplied before '}' and at the end of the file;
//   2. no END after a token that cannot end a statement (= + × ÷ , 、 ( [ :), unless the next line
//      begins with a string, or with a name no deeper than the line that is not finished: a
//      half-typed row or a trailing comma must not eat the row below it;
//   3. no END before a token that cannot start one (an operator, a comma, a closing bracket), nor
//      before a comparison that follows a row's name.
// Depth is bounded here, before anything recurses.
#pragma once

#include <memory>
#include <vector>

#include "antlr4-runtime.h"
#include "base/limits.h"
#include "diagnostics/finding.h"
#include "parse/antlr/characters.h"

namespace biao::parse {

struct Laid {
    std::vector<std::unique_ptr<antlr4::Token>> tokens;  // no hidden ones; EOF last
    std::vector<Span> comments;
    /// The first token inside the brackets that went too deep; what the parser finds from there on
    /// is not worth saying.
    std::size_t abandonedFrom = SIZE_MAX;
};

/// `lexer` must outlive the tokens. Findings: a brace without its mate, too much depth.
Laid layOut(antlr4::Lexer& lexer, const Characters& characters, const Limits& limits,
            Findings& findings);

}  // namespace biao::parse

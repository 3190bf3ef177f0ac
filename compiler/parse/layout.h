// The step between scanner and parser: line ends become END, and braces are made to balance.
// Three rules, each local to one line end, so that one lost ')' never swallows the file:
//   1. a run of line ends and ';' is one END; none after '{' or at the start of the file; one is
//      supplied before '}', after it where another statement follows, and at the end of the file;
//   2. no END after a token that cannot end a statement (= + × ÷ , 、 ( [ :), unless the next line
//      begins with a string, or with a name no deeper than the line that is not finished: a
//      half-typed row or a trailing comma must not eat the row below it;
//   3. no END before a token that cannot start one (an operator, a comma, a closing bracket), nor
//      before a comparison that follows a row's name.
// Depth is bounded here, before anything recurses.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "diagnostics/finding.h"
#include "parse/token.h"

namespace biao::parse {

struct Laid {
    Tokens tokens;  // no hidden ones; END_OF_FILE last
    std::vector<Span> comments;
    bool refused = false;  // there are too many tokens, and none are given
    /// The first token inside the brackets that went too deep; what the parser finds from there on
    /// is not worth saying.
    std::size_t abandonedFrom = SIZE_MAX;
};

/// A line break after such a token, or before such a one, ends no statement (rules 2 and 3, without
/// their exceptions).
bool cannotEnd(std::uint8_t type);
bool cannotStart(std::uint8_t type);

/// Reads `text` at `place`. Findings: a brace without its mate, too much depth.
Laid layOut(std::string_view text, Span place, const Limits& limits, Findings& findings);

}  // namespace biao::parse

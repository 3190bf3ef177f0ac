// Two amounts that should agree and differ by one slip of the hand: which of them was probably
// meant otherwise.
#pragma once

#include <optional>
#include <vector>

#include "checks/checks.h"
#include "quantity/slips.h"

namespace biao::checks {

/// A cell that would mend what does not agree, if it were `right`.
struct Candidate {
    Localized name;
    Span span;
    Quantity now;
    Quantity right;  // in the unit of `now`
};

/// A number with its unit and nothing else: not a calculation, not in quotes.
bool isPlainCell(const Context& context, Span cell);

/// Adds a note to the finding, and a fix that is not certain, if it is convincing that just one of
/// the cells was mistyped; nothing when none or several could be.
void hint(const Context& context, const std::vector<Candidate>& candidates, Finding& finding);

/// The same where the amounts do not tell which cell was mistyped: only what kind of slip it is.
void hintAtSlip(const Quantity& found, const Quantity& wanted, Span where, Finding& finding);

/// The quantity in place of what is written: a bare number stays bare.
Localized inPlaceOf(const Context& context, Span cell, const Quantity& quantity);

}  // namespace biao::checks

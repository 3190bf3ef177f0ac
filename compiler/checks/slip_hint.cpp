#include "checks/slip_hint.h"

#include <algorithm>
#include <string_view>

#include "checks/printed.h"
#include "diagnostics/phrases.h"
#include "expression/arithmetic.h"

namespace biao::checks {
namespace {

std::optional<Slip> slipBetween(const Quantity& found, const Quantity& wanted) {
    return wanted.value.terminates() ? slip(found.value, wanted.value) : std::nullopt;
}

}  // namespace

bool isPlainCell(const Context& context, Span cell) {
    const std::string_view written = context.submission.slice(cell);
    const bool digit = !written.empty() && written.front() >= '0' && written.front() <= '9';
    return digit && written.find_first_of(" +*/=()\"") == std::string_view::npos;
}

Localized inPlaceOf(const Context& context, Span cell, const Quantity& quantity) {
    const auto written = context.submission.slice(cell);
    const bool bare = written.find_first_not_of("0123456789.") == std::string_view::npos;
    return bare ? Localized(quantity.value.text()) : shown(quantity);
}

void hint(const Context& context, const std::vector<Candidate>& candidates, Finding& finding) {
    const Candidate* mistyped = nullptr;
    std::optional<Slip> made;
    for (const Candidate& one : candidates) {
        const auto found = slipBetween(one.now, one.right);
        if (!found) continue;
        if (mistyped) return;  // one of the two, and nothing says which
        mistyped = &one;
        made = found;
    }
    if (!mistyped || !convincing(*made, mistyped->now.value, mistyped->right.value)) return;
    if (!isPlainCell(context, mistyped->span)) return;
    const Localized right = inPlaceOf(context, mistyped->span, mistyped->right);
    finding.related.push_back(
        {mistyped->span, phrase(Phrase::slipHere, {{"name", mistyped->name},
                                                   {"slip", expression::describe(*made)},
                                                   {"value", right}})});
    const bool known = std::any_of(finding.fixes.begin(), finding.fixes.end(), [&](const Fix& fix) {
        return fix.edits.size() == 1 && fix.edits[0].span == mistyped->span;
    });
    if (known) return;
    finding.fixes.push_back(
        {phrase(Phrase::fixWrite, {{"text", right}}), {{mistyped->span, right.zh}}, false});
}

void hintAtSlip(const Quantity& found, const Quantity& wanted, Span where, Finding& finding) {
    const auto made = slipBetween(found, wanted);
    if (!made || !convincing(*made, found.value, wanted.value)) return;
    finding.related.push_back(
        {where, phrase(Phrase::slipSomewhere, {{"slip", expression::describe(*made)}})});
}

}  // namespace biao::checks

#include "diagnostics/severities.h"

#include <algorithm>

#include "diagnostics/code_names.h"

namespace biao {

void Severities::change(std::string_view named, std::optional<Severity> severity) {
    changes_.push_back({tidyCode(named), severity});
}

void Severities::add(const Severities& later) {
    changes_.insert(changes_.end(), later.changes_.begin(), later.changes_.end());
}

const SeverityChange* Severities::lastFor(std::string_view code, std::string_view name) const {
    if (changes_.empty()) return nullptr;
    const auto last = std::find_if(changes_.rbegin(), changes_.rend(), [&](const auto& change) {
        const std::string& named = change.named;
        return meansCode(named, code, name) || (isFamily(named) && code.starts_with(named));
    });
    return last == changes_.rend() || isFirm(code) ? nullptr : &*last;
}

bool Severities::drop(std::string_view code, std::string_view name) const {
    const SeverityChange* last = lastFor(code, name);
    return last && !last->severity;
}

void Severities::weigh(Finding& finding) const {
    if (finding.firm) return;
    const SeverityChange* last = lastFor(finding.code, finding.name);
    if (!last) return;
    if (last->severity) {
        finding.severity = *last->severity;
    } else {
        finding.silenced = true;
    }
}

}  // namespace biao

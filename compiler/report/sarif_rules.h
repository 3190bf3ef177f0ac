// The rules of a SARIF report.
#pragma once

#include <string>

#include "base/language.h"
#include "diagnostics/catalogue.h"
#include "reference/page.h"
#include "report/json_text.h"

namespace biao::report {

/// "error", "warning", "note".
std::string levelOf(Severity severity);

/// A plain text as SARIF reads it, where `[text](3)` would be a link.
Json messageOf(const std::string& text);

/// The reportingDescriptor of a page.
Json ruleOf(const reference::Page& page, Language language);

}  // namespace biao::report

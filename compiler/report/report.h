// What a check found, in the shapes that other programs take. Each is one whole text that ends in a
// line end, and the same report gives the same bytes. Paths stand there as they were given, without
// `./` and the like; bytes that are not UTF-8 as U+FFFD.
#pragma once

#include <string>
#include <vector>

#include "base/language.h"
#include "diagnostics/catalogue.h"
#include "pipeline/check.h"
#include "reference/page.h"

namespace biao::report {

/// Who made the report.
struct Producer {
    std::string version;
    std::string homePage = {};  // may be empty
};

/// SARIF 2.1.0. `rules` are those that the findings name, by code: see rules.h.
std::string sarif(const pipeline::Report& report, const std::vector<reference::Page>& rules,
                  const Producer& producer, Language language);

/// Workflow commands of GitHub Actions, a line for each finding, then the closing line.
std::string github(const pipeline::Report& report, Language language);

/// GitLab Code Quality. What could not be done is no part of it.
std::string gitlab(const pipeline::Report& report, Language language);

/// JUnit: a suite for each file, a case for each submission. Findings from `deny` on are failures,
/// the others output of their case.
std::string junit(const pipeline::Report& report, Severity deny, Language language);

}  // namespace biao::report

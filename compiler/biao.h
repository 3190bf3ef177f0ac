// The compiler as a library, biao::compiler: this header, and what it includes, is its face. A
// program includes it as <biao/biao.h>. docs/library.md tells how.
#pragma once

#include "diagnostics/render.h"  // findings as text and as JSON
#include "emit/changes.h"        // what changed, and histories, as text and data
#include "emit/emit.h"           // checked submissions as JSON and CSV
#include "emit/schemas.h"        // what that JSON looks like
#include "format/format.h"       // a text in its one layout
#include "pipeline/check.h"      // from paths and texts to findings
#include "pipeline/compare.h"    // two years beside each other
#include "pipeline/format.h"     // files in their one layout
#include "pipeline/session.h"    // many checks, one after the other
#include "report/report.h"       // findings as SARIF, for GitHub and GitLab, as JUnit
#include "report/rules.h"        // and the rules they name

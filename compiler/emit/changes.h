// What changed, for people, for documents, for programs and for spreadsheets.
#pragma once

#include <string>
#include <string_view>

#include "base/language.h"
#include "comparison/changes.h"
#include "comparison/history.h"

namespace biao::emit {

/// For a terminal: by submission, then by place, one line a change, at most 100 columns where the
/// names allow it; then a line of counts.
std::string changesHuman(const comparison::Comparison& comparison, Language language, bool colour);
/// A table for each submission.
std::string changesMarkdown(const comparison::Comparison& comparison, Language language);
/// See diff.schema.json. The same in any language.
std::string changesJson(const comparison::Comparison& comparison, const UnitTable& units,
                        std::string_view generator);
/// A line a change; the same in any language.
std::string changesCsv(const comparison::Comparison& comparison);

/// A table for each subject: its rows, and a column for each year.
std::string historyHuman(const comparison::History& history, Language language);
std::string historyMarkdown(const comparison::History& history, Language language);
/// See history.schema.json.
std::string historyJson(const comparison::History& history, const UnitTable& units,
                        std::string_view generator);
std::string historyCsv(const comparison::History& history);

}  // namespace biao::emit

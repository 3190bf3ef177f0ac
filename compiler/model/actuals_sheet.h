// A sheet of actuals: CSV whose columns are those of `emit --to csv --table indicators`, with one
// filled in beside them, or those of the printed form. A line is of one row of one submission.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "definitions/library.h"
#include "diagnostics/finding.h"
#include "model/overlay.h"
#include "sheet/sheet.h"
#include "syntax/words.h"

namespace biao::model {

class ActualsSheet {
public:
    /// What is no such sheet has no lines, and that is said. `source` outlives it.
    ActualsSheet(const Source& source, FileId file, const definitions::Library& library,
                 Findings& findings);

    const Source& source() const { return *source_; }
    FileId file() const { return file_; }
    std::size_t lines() const { return sheet_.lines.empty() ? 0 : sheet_.lines.size() - 1; }
    bool has(syntax::SheetColumn column) const { return at(column).has_value(); }
    /// What a line says under that column; nothing where there is none. Lines count from 0, the
    /// first one after the header.
    std::string_view text(std::size_t line, syntax::SheetColumn column) const;
    std::optional<int> year(std::size_t line) const;
    /// Whose line it is: under merged cells the title above it.
    std::string_view title(std::size_t line) const { return titles_[line]; }
    Span span(std::size_t line, syntax::SheetColumn column) const;
    Span header() const { return sheet_.lines.front().span; }

    /// Something is filled in on that line beside what finds its row.
    bool says(std::size_t line) const;

    friend void lay(const ActualsSheet& sheet, const std::vector<std::size_t>& lines,
                    Overlay& over);

private:
    class Layer;
    bool fits(std::size_t line, Findings& findings) const;
    std::vector<std::size_t> usedBy(const Layer& layer, Overlay& over) const;
    std::optional<Localized> readHeader(const definitions::Library& library);
    const sheet::Cell* cell(std::size_t line, std::size_t column) const;
    std::optional<std::size_t> at(syntax::SheetColumn column) const;

    const Source* source_;
    FileId file_;
    sheet::Sheet sheet_;
    std::vector<syntax::SheetColumn> columns_;  // none: a column of forms
    std::vector<std::string_view> titles_;      // by line
};

/// These lines become cells of the submission; findings go to the overlay's.
void lay(const ActualsSheet& sheet, const std::vector<std::size_t>& lines, Overlay& over);

}  // namespace biao::model

// The cells that every line of every table begins with.
#pragma once

#include <string>
#include <string_view>

#include "emit/csv.h"
#include "emit/names.h"
#include "model/submission.h"

namespace biao::emit {

inline constexpr std::string_view submissionColumns = "path,line,form,version,subject,title,year,";

inline void submissionCells(CsvLines& out, const model::Submission& submission, Span span) {
    const Source& source = *submission.source;
    const auto& form = submission.form->name;
    out.cell(pathOf(submission)).cell(source.position(span.begin).line);
    out.cell(form.path).cell(form.version);
    out.cell(submission.subject).cell(submission.title);
    out.cell(submission.year ? std::to_string(*submission.year) : std::string());
}

}  // namespace biao::emit

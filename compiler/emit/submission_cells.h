// The cells that every line of every table begins with.
#pragma once

#include <algorithm>
#include <cstdint>
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

/// What is accepted of a row, in it or in a category or the submission around it:
/// "B202, B3:国家.成本不超预算: 含上年结转; …", the innermost first.
inline std::string acceptedAround(const model::Submission& submission, const model::Row& row) {
    std::string out;
    const auto& all = submission.acceptances;
    if (all.empty()) return out;
    const auto begin = static_cast<std::uint32_t>(&row - submission.rows.data());
    for (model::RowIndex at{begin}; at; at = submission[at].parent) {
        auto one = std::partition_point(all.begin(), all.end(),
                                        [&](const auto& each) { return each.row < at; });
        for (; one != all.end() && one->row == at; ++one) {
            std::string codes;
            for (const auto& named : one->named) {
                for (const std::string& code : named.codes)
                    codes += (codes.empty() ? "" : ", ") + code;
            }
            out += (out.empty() ? "" : "; ") + codes + ": " + one->reason;
        }
    }
    return out;
}

}  // namespace biao::emit

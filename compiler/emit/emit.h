// Checked submissions as data for other programs: JSON, and two tables of CSV. A submission gives a
// piece of text that depends on nothing but itself; the pieces, one after the other, are the body
// of a document. Every function here may be called from several threads at the same time.
#pragma once

#include <string>
#include <string_view>

#include "definitions/library.h"
#include "model/submission.h"

namespace biao::emit {

/// `library` is the one the submission was read with.
std::string submissionJson(const model::Submission& submission,
                           const definitions::Library& library);
/// The pieces of any number of submissions as one document; `generator` is the program's name and
/// version.
std::string jsonDocument(std::string pieces, std::string_view generator);

/// Indicators, with 其中 and 并, one a line.
std::string indicatorLines(const model::Submission& submission,
                           const definitions::Library& library);
/// Amounts of funds, tables and fields that take money, one a line.
std::string moneyLines(const model::Submission& submission, const definitions::Library& library);

/// The names of the columns, as the first line of each table.
std::string indicatorHeader();
std::string moneyHeader();

}  // namespace biao::emit

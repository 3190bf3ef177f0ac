// Evaluated submissions as they are printed. A submission gives a piece of text that depends on
// nothing but itself; the pieces, one after the other, are the body of an output. Every function
// here may be called from several threads at the same time.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "definitions/library.h"
#include "evaluation/evaluation.h"
#include "model/submission.h"
#include "scores/summary.h"

namespace biao::scores {

using evaluation::Evaluation;

/// A table of rows, then the total, the grade, what is stated otherwise, remarks.
std::string forPeople(const model::Submission& submission, const Evaluation& evaluation,
                      Language language);

/// Everything, with each step tried; `library` is the one the submission was read with.
std::string json(const model::Submission& submission, const Evaluation& evaluation,
                 const definitions::Library& library);
std::string jsonDocument(std::string pieces, const Summary& summary, std::string_view generator);
std::string_view schema();

/// An item a line, then a line for the total. Reasons are in Chinese, as the forms are.
std::string csvLines(const model::Submission& submission, const Evaluation& evaluation);
std::string csvHeader();

/// What somebody may mean by a row's name, the surest first.
enum class Meant : std::size_t { id, name, part };
inline constexpr std::size_t meanings = 3;
/// For each of these two texts: the traces of the items meant, and a line for each of them.
std::vector<std::string> explained(const model::Submission& submission,
                                   const Evaluation& evaluation, std::string_view asked,
                                   Language language);

}  // namespace biao::scores

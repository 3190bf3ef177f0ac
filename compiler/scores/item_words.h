// What is said of an item in every output alike.
#pragma once

#include <string>
#include <string_view>

#include "evaluation/evaluation.h"

namespace biao::scores {

/// As it is written; empty where there is none.
std::string targetOf(const model::Submission& submission, const evaluation::Item& item);
std::string actualOf(const model::Submission& submission, const evaluation::Item& item);
/// The same with where it stands.
const model::Value* actualValue(const model::Submission& submission, const evaluation::Item& item);

/// scored, range, unscored, leftOut, rating, noScheme.
std::string_view stateName(const evaluation::Item& item);

/// 8.5, or 6~8; "6~8" where 8 is not reached reads the same: a note says so.
std::string pointsText(const Number& least, const Number& most);

/// "甲.biao:12".
std::string placeText(const model::Submission& submission, Span span);

}  // namespace biao::scores

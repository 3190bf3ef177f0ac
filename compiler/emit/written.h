// The text of the source behind a value or a name.
#pragma once

#include <string>
#include <string_view>

#include "model/submission.h"

namespace biao::emit {

struct Written {
    std::string_view text;
    Span span;
};

/// Exactly what stands in the source, operator and quotes included; of a line that could not be
/// read all that follows its name; empty where nothing is written, then `span` is where it would
/// be.
Written writtenOf(const model::Value& value, const model::Row& row,
                  const model::Submission& submission);

/// What a value of type text says: the content of its quotes; of prose in a block, its lines.
std::string proseOf(const model::Value& value);

}  // namespace biao::emit

// The line a finding is about, made fit for a terminal, and where its caret goes.
// Handed any bytes, it gives back text that moves no cursor and fits a stated width.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/source.h"
#include "base/span.h"

namespace biao {

/// Columns are those of a terminal.
struct Excerpt {
    std::string text;
    std::size_t caretColumn = 0;  // columns before the caret
    std::size_t caretWidth = 1;   // at least one
};

/// The first line of `span`: tabs as spaces, cropped around the span if it is very long.
Excerpt excerptOf(const Source& source, Span span);

/// `text` with everything a terminal would act on, or not show, replaced by a visible mark.
std::string harmless(std::string_view text);

/// `text`, harmless and cut to `columns`.
std::string shortened(std::string_view text, std::size_t columns);

}  // namespace biao

#include "emit/written.h"

#include <algorithm>

namespace biao::emit {

using model::Value;

namespace {

constexpr std::string_view blanks = " \t\r\n";

Written withoutBlanks(Span span, const model::Submission& submission) {
    const std::string_view text = submission.slice(span);
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {{}, span};
    span.end = span.begin + static_cast<std::uint32_t>(text.find_last_not_of(blanks) + 1);
    span.begin += static_cast<std::uint32_t>(first);
    return {submission.slice(span), span};
}

/// The rest of the row's line after its name; the name where that is all of it.
Written afterName(const model::Row& row, const model::Submission& submission) {
    const Span rest{row.span.file, row.nameSpan.end, std::max(row.nameSpan.end, row.span.end)};
    const Written written = withoutBlanks(rest, submission);
    return written.text.empty() ? withoutBlanks(row.nameSpan, submission) : written;
}

/// A blank value says where it would be; only a string without content is there.
bool isWritten(const Value& value, const model::Row& row, const model::Submission& submission) {
    if (!value.isBlank() || !value.text.empty()) return true;
    const std::string_view text = submission.slice(value.span);
    return value.span != row.nameSpan && (text == "\"\"" || text == "\u201c\u201d");
}

}  // namespace

Written writtenOf(const Value& value, const model::Row& row, const model::Submission& submission) {
    if (!isWritten(value, row, submission)) return {{}, value.span};
    if (value.type == Value::Type::unreadable && value.span == row.nameSpan) {
        return afterName(row, submission);
    }
    return withoutBlanks(value.span, submission);
}

std::string proseOf(const Value& value) {
    if (value.parts.empty()) return std::string(value.text);
    std::string out;
    for (const Value& line : value.parts) {
        if (&line != &value.parts.front()) out += '\n';
        out += line.text;
    }
    return out;
}

}  // namespace biao::emit

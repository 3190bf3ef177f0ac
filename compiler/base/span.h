// Where something stands in a source: the currency every part pays in.
#pragma once

#include <compare>
#include <cstdint>

namespace biao {

/// Names a Source inside its SourceSet.
struct FileId {
    std::uint32_t value = UINT32_MAX;
    auto operator<=>(const FileId&) const = default;
};

/// Half-open range of bytes of one source. Lines and columns exist only where a finding is printed.
struct Span {
    FileId file;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    auto operator<=>(const Span&) const = default;
    bool empty() const { return begin == end; }
    /// The smallest span that holds both; `a` and `b` stand in the same file.
    friend Span cover(Span a, Span b) {
        return {a.file, a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
    }
};

}  // namespace biao

// One text handed to the compiler, and the set of all of them.
// A Source is bytes plus the table that turns a byte into a line and a column. It does not promise
// valid UTF-8: parse/ looks at that first and says so; until then only bytes are touched.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace biao {

/// Counted from 1; columns in Unicode code points (a broken byte counts as one).
struct Position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    bool operator==(const Position&) const = default;
};

class Source {
public:
    /// `path` is printed as given. `text` is below 4 GiB (readFile's limit sees to it); a leading
    /// byte-order mark is taken off.
    Source(std::string path, std::string text);

    const std::string& path() const { return path_; }
    std::string_view text() const { return text_; }
    std::string_view slice(Span span) const {
        return text().substr(span.begin, span.end - span.begin);
    }
    /// A byte inside a code point belongs to the column after it; one past the end to the end.
    Position position(std::uint32_t byte) const;
    std::uint32_t lineCount() const { return static_cast<std::uint32_t>(lines_.size()); }
    /// The line without its end; `number` counts from 1.
    std::string_view line(std::uint32_t number) const;
    /// The byte at which that line begins.
    std::uint32_t lineStart(std::uint32_t number) const { return lines_[number - 1]; }

private:
    /// A place inside a very long line, and how many code points of the line stand before it.
    struct Mark {
        std::uint32_t byte;
        std::uint32_t points;
    };
    void markLongLine(std::uint32_t begin, std::uint32_t end);

    std::string path_;
    std::string text_;
    std::vector<std::uint32_t> lines_;  // byte at which each line begins: after \n, \r or \r\n
    std::vector<Mark> marks_;           // by byte; empty where no line is very long
};

/// Owns the sources of one run; references stay valid while it lives. A copy shares them, and may
/// be given more of its own.
class SourceSet {
public:
    FileId add(Source source);
    /// Shares the sources of another, behind its own; by how much their ids are more here.
    std::uint32_t add(const SourceSet& others);
    const Source& operator[](FileId id) const { return *sources_[id.value]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(sources_.size()); }

private:
    std::vector<std::shared_ptr<const Source>> sources_;
};

}  // namespace biao

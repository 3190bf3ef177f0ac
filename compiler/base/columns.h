// Text in columns, aligned by what a terminal shows: a Han character takes two.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace biao {

class Columns {
public:
    /// Every line begins with that many blanks; columns stand two apart.
    explicit Columns(std::size_t indent = 0) : indent_(indent) {}

    /// The last cell of a row is never padded, so that it may be as long as it likes; a row of one
    /// cell does not widen the first column.
    void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
    std::string text() const;

private:
    std::size_t indent_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace biao

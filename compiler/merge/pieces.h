// Pieces of three texts put together, and the text that is made of them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "merge/merge.h"

namespace biao::merge {

/// Blanks and comments say nothing that could be in conflict: of one that only one side changed,
/// its own; else ours, with the comments of theirs that ours does not have.
std::string blanksOf(std::string_view base, std::string_view ours, std::string_view theirs);

class Output {
public:
    explicit Output(const Marks& marks) : marks_(marks) {}

    void add(std::string_view text) { merged_.text.append(text); }
    /// Before a unit that begins with `lead`: what stood last is ended, where nothing does so yet.
    void apart(std::string_view lead);
    /// Both in whole lines, between marks.
    void conflict(std::string_view ours, std::string_view theirs);
    Merged take() { return std::move(merged_); }

private:
    void mark(char sign, const std::string& label);
    void lines(std::string_view text);

    const Marks& marks_;
    Merged merged_;
};

}  // namespace biao::merge

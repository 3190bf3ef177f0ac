// The command `score`: what the pipeline is to print of each evaluated submission, and how all of
// it is put together.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"

namespace biao::cli {

struct Scores {
    std::string text;
    std::vector<pipeline::Trouble> trouble = {};
};

class Scoring {
public:
    Scoring(const Options& options, Language language) : options_(options), language_(language) {}

    /// What was asked for, with the scorer that prints it.
    pipeline::Request request() const;
    /// The whole output. A row to explain that is none, or several, is trouble; `text` then lists
    /// them.
    Scores of(pipeline::Report report, std::string_view generator) const;
    /// Into the file that was asked for, which is whole, or as it was.
    std::vector<pipeline::Trouble> write(const std::string& text) const;

private:
    Scores explained(const std::vector<std::string>& found) const;

    const Options& options_;
    Language language_;
};

}  // namespace biao::cli

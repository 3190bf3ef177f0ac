// The commands `diff` and `history`: what is compared, and how it is written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"

namespace biao::cli {

struct Compared {
    std::string text;                       // for standard output; empty where it went into a file
    std::string aside;                      // findings beside what is for programs
    std::vector<pipeline::Report> reports;  // with errors alone
    std::vector<pipeline::Trouble> trouble;
    std::vector<pipeline::Trouble> notes;  // said, and no failure
    bool differs = false;
    bool done = false;    // there was something to compare
    bool unread = false;  // a file is no text: what it holds would look dropped or added
};

Compared diff(const Options& options, Language language, bool colour, std::string_view generator);
Compared history(const Options& options, Language language, std::string_view generator);

}  // namespace biao::cli

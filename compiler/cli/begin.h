// biao new.
#pragma once

#include "cli/ask.h"

namespace biao::cli {

/// The text of a submission begun, or where it was written to a file, none. Notes are for standard
/// error and no reason to fail.
struct Begun {
    std::string text;
    std::vector<pipeline::Trouble> notes;
    std::vector<pipeline::Trouble> trouble;
};
Begun begin(const Options& options, Language language);

}  // namespace biao::cli

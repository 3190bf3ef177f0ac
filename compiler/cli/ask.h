// The commands that answer rather than check: explain, units, forms, schema, completion.
#pragma once

#include <string>
#include <vector>

#include "cli/options.h"

namespace biao::cli {

struct Answer {
    std::string text;                        // for standard output
    std::vector<pipeline::Trouble> trouble;  // why there is none, or not all of it
};

Answer explain(const Options& options, Language language);
Answer units(const Options& options, Language language);
Answer forms(const Options& options, Language language);
Answer schema(const Options& options);
Answer completion(const Options& options);

}  // namespace biao::cli

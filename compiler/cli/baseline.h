// The files of --baseline and --write-baseline.
#pragma once

#include <vector>

#include "cli/options.h"

namespace biao::cli {

/// What the request is to know of them; trouble where the one that is to be held against cannot be
/// read, or is none.
std::vector<pipeline::Trouble> readBaseline(const Options& options, pipeline::Request& request);

/// The new one, where one is asked for and every file was checked.
std::vector<pipeline::Trouble> writeBaseline(const Options& options,
                                             const pipeline::Report& report);

}  // namespace biao::cli

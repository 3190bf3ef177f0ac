// The submissions of a revision, read out of the repository: nothing is checked out.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/language.h"
#include "pipeline/check.h"

namespace biao::git {

/// The .biao files of a revision.
struct Revision {
    /// Those that were asked for, as paths from where we stand, sorted.
    std::vector<std::string> paths;
    /// All of them, under the identities they would have in the working tree: those that others use
    /// are found where they would stand.
    pipeline::Edited texts;
};

/// `paths`: files and folders from where we stand, whether they are there now or not; with none,
/// all. A name that begins with `-` is no revision.
std::variant<Revision, Localized> filesAt(const std::string& revision,
                                          const std::vector<std::string>& paths);

}  // namespace biao::git

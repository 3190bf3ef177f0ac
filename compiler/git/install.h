// Tells git which program shows the changes of a .biao file and merges it.
//
// A driver is two things: a name beside the files (an attribute) and what the name means (a line of
// the configuration). The second names a program of this machine and is never shared; so the first
// is kept beside it, in info/attributes, and nothing in the working tree changes. A project that
// wants it in .gitattributes writes the same line there.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/language.h"

namespace biao::git {

struct Setting {
    bool everywhere = false;  // for every repository of the user, not for this one
    bool undo = false;
};

/// What was done, line by line; done twice, the second time says that nothing was left to do.
std::variant<std::vector<Localized>, Localized> install(const Setting& setting);

}  // namespace biao::git

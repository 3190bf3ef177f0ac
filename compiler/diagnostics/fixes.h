// What was mended in files, as text for people and as JSON for machines.
#pragma once

#include <string>
#include <vector>

#include "base/language.h"
#include "base/source.h"

namespace biao {

/// A fix, and where its finding stood when it was looked at.
struct FixAt {
    std::string code;  // of the finding it settles
    Localized title;
    Position at;
};

/// One that was taken back: the file would have had this finding, which it did not have before.
struct FixLeft {
    FixAt fix;
    std::string brings;
};

struct MendedFile {
    std::string path;
    std::vector<FixAt> made;  // by place
    std::vector<FixLeft> left;
};

/// `path: 2 fixes`, a line for each, and those that were left.
std::string renderFixes(const std::vector<MendedFile>& files, Language language);

/// The document of renderJson() with one key more, `fixed`.
std::string withFixes(std::string document, const std::vector<MendedFile>& files,
                      Language language);

}  // namespace biao

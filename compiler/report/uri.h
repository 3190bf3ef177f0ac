// A path as other programs name a file.
#pragma once

#include <string>

namespace biao::report {

/// A path as a URI reference: relative where the path is, else file:///…; percent-encoded.
std::string uriOf(const std::string& path);

}  // namespace biao::report

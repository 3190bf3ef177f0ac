// Text as XML holds it.
#pragma once

#include <string>
#include <string_view>

namespace biao::report {

/// As character data and as the value of an attribute; what XML 1.0 has no place for becomes
/// U+FFFD.
std::string xmlEscaped(std::string_view text);

}  // namespace biao::report

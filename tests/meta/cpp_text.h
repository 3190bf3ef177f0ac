// C++ source with some of it blanked out, so that a rule about code does not trip over a comment.
// Line ends stay, so that line numbers do too.
#pragma once

#include <string>
#include <string_view>

namespace biao::meta {

/// Comments blanked.
std::string withoutComments(std::string_view source);

/// Comments and the inside of character and string literals blanked.
std::string codeOnly(std::string_view source);

}  // namespace biao::meta

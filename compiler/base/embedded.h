// A text file that travels inside the program; cmake/BiaoEmbed.cmake puts it there.
#pragma once

#include <string_view>

namespace biao {

struct EmbeddedFile {
    std::string_view path;  // from the root of the project: stdlib/forms/….biao
    std::string_view text;
};

}  // namespace biao

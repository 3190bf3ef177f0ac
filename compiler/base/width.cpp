#include "base/width.h"

#include <utf8proc.h>

#include "base/utf8.h"

namespace biao {

std::size_t displayWidth(char32_t point) {
    if (point < 0x300) {
        return 1;
    }
    if (point >= 0x4E00 && point <= 0x9FFF) {
        return 2;  // nearly all of them; spares the table
    }
    const auto number = static_cast<utf8proc_int32_t>(point);
    const auto category = utf8proc_category(number);
    if (category == UTF8PROC_CATEGORY_CO || category == UTF8PROC_CATEGORY_CN) {
        return 1;  // utf8proc says 0, a terminal draws a box
    }
    return static_cast<std::size_t>(utf8proc_charwidth(number));
}

std::size_t displayWidth(std::string_view utf8) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto [point, length] = decodeAt(utf8, at);
        width += displayWidth(point);
        at += length;
    }
    return width;
}

}  // namespace biao

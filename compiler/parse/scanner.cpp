#include "parse/scanner.h"

#include "base/utf8.h"

namespace biao::parse {

Scanned scan(std::string_view text, std::uint32_t at) {
    const auto classOf = [](char32_t point) {
        return characterClasses[(std::uint32_t{classPages[point >> 8]} << 8) + (point & 0xFF)];
    };
    std::uint32_t state = scannerStart;
    std::uint32_t accepted = 0;
    std::uint32_t end = at;
    for (std::uint32_t next = at; next < text.size();) {
        const Decoded decoded = decodeAt(text, next);
        state = scannerNext[state * characterClassCount + classOf(decoded.point)];
        if (state == 0) break;
        next += decoded.length;
        if (scannerTaken[state] != Taken::nothing) {
            accepted = state;
            end = next;
        }
    }
    // The grammar takes every character: `end` is past `at`.
    return {{at, end, scannerType[accepted]}, scannerTaken[accepted]};
}

}  // namespace biao::parse

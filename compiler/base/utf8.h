// UTF-8, read by hand where spans must stay exact.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace biao {

/// The code point at `at` and its length in bytes; a broken byte gives U+FFFD and length 1.
struct Decoded {
    char32_t point;
    std::uint32_t length;
};
Decoded decodeBeyondAscii(std::string_view text, std::size_t at);
inline Decoded decodeAt(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < 0x80U ? Decoded{byte, 1} : decodeBeyondAscii(text, at);
}

void appendUtf8(std::string& out, char32_t point);
std::size_t countCodePoints(std::string_view text);

/// Byte offset of the first byte that is not UTF-8, if any.
std::optional<std::size_t> firstInvalidUtf8(std::string_view text);

/// "UTF-16LE" and its like when the bytes are text in one of them, with a byte-order mark or
/// without; else empty.
std::string_view otherUnicode(std::string_view text);

/// True when the bytes are not UTF-8 but do decode as GB18030 to mostly Han text.
bool looksLikeGb18030(std::string_view text);

/// Text in GB18030 as UTF-8; nothing where it is not that, to its last byte.
std::optional<std::string> fromGb18030(std::string_view text);

/// Full-width ASCII twins (U+FF01..FF5E) and U+3000 become their half-width twins; the rest stays.
std::string halfWidth(std::string_view text);

/// Edit distance in code points (insert, delete, replace, swap of neighbours), for "did you mean".
std::size_t editDistance(std::string_view a, std::string_view b);

/// The candidate nearest to `name` if it is near enough to suggest; ties: the first. Case and
/// full-width spelling do not count as differences.
std::optional<std::size_t> nearest(std::string_view name,
                                   const std::vector<std::string>& candidates);

}  // namespace biao

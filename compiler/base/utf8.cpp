#include "base/utf8.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace biao {

namespace {

constexpr char32_t replacement = 0xFFFD;

unsigned byteAt(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

bool isContinuation(std::string_view text, std::size_t at) {
    return at < text.size() && (byteAt(text, at) & 0xC0U) == 0x80U;
}

bool isHan(char32_t point) {
    return (point >= 0x4E00 && point <= 0x9FFF) || (point >= 0x3400 && point <= 0x4DBF) ||
           (point >= 0x20000 && point <= 0x323AF);
}

/// How many bytes from `at` on are ASCII or the commonest kind of Han character: what nearly all of
/// every file is, looked at without decoding it.
std::size_t lengthOfCommon(std::string_view text, std::size_t at) {
    const auto begin = at;
    while (at < text.size()) {
        const unsigned lead = byteAt(text, at);
        if (lead < 0x80U) {
            ++at;
        } else if (lead > 0xE0U && lead < 0xEDU && isContinuation(text, at + 1) &&
                   isContinuation(text, at + 2)) {
            at += 3;
        } else {
            break;
        }
    }
    return at - begin;
}

/// Of the bytes outside ASCII, more than half belong to sound UTF-8: then it is UTF-8 with a fault,
/// although most such bytes would also decode as (rare) GB18030 characters.
bool mostlyUtf8(std::string_view text) {
    std::size_t sound = 0;
    std::size_t broken = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto length = decodeAt(text, at).length;
        if (length > 1) {
            sound += length;
        } else if (byteAt(text, at) >= 0x80U) {
            ++broken;
        }
        at += length;
    }
    return sound > broken;
}

/// Owns a conversion descriptor of the C library.
class Gb18030Reader {
public:
    Gb18030Reader() : handle_(iconv_open("UTF-8", "GB18030")) {}
    ~Gb18030Reader() {
        if (usable()) {
            iconv_close(handle_);
        }
    }
    Gb18030Reader(const Gb18030Reader&) = delete;
    Gb18030Reader& operator=(const Gb18030Reader&) = delete;

    /// The text as UTF-8; a character cut off at the end is left out, unless `whole` is wanted.
    std::optional<std::string> read(std::string bytes, bool whole = false) {
        if (!usable()) {
            return std::nullopt;
        }
        std::string out;
        std::array<char, 4096> buffer{};
        char* from = bytes.data();
        std::size_t left = bytes.size();
        while (left > 0) {
            char* to = buffer.data();
            std::size_t room = buffer.size();
            const auto result = iconv(handle_, &from, &left, &to, &room);
            const int reason = errno;
            out.append(buffer.data(), buffer.size() - room);
            if (result == static_cast<std::size_t>(-1) && reason != E2BIG) {
                const bool cut = reason == EINVAL && !whole;
                return cut ? std::optional(out) : std::nullopt;
            }
        }
        return out;
    }

private:
    /// POSIX says (iconv_t)-1.
    bool usable() const { return handle_ != reinterpret_cast<iconv_t>(-1); }  // NOLINT
    iconv_t handle_;
};

}  // namespace

Decoded decodeBeyondAscii(std::string_view text, std::size_t at) {
    const unsigned lead = byteAt(text, at);
    const std::uint32_t length = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
    constexpr std::array<char32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};
    if (lead < 0xC2U || lead > 0xF4U) {
        return {replacement, 1};
    }
    char32_t point = lead & (0x7FU >> length);
    for (std::uint32_t next = 1; next < length; ++next) {
        if (!isContinuation(text, at + next)) {
            return {replacement, 1};
        }
        point = (point << 6U) | (byteAt(text, at + next) & 0x3FU);
    }
    if (point < smallest[length] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) {
        return {replacement, 1};
    }
    return {point, length};
}

void appendUtf8(std::string& out, char32_t point) {
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) {
        point = replacement;
    }
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0U | (point >> 6U));
        put(0x80U | (point & 0x3FU));
    } else if (point < 0x10000) {
        put(0xE0U | (point >> 12U));
        put(0x80U | ((point >> 6U) & 0x3FU));
        put(0x80U | (point & 0x3FU));
    } else {
        put(0xF0U | (point >> 18U));
        put(0x80U | ((point >> 12U) & 0x3FU));
        put(0x80U | ((point >> 6U) & 0x3FU));
        put(0x80U | (point & 0x3FU));
    }
}

std::size_t countCodePoints(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        at += decodeAt(text, at).length;
    }
    return count;
}

std::optional<std::size_t> firstInvalidUtf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        at += lengthOfCommon(text, at);
        if (at == text.size()) {
            break;
        }
        const auto length = decodeAt(text, at).length;
        if (length == 1 && byteAt(text, at) >= 0x80U) {
            return at;
        }
        at += length;
    }
    return std::nullopt;
}

std::string_view otherUnicode(std::string_view text) {
    using namespace std::string_view_literals;
    if (text.starts_with("\xFF\xFE\0\0"sv)) return "UTF-32LE";
    if (text.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32BE";
    if (text.starts_with("\xFF\xFE"sv)) return "UTF-16LE";
    if (text.starts_with("\xFE\xFF"sv)) return "UTF-16BE";
    // Without a mark: line ends, blanks and other signs of ASCII have a zero byte beside them, and
    // always on the same side.
    constexpr std::size_t enough = 65536;
    std::array<std::size_t, 2> zeros{};  // at even and at odd places
    std::array<std::size_t, 2> ascii{};  // of what stands beside them
    const std::size_t end = std::min(text.size(), enough) / 2 * 2;
    for (std::size_t at = 0; at < end; ++at) {
        if (text[at] != '\0') continue;
        ++zeros[at % 2];
        const unsigned other = byteAt(text, at ^ 1U);
        if (other == '\t' || other == '\n' || other == '\r' || (other >= 0x20 && other < 0x7F)) {
            ++ascii[at % 2];
        }
    }
    const bool broken = firstInvalidUtf8(text).has_value();
    for (const std::size_t side : {0U, 1U}) {
        const std::size_t signs = ascii[side];
        const std::size_t others = zeros[1 - side] + zeros[side] - signs;
        const bool plenty = signs >= 4 && signs * (broken ? 100 : 4) >= end;
        if (plenty && others * 20 <= signs) return side == 0 ? "UTF-16BE" : "UTF-16LE";
    }
    return {};
}

bool looksLikeGb18030(std::string_view text) {
    constexpr std::size_t enough = 65536;
    if (!firstInvalidUtf8(text)) {
        return false;
    }
    text = text.substr(0, enough);
    if (mostlyUtf8(text)) {
        return false;
    }
    const auto decoded = Gb18030Reader().read(std::string(text));
    if (!decoded) {
        return false;
    }
    std::size_t han = 0;
    std::size_t foreign = 0;
    for (std::size_t at = 0; at < decoded->size();) {
        const auto [point, length] = decodeAt(*decoded, at);
        han += isHan(point) ? 1 : 0;
        foreign += point >= 0x80 ? 1 : 0;
        at += length;
    }
    return han * 2 > foreign;
}

std::optional<std::string> fromGb18030(std::string_view text) {
    return Gb18030Reader().read(std::string(text), true);
}

std::string halfWidth(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, length] = decodeAt(text, at);
        if (point >= 0xFF01 && point <= 0xFF5E) {
            appendUtf8(out, point - 0xFF01 + U'!');
        } else if (point == 0x3000) {
            out.push_back(' ');
        } else {
            out.append(text.substr(at, length));
        }
        at += length;
    }
    return out;
}

}  // namespace biao

#include "report/uri.h"

#include <fmt/format.h>

#include <string_view>

#include "base/files.h"

namespace biao::report {

std::string uriOf(const std::string& path) {
    constexpr std::string_view plain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    const std::string whole = plainPath(path);
    std::string out = whole.starts_with('/') ? "file://" : "";
    for (const char byte : whole) {
        if (plain.find(byte) != plain.npos) {
            out += byte;
        } else {
            out += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
        }
    }
    return out;
}

}  // namespace biao::report

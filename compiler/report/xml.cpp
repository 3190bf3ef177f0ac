#include "report/xml.h"

#include "base/utf8.h"

namespace biao::report {

namespace {

bool isForbidden(char32_t point) {
    return (point < 0x20 && point != '\t' && point != '\n' && point != '\r') || point == 0xFFFE ||
           point == 0xFFFF;
}

}  // namespace

std::string xmlEscaped(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, length] = decodeAt(text, at);
        at += length;
        switch (point) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\r':  // a reader would make it a line end
                out += "&#13;";
                break;
            default:
                appendUtf8(out, isForbidden(point) ? 0xFFFD : point);
        }
    }
    return out;
}

}  // namespace biao::report

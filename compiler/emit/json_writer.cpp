#include "emit/json_writer.h"

#include "base/utf8.h"

namespace biao::emit {

void JsonWriter::both(const Localized& name) {
    open();
    key("zh").text(name.zh);
    key("en").text(name.en);
    close();
}

std::string utf8(std::string_view bytes) {
    std::string out;
    while (const auto broken = firstInvalidUtf8(bytes)) {
        out += bytes.substr(0, *broken);
        appendUtf8(out, 0xFFFD);
        bytes.remove_prefix(*broken + 1);
    }
    return out += bytes;
}

}  // namespace biao::emit

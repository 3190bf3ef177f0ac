#include "diagnostics/catalogue.h"

#include <array>
#include <cstddef>

namespace biao {

namespace {

constexpr std::array rows = {
#define CODE(id, symbol, name, severity, zh, en) \
    CodeInfo{Code::symbol, id, name, Severity::severity, zh, en},
#include "diagnostics/catalogue.def"
#undef CODE
};

}  // namespace

std::string_view severityName(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::info:
            return "info";
    }
    return "";
}

const CodeInfo& info(Code code) {
    return rows[static_cast<std::size_t>(code)];
}

std::span<const CodeInfo> catalogue() {
    return rows;
}

}  // namespace biao

// The codes that C++ can say, in one table (catalogue.def). Rules in data bring their own row.
#pragma once

#include <span>
#include <string_view>

namespace biao {

/// 强制, 提示, 知悉.
enum class Severity { error, warning, info };
std::string_view severityName(Severity severity);  // "error", "warning", "info"

enum class Code {
#define CODE(id, symbol, name, severity, zh, en) symbol,
#include "diagnostics/catalogue.def"
#undef CODE
};

struct CodeInfo {
    Code code;
    std::string_view id;    // "B301"
    std::string_view name;  // "parts-do-not-sum"
    Severity severity;
    std::string_view zh;  // message templates with {arguments}
    std::string_view en;
};

const CodeInfo& info(Code code);
std::span<const CodeInfo> catalogue();

}  // namespace biao

#include "diagnostics/code_names.h"

#include <algorithm>

#include "base/utf8.h"
#include "diagnostics/catalogue.h"

namespace biao {

namespace {

constexpr std::size_t familyLength = 2;  // B4

bool isDigit(char byte) {
    return byte >= '0' && byte <= '9';
}

}  // namespace

std::string tidyCode(std::string_view named) {
    std::string out = halfWidth(named);
    std::replace(out.begin(), out.end(), '_', '-');
    if (out.size() > 1 && out[0] == 'b' && isDigit(out[1])) out[0] = 'B';
    return out;
}

bool meansCode(std::string_view named, std::string_view code, std::string_view name) {
    if (named == code || (!name.empty() && named == name)) return true;
    const auto colon = code.find(':');
    if (colon == std::string_view::npos) return false;
    const auto path = code.substr(colon + 1);
    const auto own = code.substr(std::max(code.rfind('.') + 1, colon + 1));
    if (named == path || named == own) return true;
    return named.size() > colon && named.substr(0, colon + 1) == code.substr(0, colon + 1) &&
           named.substr(colon + 1) == own;
}

bool isFamily(std::string_view named) {
    const auto known = [&](const CodeInfo& row) { return row.id.substr(0, familyLength) == named; };
    // Families of rules alone have no code of the catalogue: B4 meaning, B5 scoring, B6 years.
    const bool rules = named == "B4" || named == "B5" || named == "B6";
    return rules || std::any_of(catalogue().begin(), catalogue().end(), known);
}

bool isFirm(std::string_view code) {
    for (const CodeInfo& row : catalogue()) {
        if (row.id != code) continue;
        return isFirmFamily(code.substr(0, familyLength)) && row.severity == Severity::error;
    }
    return false;
}

bool isFirmFamily(std::string_view named) {
    return named == "B0" || named == "B9";
}

std::string_view catalogueCode(std::string_view named) {
    for (const CodeInfo& row : catalogue()) {
        if (meansCode(named, row.id, row.name)) return row.id;
    }
    return {};
}

}  // namespace biao

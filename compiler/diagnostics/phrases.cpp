#include "diagnostics/phrases.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace biao {

namespace {

struct Row {
    std::string_view zh;
    std::string_view en;
};

constexpr Row rows[] = {
#define PHRASE(symbol, zh, en) {zh, en},
#include "diagnostics/phrases.def"
#undef PHRASE
};

}  // namespace

Localized phrase(Phrase which, std::initializer_list<Argument> arguments) {
    const auto& row = rows[static_cast<std::size_t>(which)];
    const std::vector<Argument> list = arguments;
    return {fill(row.zh, list, Language::zh), fill(row.en, list, Language::en)};
}

}  // namespace biao

// Small things that everything written as JSON here shares.
#pragma once

#include <nlohmann/json.hpp>

#include "base/language.h"

namespace biao::reference {

/// Keys stand in the order they are put in.
using Json = nlohmann::ordered_json;

/// Null for a text that is not there.
inline Json both(const Localized& text) {
    if (text.zh.empty() && text.en.empty()) return nullptr;
    return {{"zh", text.zh}, {"en", text.en}};
}

/// Two spaces a level, Chinese as it is, a line end at the end.
inline std::string document(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace biao::reference

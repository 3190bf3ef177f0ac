// JSON as the reports write it: small parts are made one by one, so that a report of many findings
// is never held as a tree.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace biao::report {

/// Keys stand in the order they are put in.
using Json = nlohmann::ordered_json;

/// On one line; Chinese as it is, bytes that are not UTF-8 as U+FFFD.
inline std::string lineOf(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Two spaces a level, a line end at the end.
inline std::string documentOf(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace biao::report

// The difference of two texts as `diff -u` writes it.
#pragma once

#include <string>
#include <string_view>

namespace biao {

/// Empty where the texts are equal; else both headers with `path`, and hunks with three lines of
/// context. `patch` takes it.
std::string unifiedDiff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace biao

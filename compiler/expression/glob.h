// Patterns over names: `*` is any number of characters, `?` exactly one. Made once by a compiled
// rule, matched against every row; never slower than pattern times name.
#pragma once

#include <string>
#include <string_view>

namespace biao::expression {

class Glob {
public:
    Glob() = default;
    explicit Glob(std::string_view pattern);
    bool matches(std::string_view text) const;

private:
    std::u32string pattern_;
};

}  // namespace biao::expression

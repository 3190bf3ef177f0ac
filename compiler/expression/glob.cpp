#include "expression/glob.h"

#include "base/utf8.h"

namespace biao::expression {

Glob::Glob(std::string_view pattern) {
    for (std::size_t at = 0; at < pattern.size();) {
        const auto [point, length] = decodeAt(pattern, at);
        if (point != U'*' || pattern_.empty() || pattern_.back() != U'*') pattern_ += point;
        at += length;
    }
}

bool Glob::matches(std::string_view text) const {
    // Only the last star can still grow: the ones before it matched as little as they could.
    constexpr auto none = std::u32string::npos;
    std::size_t star = none;
    std::size_t resume = 0;
    std::size_t in = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto [point, length] = decodeAt(text, at);
        if (in < pattern_.size() && pattern_[in] == U'*') {
            star = in++;
            resume = at;
        } else if (in < pattern_.size() && (pattern_[in] == U'?' || pattern_[in] == point)) {
            ++in;
            at += length;
        } else if (star != none) {
            in = star + 1;
            resume += decodeAt(text, resume).length;
            at = resume;
        } else {
            return false;
        }
    }
    while (in < pattern_.size() && pattern_[in] == U'*')
        ++in;
    return in == pattern_.size();
}

}  // namespace biao::expression

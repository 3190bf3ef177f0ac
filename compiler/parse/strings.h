// The quotes of a STRING token: whether they are a pair, and what stands between them.
#pragma once

#include <cstddef>
#include <string_view>

namespace biao::parse {

struct Quotes {
    std::size_t open = 0;   // bytes of the opening quote
    std::size_t close = 0;  // bytes of the closing quote; none where it is lost
    bool mates = false;     // a pair as it should be
    bool straight = false;  // "…": \" and \\ are escapes inside
};

/// `token` as it stands in the source.
Quotes quotesOf(std::string_view token);

/// The length of the quotation mark at the front of `text`: ", “ or ”; 0 where there is none.
std::size_t quoteAt(std::string_view text);

}  // namespace biao::parse

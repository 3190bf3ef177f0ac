#include "parse/strings.h"

namespace biao::parse {
namespace {

constexpr std::string_view leftQuote = "\u201c";
constexpr std::string_view rightQuote = "\u201d";

bool holdsQuote(std::string_view text) {
    return text.find('"') != std::string_view::npos ||
           text.find(leftQuote) != std::string_view::npos ||
           text.find(rightQuote) != std::string_view::npos;
}

/// An escaped quote closes nothing: an odd number of backslashes stands before it.
bool closesStraight(std::string_view token) {
    if (token.size() < 2 || token.back() != '"') return false;
    std::size_t slashes = 0;
    while (slashes + 2 < token.size() && token[token.size() - 2 - slashes] == '\\')
        ++slashes;
    return slashes % 2 == 0;
}

}  // namespace

std::size_t quoteAt(std::string_view text) {
    if (text.starts_with('"')) return 1;
    return text.starts_with(leftQuote) || text.starts_with(rightQuote) ? 3 : 0;
}

Quotes quotesOf(std::string_view token) {
    Quotes quotes;
    quotes.open = quoteAt(token);
    quotes.straight = quotes.open == 1;
    if (quotes.straight) {
        quotes.close = closesStraight(token) ? 1 : 0;
        quotes.mates = quotes.close == 1;
        return quotes;
    }
    if (token.size() <= quotes.open) return quotes;
    if (token.back() == '"') {
        quotes.close = 1;
    } else if (token.size() >= 6 && quoteAt(token.substr(token.size() - 3)) == 3) {
        quotes.close = 3;
    }
    quotes.mates = token.starts_with(leftQuote) && token.ends_with(rightQuote);
    const auto inside = token.substr(quotes.open, token.size() - quotes.open - quotes.close);
    // Other marks between quotes that are no pair: nobody knows where the text was meant to end.
    if (!quotes.mates && holdsQuote(inside)) quotes.close = 0;
    return quotes;
}

}  // namespace biao::parse

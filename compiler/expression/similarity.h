// How alike two texts are: the pairs of neighbouring characters they share. Blanks, width and
// punctuation do not count.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "quantity/number.h"

namespace biao::expression {

using Bigrams = std::vector<std::uint64_t>;  // sorted, with repetitions

Bigrams bigrams(std::string_view text);
/// Twice the pairs shared over the pairs of both: 0 to 1. Two texts without any are alike.
Number alike(std::size_t shared, std::size_t first, std::size_t second);
Number similarity(const Bigrams& a, const Bigrams& b);

/// The nearest of many texts to one, found through the pairs they share. Of more than a thousand
/// that share a pair, those that share the rarest are looked at.
class Likeness {
public:
    explicit Likeness(const std::vector<std::string_view>& texts);
    /// The index of the text most like `text`, or that holds all of it, the first of several, if it
    /// is at least that alike.
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::size_t nearest(std::string_view text, const Number& least) const;

private:
    std::vector<Bigrams> texts_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> holders_;
};

}  // namespace biao::expression

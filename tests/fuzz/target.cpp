// A libFuzzer target around one of the entries, with mutations that know lines and words: bytes
// alone seldom make a text that gets past the parser.
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <string_view>

#include "entry.h"
#include "words.h"

extern "C" {
std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                    unsigned seed);
std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* one, std::size_t sizeOfOne,
                                      const std::uint8_t* other, std::size_t sizeOfOther,
                                      std::uint8_t* out, std::size_t most, unsigned seed);
}

namespace biao::fuzz {
namespace {

using Random = std::minstd_rand;

std::string_view view(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Where a line begins, at or before some place of the text.
std::size_t someLine(std::string_view text, Random& random) {
    const std::size_t at = random() % (text.size() + 1);
    const auto end = text.substr(0, at).rfind('\n');
    return end == std::string_view::npos ? 0 : end + 1;
}

/// One to four lines.
std::string_view someLines(std::string_view text, Random& random) {
    const std::size_t begin = someLine(text, random);
    std::size_t end = begin;
    for (auto lines = 1 + random() % 4; lines > 0 && end < text.size(); --lines)
        end = std::min(text.find('\n', end), text.size() - 1) + 1;
    return text.substr(begin, end - begin);
}

/// A place before or behind a mark, or anywhere.
std::size_t somePlace(std::string_view text, Random& random) {
    const std::size_t at = random() % (text.size() + 1);
    const auto mark = text.find_first_of(" \n{}()[],\"", at);
    if (mark == std::string_view::npos || random() % 8 == 0) return at;
    return mark + random() % 2;
}

std::string mutated(std::string text, Random& random) {
    const auto word = [&]() -> const std::string& { return words()[random() % words().size()]; };
    switch (random() % 6) {
        case 0:
        case 1:
            return text.insert(somePlace(text, random), word());
        case 2: {  // a word in the place of another
            const auto at = somePlace(text, random);
            const auto end = std::min(text.find_first_of(" \n{}()[],\"", at), text.size());
            return text.replace(at, end - at, word());
        }
        case 3: {  // lines again, or elsewhere
            const std::string lines(someLines(text, random));
            return text.insert(someLine(text, random), lines);
        }
        case 4: {
            const auto lines = someLines(text, random);
            return text.erase(static_cast<std::size_t>(lines.data() - text.data()), lines.size());
        }
        default: {  // some words in a row
            std::string phrase;
            for (auto left = 2 + random() % 6; left > 0; --left)
                phrase += word() + (random() % 2 ? " " : "");
            return text.insert(somePlace(text, random), phrase);
        }
    }
}

std::size_t copied(std::string_view text, std::uint8_t* out, std::size_t most) {
    const std::size_t size = std::min(text.size(), most);
    std::memcpy(out, text.data(), size);
    return size;
}

}  // namespace
}  // namespace biao::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    biao::fuzz::BIAO_FUZZ_ENTRY(biao::fuzz::view(data, size));
    return 0;
}

std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                    unsigned seed) {
    biao::fuzz::Random random(seed);
    if (random() % 3 == 0) return LLVMFuzzerMutate(data, size, most);
    const std::string text(biao::fuzz::view(data, size));
    return biao::fuzz::copied(biao::fuzz::mutated(text, random), data, most);
}

std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* one, std::size_t sizeOfOne,
                                      const std::uint8_t* other, std::size_t sizeOfOther,
                                      std::uint8_t* out, std::size_t most, unsigned seed) {
    biao::fuzz::Random random(seed);
    std::string text(biao::fuzz::view(one, sizeOfOne));
    const auto lines = biao::fuzz::someLines(biao::fuzz::view(other, sizeOfOther), random);
    text.insert(biao::fuzz::someLine(text, random), lines);
    return biao::fuzz::copied(text, out, most);
}

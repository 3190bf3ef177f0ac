// "Did you mean" over unit words.
#include <algorithm>
#include <bit>

#include "base/utf8.h"
#include "quantity/unit_table.h"

namespace biao {

UnitTable::Name UnitTable::nameOf(std::string text) {
    Name name;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decodeAt(text, at);
        char32_t point = decoded.point;
        if (point >= U'A' && point <= U'Z') point += U'a' - U'A';
        name.letters |= std::uint64_t{1} << (point * 0x9E3779B1u >> 26);
        ++name.length;
        at += decoded.length;
    }
    name.text = std::move(text);
    return name;
}

// A file may hold thousands of unknown words, so most names are turned down by their letters alone
// before distances are worked out: an edit changes two letters at most.
std::optional<std::string> UnitTable::suggest(std::string_view word) const {
    constexpr std::size_t longest = 24;
    if (word.size() > longest * 4) return std::nullopt;
    const Name wanted = nameOf(std::string(word));
    std::vector<std::string> near;
    for (const Name& name : names_) {
        const std::size_t longer = std::max(wanted.length, name.length);
        const int edits = static_cast<int>(std::max<std::size_t>(longer / 3, 1));
        if (std::popcount(wanted.letters ^ name.letters) > 2 * edits) continue;
        // Half of a two-character word is a coincidence unless all its letters are there.
        if (longer <= 2 && wanted.letters != name.letters) continue;
        near.push_back(name.text);
    }
    const std::optional<std::size_t> best = nearest(word, near);
    if (!best) return std::nullopt;
    return near[*best];
}

}  // namespace biao

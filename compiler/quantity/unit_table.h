// Every base dimension and unit word there is. Filled once by whoever reads the declarations, then
// only read: all const members may be called from many threads at once. A copy is a table of its
// own that knows the same bases, so a form may add words to a copy.
// Nothing about any unit is known here; every name arrives by declaration.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "base/language.h"
#include "quantity/dimension.h"
#include "quantity/number.h"
#include "quantity/unit.h"

namespace biao {

/// What a base dimension is. A counted class (people, households) is itself and no other; a generic
/// one (items, kinds) may stand for any counted class; everything else is measured.
enum class BaseKind : std::uint8_t { measured, counted, generic };

struct BaseDeclaration {
    Localized name;
    BaseKind kind = BaseKind::measured;
    std::optional<BaseId> parent;  // the class that holds this one, declared before it
};

/// How two dimensions go together, from most to least: the same; one counts generically; one is the
/// other's parent class; both have one parent class (they may be summed, not compared); not at all.
/// Compound dimensions are matched factor by factor and the loosest match is what is said.
enum class Compatibility : std::uint8_t { same, generic, parent, siblings, no };
inline bool comparable(Compatibility how) {
    return how <= Compatibility::parent;
}
inline bool summable(Compatibility how) {
    return how <= Compatibility::siblings;
}

/// A part of the text read, in bytes.
struct TextPart {
    std::size_t offset = 0;
    std::size_t length = 0;
    bool operator==(const TextPart&) const = default;
};

/// That part is no unit word; of length 0, a word is missing there. The suggestion replaces the
/// part, and is certain where the part is one word that is declared as a wrong spelling of it.
struct UnknownWord {
    TextPart part;
    std::optional<std::string> suggestion;
    bool certain = false;
};
/// A rate said with a "per" word instead of a slash; the suggestion replaces the whole text.
struct MalformedRate {
    std::string suggestion;
};
/// A magnitude with no unit after it.
struct LoneMagnitude {
    TextPart part;
    Number factor;
};
using ReadResult = std::variant<UnitRef, UnknownWord, MalformedRate, LoneMagnitude>;

/// A unit made by calculation, and what the number has to be multiplied by for it.
struct ScaledUnit {
    UnitRef unit;
    Number scale = 1;
};

class UnitTable {
public:
    UnitTable();

    // Declarations. Each answers false, and changes nothing, when a word is empty or already taken
    // or what it refers to does not exist.

    /// Nothing when there are as many bases as there can be.
    std::optional<BaseId> defineBase(BaseDeclaration declaration);
    /// Puts a class under another; false when that closes a circle or it has another parent.
    bool setParent(BaseId child, BaseId parent);
    /// `name` in both languages and `readings`, the likeliest first; factors are above zero. The
    /// first word of factor 1 for a base is the one that base is printed in.
    bool defineUnit(const Localized& name, std::vector<Reading> readings);
    /// Another spelling, read as silently as the first.
    bool defineAlias(const std::string& alias, std::string_view of);
    /// A wrong spelling (a word, or a whole compound) and what was meant: unknown, but suggested.
    bool defineMisspelling(const std::string& wrong, std::string right);
    /// A word for how something turns out (及时, 达标): no unit, but often written as one.
    bool defineOutcome(const std::string& word);
    bool isOutcome(std::string_view word) const { return outcomes_.find(word) != outcomes_.end(); }
    /// A word that multiplies any unit word it stands before.
    bool defineMagnitude(const std::string& word, Number factor);
    /// One of it passes in every calendar year: a year, a school year.
    void defineYearly(UnitRef unit) { yearly_.push_back(std::move(unit)); }
    /// A word that says "per" and should have been a slash.
    bool definePerWord(const std::string& word);

    // Reading. Words are separated by '/' (full width too) and U+00B7; all after the first slash is
    // divided by. The longest declared word wins over a magnitude and a shorter word.

    ReadResult read(std::string_view spelled) const;
    /// The same unit with only the reading of that dimension left; null when it has none.
    UnitRef narrow(const UnitRef& unit, const Dimension& dimension) const;
    /// One declared word or alias, no magnitude; null when there is none.
    UnitRef word(std::string_view spelling) const;
    std::optional<std::string> suggest(std::string_view word) const;

    // Dimensions.

    std::size_t baseCount() const { return bases_.size(); }
    const BaseDeclaration& base(BaseId id) const { return bases_[id.value].declaration; }
    bool isCount(const Dimension& dimension) const;
    /// That base once, over something.
    bool isRateOf(const Dimension& dimension, BaseId base) const;
    Compatibility compatible(const Dimension& a, const Dimension& b) const;
    /// What a sum of the two is measured in, if they are summable: the specific class rather than
    /// the generic, the parent rather than its child.
    std::optional<Dimension> join(const Dimension& a, const Dimension& b) const;
    /// A product of dimensions, in which generic and parent classes cancel against their own.
    Dimension product(const Dimension& a, const Dimension& b) const;
    /// The names of the factors: money/person/month; `dimensionless` when there are none.
    std::string describe(const Dimension& dimension, Language language,
                         std::string_view dimensionless) const;

    // Units.

    /// Words that say the same cancel, other words of one dimension are converted into each other,
    /// ratios go into the number. Of several ways to read it those that cancel most are kept.
    ScaledUnit product(const UnitRef& a, const UnitRef& b) const;
    ScaledUnit quotient(const UnitRef& a, const UnitRef& b) const;
    /// The unit that base units of that dimension are printed in; factor 1.
    UnitRef unitFor(const Dimension& dimension) const;

    /// The unit that measures the same as `dimension` and passes once a calendar year; null when
    /// none does.
    UnitRef yearly(const Dimension& dimension) const;
    /// Every declared word, in order, aliases and misspellings left out.
    const std::vector<UnitRef>& units() const { return units_; }
    /// How a declared word may be written, in the order declared.
    std::vector<std::string> spellingsOf(const UnitRef& unit) const;
    /// The wrong spellings that mean a spelling of this word, in order of text.
    std::vector<std::string> misspellingsOf(const UnitRef& unit) const;
    /// Words that multiply the unit after them, the longest first.
    const std::vector<std::pair<std::string, Number>>& magnitudes() const { return magnitudes_; }

private:
    struct Base {
        BaseDeclaration declaration;
        UnitRef unit;  // made of the base's own name until a word is declared for it
        bool named = false;
    };
    struct Name {  // candidate for a suggestion
        std::string text;
        std::uint64_t letters = 0;  // a bit for each of its characters
        std::size_t length = 0;     // in characters
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };
    template <typename Value>
    using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

    /// What has been read before: the same few words stand in every row. A copy of the table begins
    /// with none, for it may be given more words.
    class Memory {
    public:
        Memory() = default;
        Memory(const Memory&) {}
        Memory& operator=(const Memory&) { return forget(); }
        std::optional<ReadResult> find(std::string_view spelled) const;
        void keep(std::string_view spelled, const ReadResult& result);
        std::optional<UnitRef> find(const UnitRef& unit, const Dimension& dimension) const;
        void keep(const UnitRef& unit, const Dimension& dimension, const UnitRef& narrowed);
        Memory& forget();

    private:
        static constexpr std::size_t kMost = 4096;  // a hostile text has no end of words
        mutable std::shared_mutex mutex_;
        TextMap<ReadResult> known_;
        std::map<std::pair<UnitRef, Dimension>, UnitRef> narrowed_;
    };

    static Name nameOf(std::string text);
    bool free(std::string_view word) const;
    void addWord(const std::string& word, const UnitRef& unit);
    std::string withoutPerWords(std::string_view spelled) const;
    ReadResult readAnew(std::string_view spelled) const;
    ReadResult readWord(std::string_view whole, TextPart part) const;
    ReadResult readCompound(std::string_view spelled) const;
    bool isWithin(BaseId child, BaseId ancestor) const;
    std::optional<BaseId> commonParent(BaseId a, BaseId b) const;
    Compatibility relation(BaseId a, BaseId b) const;
    BaseId joined(BaseId a, BaseId b) const;
    struct Pairing {
        Compatibility how = Compatibility::no;
        Dimension join;
    };
    Pairing pair(const Dimension& a, const Dimension& b) const;
    Dimension simplified(const Dimension& dimension) const;
    std::vector<Combination> simplestWays(const std::vector<Unit::Atom>& atoms) const;
    Number mergeAtoms(std::vector<Unit::Atom>& atoms) const;
    ScaledUnit multiplied(const UnitRef& a, const UnitRef& b, int sign) const;

    std::vector<Base> bases_;
    std::vector<UnitRef> units_;
    TextMap<UnitRef> words_;
    TextMap<std::string> misspellings_;
    std::set<std::string, std::less<>> outcomes_;
    std::vector<std::pair<std::string, Number>> magnitudes_;  // the longest first
    std::vector<std::string> perWords_;
    std::vector<UnitRef> yearly_;
    std::vector<Name> names_;
    UnitRef ratio_;
    mutable Memory memory_;
};

}  // namespace biao

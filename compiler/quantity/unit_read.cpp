// From a spelling to a unit, or to what is wrong with it.
#include <algorithm>
#include <mutex>

#include "quantity/unit_table.h"

namespace biao {
namespace {

constexpr std::string_view kTimes = "\u00B7";
constexpr std::string_view kSlash = "/";
constexpr std::string_view kFullWidthSlash = "\uFF0F";

struct Separator {
    std::size_t at = std::string_view::npos;
    std::size_t length = 0;
    bool divides = false;
};

Separator nextSeparator(std::string_view text, std::size_t from) {
    Separator first;
    for (const std::string_view mark : {kSlash, kTimes, kFullWidthSlash}) {
        const std::size_t at = text.find(mark, from);
        if (at < first.at) first = {at, mark.size(), mark != kTimes};
    }
    return first;
}

}  // namespace

std::optional<ReadResult> UnitTable::Memory::find(std::string_view spelled) const {
    const std::shared_lock lock(mutex_);
    const auto known = known_.find(spelled);
    return known == known_.end() ? std::nullopt : std::optional(known->second);
}

void UnitTable::Memory::keep(std::string_view spelled, const ReadResult& result) {
    const std::unique_lock lock(mutex_);
    if (known_.size() < kMost) known_.emplace(spelled, result);
}

std::optional<UnitRef> UnitTable::Memory::find(const UnitRef& unit,
                                               const Dimension& dimension) const {
    const std::shared_lock lock(mutex_);
    const auto known = narrowed_.find({unit, dimension});
    return known == narrowed_.end() ? std::nullopt : std::optional(known->second);
}

void UnitTable::Memory::keep(const UnitRef& unit, const Dimension& dimension,
                             const UnitRef& narrowed) {
    const std::unique_lock lock(mutex_);
    if (narrowed_.size() < kMost) narrowed_.emplace(std::pair(unit, dimension), narrowed);
}

UnitTable::Memory& UnitTable::Memory::forget() {
    const std::unique_lock lock(mutex_);
    known_.clear();
    narrowed_.clear();
    return *this;
}

ReadResult UnitTable::read(std::string_view spelled) const {
    if (auto known = memory_.find(spelled)) return *std::move(known);
    ReadResult result = readAnew(spelled);
    memory_.keep(spelled, result);
    return result;
}

UnitRef UnitTable::narrow(const UnitRef& unit, const Dimension& dimension) const {
    if (!unit->ambiguous()) return narrowed(unit, dimension);
    if (auto known = memory_.find(unit, dimension)) return *std::move(known);
    UnitRef result = narrowed(unit, dimension);
    memory_.keep(unit, dimension, result);
    return result;
}

ReadResult UnitTable::readAnew(std::string_view spelled) const {
    if (UnitRef declared = word(spelled)) return declared;
    if (const auto wrong = misspellings_.find(spelled); wrong != misspellings_.end()) {
        // A rate that is declared wrong may be meant for once.
        const bool certain = spelled.find(kSlash) == std::string_view::npos;
        return UnknownWord{{0, spelled.size()}, wrong->second, certain};
    }
    ReadResult result = readCompound(spelled);
    if (std::holds_alternative<UnknownWord>(result)) {
        std::string slashed = withoutPerWords(spelled);
        if (slashed != spelled && std::holds_alternative<UnitRef>(readCompound(slashed))) {
            return MalformedRate{std::move(slashed)};
        }
    }
    return result;
}

ReadResult UnitTable::readCompound(std::string_view spelled) const {
    std::vector<Unit::Atom> atoms;
    int exponent = 1;
    for (std::size_t at = 0;;) {
        const Separator separator = nextSeparator(spelled, at);
        const std::size_t end = std::min(separator.at, spelled.size());
        ReadResult read = readWord(spelled, {at, end - at});
        if (!std::holds_alternative<UnitRef>(read)) return read;
        if (atoms.size() == Unit::kMaxWords) return UnknownWord{{at, end - at}, std::nullopt};
        atoms.push_back({std::get<UnitRef>(std::move(read)), exponent});
        if (separator.length == 0) break;
        if (separator.divides) exponent = -1;
        at = end + separator.length;
    }
    if (atoms.size() == 1) return atoms.front().word;
    UnitRef unit = std::make_shared<const Unit>(std::move(atoms));
    if (unit->readings().front().dimension.beyond()) {
        return UnknownWord{{0, spelled.size()}, std::nullopt};
    }
    return unit;
}

ReadResult UnitTable::readWord(std::string_view whole, TextPart part) const {
    const std::string_view text = whole.substr(part.offset, part.length);
    if (text.empty()) return UnknownWord{part, std::nullopt};
    if (UnitRef declared = word(text)) return declared;
    if (const auto wrong = misspellings_.find(text); wrong != misspellings_.end()) {
        return UnknownWord{part, wrong->second, true};
    }
    // Take magnitudes off the front until what is left is a declared word.
    Number factor = 1;
    std::string_view rest = text;
    constexpr int kMostMagnitudes = 4;
    bool stripped = true;
    for (int taken = 0; stripped && !rest.empty() && taken < kMostMagnitudes; ++taken) {
        stripped = false;
        for (const auto& [magnitude, times] : magnitudes_) {
            if (!rest.starts_with(magnitude)) continue;
            factor *= times;
            rest.remove_prefix(magnitude.size());
            stripped = true;
            break;
        }
        const UnitRef found = stripped ? word(rest) : nullptr;
        if (!found) continue;
        std::vector<Reading> readings = found->readings();
        for (Reading& reading : readings)
            reading.factor *= factor;
        const std::string prefix(text.substr(0, text.size() - rest.size()));
        return std::make_shared<const Unit>(Localized(prefix + found->spelling(Language::zh),
                                                      prefix + found->spelling(Language::en)),
                                            std::move(readings));
    }
    if (rest.empty()) return LoneMagnitude{part, factor};
    if (auto suggestion = suggest(text)) return UnknownWord{part, std::move(suggestion)};
    const TextPart tail{part.offset + text.size() - rest.size(), rest.size()};
    if (auto suggestion = suggest(rest)) return UnknownWord{tail, std::move(suggestion)};
    return UnknownWord{part, std::nullopt};
}

std::string UnitTable::withoutPerWords(std::string_view spelled) const {
    std::string slashed;
    for (std::size_t at = 0; at < spelled.size();) {
        const auto per = std::find_if(perWords_.begin(), perWords_.end(), [&](const auto& word) {
            return spelled.substr(at).starts_with(word);
        });
        if (per == perWords_.end()) {
            slashed += spelled[at++];
            continue;
        }
        at += per->size();
        if (!slashed.ends_with(kSlash) && !slashed.ends_with(kFullWidthSlash)) slashed += kSlash;
    }
    return slashed;
}

}  // namespace biao

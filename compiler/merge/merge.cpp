#include "merge/merge.h"

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "merge/match.h"
#include "merge/pieces.h"
#include "merge/unit.h"

namespace biao::merge {

namespace {

using Units = std::vector<Unit>;
using Place = std::optional<std::size_t>;

/// A unit in the versions that have it.
struct Entry {
    Place base;
    Place ours;
    Place theirs;
};

/// Those that `mates` knows stand in the order in which they stood.
bool inOrder(const Mates& mates) {
    std::size_t least = 0;
    for (const Place& mate : mates) {
        if (!mate) continue;
        if (*mate < least) return false;
        least = *mate;
    }
    return true;
}

/// The entries of one side in its order.
std::vector<Entry> entriesOf(const Mates& mates, Place Entry::*side) {
    std::vector<Entry> entries(mates.size());
    for (std::size_t at = 0; at < mates.size(); ++at) {
        entries[at].base = mates[at];
        entries[at].*side = at;
    }
    return entries;
}

/// Units that have no mate in the base, by what they are found by.
class Fresh {
public:
    void add(const Unit& unit, std::size_t at) {
        if (!unit.id.empty()) ids_.emplace(unit.id, at);
        names_[{unit.kind, unit.key}].push_back(at);
    }
    /// One that both sides have added is one where it is called the same; each is found once.
    Place take(const Unit& unit) {
        if (const auto id = ids_.find(unit.id);
            id != ids_.end() && taken_.insert(id->second).second)
            return id->second;
        const auto found = names_.find({unit.kind, unit.key});
        if (found == names_.end()) return {};
        for (const std::size_t at : found->second) {
            if (taken_.insert(at).second) return at;
        }
        return {};
    }

private:
    std::map<std::string, std::size_t> ids_;
    std::map<std::pair<Unit::Kind, std::string>, std::vector<std::size_t>> names_;
    std::set<std::size_t> taken_;
};

/// What both sides have, once; what only the other has, behind what it stands behind there. Added
/// in one place, ours come first.
std::vector<Entry> aligned(const Units& ours, const Units& theirs, const Mates& oursIn,
                           const Mates& theirsIn) {
    const bool follow = !inOrder(theirsIn) && inOrder(oursIn);
    const auto led = follow ? &Entry::theirs : &Entry::ours;
    const auto other = follow ? &Entry::ours : &Entry::theirs;
    const Units& ledUnits = follow ? theirs : ours;
    const Units& otherUnits = follow ? ours : theirs;
    const Mates& otherIn = follow ? oursIn : theirsIn;
    std::vector<Entry> entries = entriesOf(follow ? theirsIn : oursIn, led);

    std::map<std::size_t, std::size_t> known;  // by base
    Fresh fresh;
    for (std::size_t at = 0; at < entries.size(); ++at) {
        if (entries[at].base) {
            known.emplace(*entries[at].base, at);
        } else {
            fresh.add(ledUnits[at], at);
        }
    }
    std::vector<std::vector<Entry>> before(entries.size() + 1);
    std::size_t from = 0;
    for (std::size_t at = 0; at < otherUnits.size(); ++at) {
        Place found;
        if (!otherIn[at]) {
            found = fresh.take(otherUnits[at]);
        } else if (const auto mate = known.find(*otherIn[at]); mate != known.end()) {
            found = mate->second;
        }
        Entry entry;
        entry.base = otherIn[at];
        entry.*other = at;
        if (found) {
            entries[*found].*other = at;
            from = *found + 1;
        } else {
            before[from].push_back(entry);
        }
    }
    std::vector<Entry> all;
    std::vector<Entry> waiting;
    for (std::size_t at = 0; at <= entries.size(); ++at) {
        waiting.insert(waiting.end(), before[at].begin(), before[at].end());
        const bool added = at < entries.size() && !entries[at].base && !(entries[at].*other);
        if (!added) {
            all.insert(all.end(), waiting.begin(), waiting.end());
            waiting.clear();
        }
        if (at < entries.size()) all.push_back(entries[at]);
    }
    return all;
}

class Merging {
public:
    Merging(const Version& base, const Version& ours, const Version& theirs, const Marks& marks)
        : base_(base), ours_(ours), theirs_(theirs), out_(marks) {}

    Merged run() {
        units(base_.units(), ours_.units(), theirs_.units());
        out_.add(blanksOf(base_.text(base_.tail()), ours_.text(ours_.tail()),
                          theirs_.text(theirs_.tail())));
        return out_.take();
    }

private:
    void units(const Units& base, const Units& ours, const Units& theirs) {
        const auto all = aligned(ours, theirs, matesIn(base, ours), matesIn(base, theirs));
        for (const Entry& entry : all) {
            const Unit* o = entry.base ? &base[*entry.base] : nullptr;
            const Unit* a = entry.ours ? &ours[*entry.ours] : nullptr;
            const Unit* b = entry.theirs ? &theirs[*entry.theirs] : nullptr;
            if (a && b) {
                both(o, *a, *b);
            } else if (a) {
                one(o, *a, ours_);
            } else {
                one(o, *b, theirs_);
            }
        }
    }

    static std::string_view all(const Version& version, const Unit& unit) {
        return version.text(cover(unit.lead, unit.trail));
    }

    /// A unit that the other side does not have: new, or taken out there.
    void one(const Unit* base, const Unit& unit, const Version& side) {
        const bool same = base && base_.words(base->whole) == side.words(unit.whole);
        if (same) return;
        const auto text = all(side, unit);
        if (!base) {
            out_.apart(side.text(unit.lead));
            out_.add(text);
        } else if (&side == &ours_) {
            out_.conflict(text, {});
        } else {
            out_.conflict({}, text);
        }
    }

    void both(const Unit* base, const Unit& ours, const Unit& theirs) {
        const auto lead = blanksOf(base ? base_.text(base->lead) : theirs_.text(theirs.lead),
                                   ours_.text(ours.lead), theirs_.text(theirs.lead));
        out_.apart(lead);
        out_.add(lead);
        if (unitByUnit(base, ours, theirs)) {
            line(base ? &base->line : nullptr, ours.line, theirs.line, base ? &base->open : nullptr,
                 ours.open, theirs.open);
            static const Units none;
            units(base ? base->inside : none, ours.inside, theirs.inside);
            out_.add(blanksOf(base ? base_.text(base->tail) : theirs_.text(theirs.tail),
                              ours_.text(ours.tail), theirs_.text(theirs.tail)));
            out_.add("}");
            out_.add(trail(base ? &base->trail : nullptr, ours.trail, theirs.trail));
        } else {
            line(base ? &base->whole : nullptr, ours.whole, theirs.whole,
                 base ? &base->trail : nullptr, ours.trail, theirs.trail);
        }
    }

    std::string trail(const Span* base, Span ours, Span theirs) const {
        return blanksOf(base ? base_.text(*base) : theirs_.text(theirs), ours_.text(ours),
                        theirs_.text(theirs));
    }

    /// One line and what follows on it: of whoever changed its words; where both did, in conflict.
    void line(const Span* base, Span ours, Span theirs, const Span* baseTrail, Span oursTrail,
              Span theirsTrail) {
        const auto a = ours_.words(ours);
        const auto b = theirs_.words(theirs);
        const auto o = base ? base_.words(*base) : std::string();
        const bool clash = a != b && a != o && b != o;
        if (clash) {
            out_.conflict(indented(ours_, cover(ours, oursTrail)),
                          indented(theirs_, cover(theirs, theirsTrail)));
            return;
        }
        // Of two that say the same, the one that was laid out anew.
        const bool same = a == b && base && ours_.text(ours) == base_.text(*base);
        const bool takeTheirs = same || (a != b && a == o);
        out_.add(takeTheirs ? theirs_.text(theirs) : ours_.text(ours));
        out_.add(trail(baseTrail, oursTrail, theirsTrail));
    }

    /// With the blanks before it on its line.
    static std::string indented(const Version& version, Span span) {
        std::uint32_t begin = span.begin;
        const auto text = version.text({span.file, 0, span.end});
        while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t'))
            --begin;
        return std::string(text.substr(begin));
    }

    bool unitByUnit(const Unit* base, const Unit& ours, const Unit& theirs) const {
        if (!ours.hasInside || !theirs.hasInside) return false;
        if (!base) return ours_.words(ours.line) == theirs_.words(theirs.line);
        if (!base->hasInside) return false;
        // The rows below a heading are read by its columns: with another, all of them are others.
        const auto o = headings(base_, base->inside);
        return o == headings(ours_, ours.inside) && o == headings(theirs_, theirs.inside);
    }

    static std::string headings(const Version& version, const Units& units) {
        std::string text;
        for (const Unit& unit : units) {
            if (unit.kind == Unit::Kind::heading) text += version.words(unit.whole);
        }
        return text;
    }

    const Version& base_;
    const Version& ours_;
    const Version& theirs_;
    Output out_;
};

}  // namespace

std::optional<Merged> merge(const Texts& texts, const Marks& marks, const Limits& limits) {
    const auto base = Version::read(texts.base, limits);
    const auto ours = Version::read(texts.ours, limits);
    const auto theirs = Version::read(texts.theirs, limits);
    if (!base || !ours || !theirs) return std::nullopt;
    Merged merged = Merging(*base, *ours, *theirs, marks).run();
    constexpr std::string_view mark = "\xef\xbb\xbf";  // byte order; reading takes it off
    if (texts.ours.starts_with(mark)) merged.text.insert(0, mark);
    if (merged.conflicts == 0 && !Version::read(merged.text, limits)) return std::nullopt;
    return merged;
}

}  // namespace biao::merge

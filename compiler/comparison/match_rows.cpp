#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "comparison/assign.h"
#include "comparison/elements.h"
#include "comparison/match.h"
#include "comparison/side.h"
#include "comparison/values.h"

namespace biao::comparison {

using definitions::ElementKind;
using definitions::Form;
using definitions::Library;
using model::Row;
using model::RowKind;
using model::Submission;

namespace {

using Rows = std::vector<RowIndex>;

class RowMatcher {
public:
    RowMatcher(const Submission& before, const Submission& after, const Library& library,
               const MatchOptions& options)
        : elements_(*before.form, *after.form),
          units_(library.units()),
          options_(options),
          knowledge_(after.form->names.sense.apart.empty() ? before.form->names
                                                           : after.form->names),
          reader_(knowledge_, units_),
          before_(before, reader_),
          after_(after, reader_) {
        out_.afterOf.resize(before_.size());
        out_.beforeOf.resize(after_.size());
        pairOf_.resize(after_.size());
    }

    RowMatches match() {
        if (before_.size() > 0 && after_.size() > 0) pair({0}, {0}, Why::key);
        ids();
        pins();
        keys();
        moves();
        renames();
        categories();
        parts();
        idlePins();
        return finished();
    }

private:
    void pair(RowIndex before, RowIndex after, Why why,
              std::optional<Likeness> likeness = std::nullopt) {
        out_.afterOf[before.value] = after;
        out_.beforeOf[after.value] = before;
        pairOf_[after.value] = RowPair{before, after, why, likeness};
    }
    bool freeBefore(RowIndex row) const { return !out_.afterOf[row.value]; }
    bool freeAfter(RowIndex row) const { return !out_.beforeOf[row.value] && !after_[row].isNew; }
    template <class Act>
    void eachFree(const Act& act) {
        for (std::uint32_t i = 1; i < before_.size(); ++i) {
            if (freeBefore({i})) act(RowIndex{i}, true);
        }
        for (std::uint32_t i = 1; i < after_.size(); ++i) {
            if (freeAfter({i})) act(RowIndex{i}, false);
        }
    }
    const Row& row(RowIndex index, bool old) const { return old ? before_[index] : after_[index]; }
    const Name& name(RowIndex index, bool old) {
        return old ? before_.name(index) : after_.name(index);
    }
    bool named(RowIndex index, bool old) const {
        return isNamed(old ? before_.form() : after_.form(), row(index, old));
    }
    /// In the form after.
    ElementId element(RowIndex index, bool old) const {
        return old ? elements_.after(before_[index].element) : after_[index].element;
    }
    /// Rows of these kinds may be one and the other.
    static int sort(const Row& row) {
        const bool under = row.kind == RowKind::ofWhich || row.kind == RowKind::together;
        return under ? static_cast<int>(RowKind::ofWhich) : static_cast<int>(row.kind);
    }

    struct Two {
        Rows before;
        Rows after;
        Rows& of(bool old) { return old ? before : after; }
    };

    void ids() {
        std::map<std::string_view, Two> byId;
        eachFree([&](RowIndex index, bool old) {
            if (!row(index, old).id.empty()) byId[row(index, old).id].of(old).push_back(index);
        });
        for (const auto& [id, two] : byId) {
            const bool once = two.before.size() == 1 && two.after.size() == 1;
            if (once && sort(before_[two.before[0]]) == sort(after_[two.after[0]]))
                pair(two.before[0], two.after[0], Why::id);
        }
    }

    /// 0 in the same place, more further away.
    int farness(RowIndex before, RowIndex after) const {
        const ElementId one = elements_.after(before_[before].element);
        const ElementId other = after_[after].element;
        if (!one) return 3;
        if (one == other) return 0;
        return topOf(after_.form(), one) == topOf(after_.form(), other) ? 1 : 2;
    }

    void pins() {
        std::map<std::string, Rows> byName;
        for (std::uint32_t i = 1; i < after_.size(); ++i) {
            if (!freeAfter({i}) || after_[{i}].formerNames.empty()) continue;
            if (byName.empty()) {
                for (std::uint32_t k = 1; k < before_.size(); ++k) {
                    if (named({k}, true)) byName[before_.name({k}).key].push_back({k});
                }
            }
            if (isSpent({i})) continue;
            RowIndex best;
            for (const std::string_view former : after_[{i}].formerNames) {
                const auto known = byName.find(reader_.read(former, std::nullopt).key);
                if (known == byName.end()) continue;
                for (const RowIndex one : known->second) {
                    if (!freeBefore(one) || sort(before_[one]) != sort(after_[{i}])) continue;
                    if (!best || farness(one, {i}) < farness(best, {i})) best = one;
                }
                if (best) break;
            }
            if (best) pair(best, {i}, Why::pinned);
        }
    }

    /// A row keeps its 曾用 in later years: where the row of its own name said so before, it has
    /// been followed already.
    bool isSpent(RowIndex after) {
        const Row& now = after_[after];
        for (std::uint32_t i = 1; i < before_.size(); ++i) {
            const Row& old = before_[{i}];
            if (old.formerNames.empty() || !freeBefore({i}) || sort(old) != sort(now)) continue;
            if (elements_.after(old.element) != now.element) continue;
            if (before_.name({i}).key != after_.name(after).key) continue;
            const auto& said = old.formerNames;
            if (std::all_of(now.formerNames.begin(), now.formerNames.end(), [&](const auto& one) {
                    return std::find(said.begin(), said.end(), one) != said.end();
                }))
                return true;
        }
        return false;
    }

    /// Those whose 曾用 led nowhere and that are no row of before by their name either.
    void idlePins() {
        std::set<std::string> known;
        const auto size = static_cast<std::uint32_t>(before_.size());
        for (std::uint32_t i = 1; i < after_.size(); ++i) {
            const auto& former = after_[{i}].formerNames;
            const auto& found = pairOf_[i];
            if (former.empty() || (found && found->why != Why::renamed)) continue;
            for (std::uint32_t k = known.empty() ? 1 : size; k < size; ++k) {
                if (named({k}, true)) known.insert(before_.name({k}).key);
            }
            const bool taken = std::any_of(former.begin(), former.end(), [&](const auto& one) {
                return known.contains(reader_.read(one, std::nullopt).key);
            });
            out_.idlePins.push_back({{i}, former.front(), taken});
        }
    }

    /// Of one place and name: those of equal values first, then in order.
    void pairInOrder(const Two& two, Why why, std::optional<Likeness> likeness = std::nullopt) {
        constexpr std::size_t most = 4096;  // comparisons of rows that all have one name
        const bool several = two.before.size() > 1 || two.after.size() > 1;
        if (several && two.before.size() * two.after.size() <= most) {
            for (const RowIndex after : two.after) {
                if (!freeAfter(after)) continue;
                const auto same =
                    std::find_if(two.before.begin(), two.before.end(), [&](RowIndex before) {
                        return freeBefore(before) &&
                               sameValue(before_.value(before), after_.value(after), units_);
                    });
                if (same != two.before.end()) pair(*same, after, why, likeness);
            }
        }
        auto before = two.before.begin();
        for (const RowIndex after : two.after) {
            if (!freeAfter(after)) continue;
            before = std::find_if(before, two.before.end(),
                                  [&](RowIndex one) { return freeBefore(one); });
            if (before == two.before.end()) return;
            pair(*before, after, why, likeness);
        }
    }

    void keys() {
        using Key = std::tuple<ElementId, int, std::string>;
        // Of a category that repeats, those under one title first.
        std::map<std::tuple<ElementId, int, std::string, std::string>, Two> underTitle;
        eachFree([&](RowIndex index, bool old) {
            const Row& one = row(index, old);
            const ElementId place = element(index, old);
            const RowIndex around = one.parent;
            if (!place || isPart(one) || !around || around.value == 0) return;
            const bool under = row(around, old).kind == RowKind::category && named(around, old);
            if (!under || !named(index, old) || one.kind == RowKind::category) return;
            underTitle[{place, sort(one), name(index, old).key, name(around, old).key}]
                .of(old)
                .push_back(index);
        });
        for (const auto& [key, two] : underTitle) {
            if (two.before.size() == 1 && two.after.size() == 1)
                pair(two.before[0], two.after[0], Why::key);
        }
        std::map<Key, Two> literal;
        eachFree([&](RowIndex index, bool old) {
            const Row& one = row(index, old);
            const ElementId place = element(index, old);
            const bool titled = one.kind == RowKind::category && named(index, old);
            if (!place || isPart(one) || titled) return;
            const bool called = named(index, old);
            literal[{place, sort(one), called ? name(index, old).key : ""}].of(old).push_back(
                index);
        });
        for (const auto& [key, two] : literal)
            pairInOrder(two, Why::key);
        std::map<Key, Two> thisYear;
        eachFree([&](RowIndex index, bool old) {
            const Row& one = row(index, old);
            const ElementId place = element(index, old);
            if (!place || isPart(one) || one.kind == RowKind::category || !named(index, old))
                return;
            thisYear[{place, sort(one), name(index, old).thisYear}].of(old).push_back(index);
        });
        for (const auto& [key, two] : thisYear)
            pairInOrder(two, Why::renamed, Likeness{100, 100, {}, 100});
    }

    /// The same name, elsewhere: where there is one of it on each side, and the places are not the
    /// same tree used twice.
    void moves() {
        std::map<std::string, Two> byName;
        eachFree([&](RowIndex index, bool old) {
            if (row(index, old).kind == RowKind::indicator)
                byName[name(index, old).key].of(old).push_back(index);
        });
        for (const auto& [key, two] : byName) {
            const bool once = two.before.size() == 1 && two.after.size() == 1;
            if (once && place(two.before[0], two.after[0]))
                pair(two.before[0], two.after[0], Why::moved);
        }
    }

    /// How near the places are, in per cent; none where one cannot become the other.
    std::optional<int> place(RowIndex before, RowIndex after) const {
        const Form& form = after_.form();
        const ElementId one = elements_.after(before_[before].element);
        const ElementId other = after_[after].element;
        if (one == other) return 100;
        if (before_[before].kind != RowKind::indicator) return std::nullopt;
        if (!one) return 50;  // of what is there no more
        const ElementId top = topOf(form, one);
        const ElementId otherTop = topOf(form, other);
        if (areParallel(form, top, otherTop)) return std::nullopt;
        if (form[one].parent == form[other].parent) return 60;
        return top == otherTop ? 40 : 0;
    }

    std::optional<Likeness> judge(RowIndex before, RowIndex after, int name,
                                  std::optional<int> place) const {
        if (!place) return std::nullopt;
        const auto values = likeness(before_.value(before), after_.value(after), units_);
        constexpr int sure = 95;
        if (values.apart && name < sure) return std::nullopt;
        // What it is called tells most, then what it is to be, then where it stands.
        constexpr int ofName = 7;
        constexpr int ofValue = 2;
        constexpr int ofPlace = 1;
        const int weight = ofName + ofPlace + (values.percent ? ofValue : 0);
        const int sum =
            ofName * name + ofPlace * *place + (values.percent ? ofValue * *values.percent : 0);
        return Likeness{sum / weight, name, values.percent, *place};
    }

    template <class Place>
    void rename(const Two& two, const Place& place) {
        std::vector<const Name*> names[2];
        for (const RowIndex one : two.before)
            names[0].push_back(&before_.name(one));
        for (const RowIndex one : two.after)
            names[1].push_back(&after_.name(one));
        const auto found = matchNames(names[0], names[1], options_.similarity,
                                      [&](std::uint32_t one, std::uint32_t other, int name) {
                                          return judge(two.before[one], two.after[other], name,
                                                       place(two.before[one], two.after[other]));
                                      });
        for (const Candidate& one : found)
            pair(two.before[one.before], two.after[one.after], Why::renamed, one.likeness);
    }

    void renames() {
        std::map<std::pair<int, ElementId>, Two> groups;  // indicators in one, each table its own
        eachFree([&](RowIndex index, bool old) {
            const Row& one = row(index, old);
            if (isPart(one) || one.kind == RowKind::category || !named(index, old)) return;
            const bool anywhere = one.kind == RowKind::indicator;
            const ElementId table = anywhere ? ElementId{0} : element(index, old);
            if (table) groups[{sort(one), table}].of(old).push_back(index);
        });
        for (const auto& [key, two] : groups)
            rename(two, [&](RowIndex before, RowIndex after) { return place(before, after); });
    }

    /// Categories with titles: by the rows in them, else by the title.
    void categories() {
        const auto titled = [&](RowIndex index, bool old) {
            return row(index, old).kind == RowKind::category && named(index, old);
        };
        std::map<std::pair<RowIndex, RowIndex>, std::size_t> votes;
        for (std::uint32_t i = 1; i < after_.size(); ++i) {
            if (!out_.beforeOf[i]) continue;
            const RowIndex before = before_[out_.beforeOf[i]].parent;
            const RowIndex after = after_[{i}].parent;
            if (!before || !after || !titled(before, true) || !titled(after, false)) continue;
            if (elements_.after(before_[before].element) == after_[after].element)
                ++votes[{before, after}];
        }
        std::vector<std::tuple<std::size_t, RowIndex, RowIndex>> sorted;
        for (const auto& [two, count] : votes)
            sorted.emplace_back(count, two.first, two.second);
        std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
            return std::get<0>(a) > std::get<0>(b);
        });
        for (const auto& [count, before, after] : sorted) {
            if (freeBefore(before) && freeAfter(after)) pair(before, after, Why::key);
        }
        std::map<std::pair<ElementId, std::string>, Two> byTitle;
        eachFree([&](RowIndex index, bool old) {
            if (titled(index, old) && element(index, old))
                byTitle[{element(index, old), name(index, old).key}].of(old).push_back(index);
        });
        for (const auto& [key, two] : byTitle)
            pairInOrder(two, Why::key);
    }

    /// Parts of rows that are one: 其中, 并, parts that were added, lines of lists. Outer rows come
    /// before inner ones.
    void parts() {
        std::map<RowIndex, Two> groups;  // by the row around them, after
        for (std::uint32_t i = 1; i < after_.size(); ++i) {
            if (isPart(after_[{i}])) groups[after_[{i}].parent].after.push_back({i});
        }
        std::map<RowIndex, Rows> old;
        for (std::uint32_t i = 1; i < before_.size(); ++i) {
            if (isPart(before_[{i}])) old[before_[{i}].parent].push_back({i});
        }
        for (auto& [around, two] : groups) {
            const auto found = old.find(out_.beforeOf[around.value]);
            if (found == old.end()) continue;
            two.before = found->second;
            pairParts(two);
        }
    }

    void pairParts(const Two& all) {
        std::map<std::pair<int, std::string>, Two> byName;
        Two left;
        for (const bool old : {true, false}) {
            for (const RowIndex one : old ? all.before : all.after)
                byName[{sort(row(one, old)), name(one, old).key}].of(old).push_back(one);
        }
        for (const auto& [key, two] : byName)
            pairInOrder(two, Why::key);
        for (const RowIndex one : all.before) {
            if (freeBefore(one)) left.before.push_back(one);
        }
        for (const RowIndex one : all.after) {
            if (freeAfter(one)) left.after.push_back(one);
        }
        rename(left, [&](RowIndex before, RowIndex after) {
            return sort(before_[before]) == sort(after_[after]) ? std::optional(100) : std::nullopt;
        });
    }

    RowMatches finished() {
        for (std::uint32_t i = 0; i < after_.size(); ++i) {
            if (pairOf_[i]) {
                out_.pairs.push_back(*pairOf_[i]);
            } else {
                out_.added.push_back({i});
            }
        }
        for (std::uint32_t i = 0; i < before_.size(); ++i) {
            if (!out_.afterOf[i]) out_.dropped.push_back({i});
        }
        return std::move(out_);
    }

    const ElementMap elements_;
    const UnitTable& units_;
    const MatchOptions options_;
    const definitions::NameKnowledge& knowledge_;
    const NameReader reader_;
    Side before_;
    Side after_;
    RowMatches out_;
    std::vector<std::optional<RowPair>> pairOf_;  // by row after
};

}  // namespace

RowMatches matchRows(const Submission& before, const Submission& after, const Library& library,
                     const MatchOptions& options) {
    return RowMatcher(before, after, library, options).match();
}

}  // namespace biao::comparison

#include "merge/match.h"

#include <map>
#include <utility>

namespace biao::merge {

namespace {

class Matching {
public:
    Matching(const std::vector<Unit>& before, const std::vector<Unit>& now)
        : before_(before), now_(now), mates_(now.size()), taken_(before.size()) {}

    Mates run() {
        byId();
        byFormerName();
        byName();
        byPlace();
        return std::move(mates_);
    }

private:
    void pair(std::size_t now, std::size_t before) {
        mates_[now] = before;
        taken_[before] = now;
    }

    void byId() {
        std::map<std::string, std::size_t> ids;
        for (std::size_t at = 0; at < before_.size(); ++at) {
            if (!before_[at].id.empty()) ids.emplace(before_[at].id, at);
        }
        for (std::size_t at = 0; at < now_.size(); ++at) {
            const auto found = now_[at].id.empty() ? ids.end() : ids.find(now_[at].id);
            if (found != ids.end() && !taken_[found->second]) pair(at, found->second);
        }
    }

    void byFormerName() {
        std::map<std::string, std::size_t> names;
        for (std::size_t at = 0; at < before_.size(); ++at) {
            if (!taken_[at] && before_[at].kind == Unit::Kind::row)
                names.emplace(before_[at].key, at);
        }
        for (std::size_t at = 0; at < now_.size(); ++at) {
            if (mates_[at] || now_[at].formerly.empty()) continue;
            const auto found = names.find(now_[at].formerly);
            if (found != names.end() && !taken_[found->second]) pair(at, found->second);
        }
    }

    /// The first of a name is the first of that name. Two ids are two things, whatever their name.
    void byName() {
        std::map<std::pair<Unit::Kind, std::string>, std::vector<std::size_t>> names;
        for (std::size_t at = before_.size(); at-- > 0;) {
            if (!taken_[at]) names[{before_[at].kind, before_[at].key}].push_back(at);
        }
        for (std::size_t at = 0; at < now_.size(); ++at) {
            if (mates_[at]) continue;
            const auto found = names.find({now_[at].kind, now_[at].key});
            if (found == names.end() || found->second.empty()) continue;
            const std::size_t mate = found->second.back();
            if (!now_[at].id.empty() && !before_[mate].id.empty()) continue;
            found->second.pop_back();
            pair(at, mate);
        }
    }

    /// One line left over on either side between the same two neighbours has been renamed, or put
    /// in the other's place: for a merge that is the same.
    void byPlace() {
        for (std::size_t at = 0; at < now_.size(); ++at) {
            if (mates_[at] || (at > 0 && !mates_[at - 1])) continue;
            if (at + 1 < now_.size() && !mates_[at + 1]) continue;
            const std::size_t mate = at > 0 ? *mates_[at - 1] + 1 : 0;
            const std::size_t next = at + 1 < now_.size() ? *mates_[at + 1] : before_.size();
            if (next != mate + 1 || taken_[mate]) continue;
            const Unit& a = before_[mate];
            const Unit& b = now_[at];
            const bool alike = a.kind == b.kind && a.hasInside == b.hasInside;
            const bool twoThings = !a.id.empty() && !b.id.empty();
            const bool whole = a.kind == Unit::Kind::submission;
            if (alike && !twoThings && (whole || !a.hasInside)) pair(at, mate);
        }
    }

    const std::vector<Unit>& before_;
    const std::vector<Unit>& now_;
    Mates mates_;
    std::vector<std::optional<std::size_t>> taken_;
};

}  // namespace

Mates matesIn(const std::vector<Unit>& before, const std::vector<Unit>& now) {
    return Matching(before, now).run();
}

}  // namespace biao::merge

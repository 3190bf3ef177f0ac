#include "scores/summary.h"

namespace biao::scores {

using evaluation::Outcome;

namespace {

void count(Group& group, const Outcome& outcome) {
    if (!outcome.any) {
        ++group.unscored;
    } else if (outcome.provisional) {
        ++group.provisional;
    } else {
        ++group.scored;
    }
}

void addPoints(Group& group, const Outcome& outcome) {
    group.least += outcome.least;
    group.most += outcome.most;
    group.weight += outcome.fullMarks;
    group.open = group.open || outcome.open;
}

void addPoints(Group& group, const Outcome::Top& top) {
    ++(top.provisional ? group.provisional : group.scored);
    group.least += top.least;
    group.most += top.most;
    group.weight += top.weight;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words)
        out += (out.empty() ? "" : "/") + word;
    return out;
}

}  // namespace

Group& Summary::groupIn(std::vector<Group>& groups, Index& index, const std::string& name) {
    const auto [at, fresh] = index.emplace(name, groups.size());
    if (fresh) groups.push_back({name, 0, 0, 0, false, {}, {}, {}});
    return groups[at->second];
}

Summary::Summary(const std::vector<Outcome>& outcomes) {
    Index units;
    Index tops;
    Index grades;
    for (const Outcome& one : outcomes) {
        count(all_, one);
        Group& unit = groupIn(units_, units, one.unit);
        count(unit, one);
        contradicted_ += one.contradicted;
        if (!one.any) continue;
        addPoints(all_, one);
        addPoints(unit, one);
        for (const Outcome::Top& top : one.tops) {
            Group& group = groupIn(tops_, tops, top.name);
            addPoints(group, top);
            group.open = group.open || one.open;
        }
        Group& grade = groupIn(grades_, grades, joined(one.grades));
        count(grade, one);
        addPoints(grade, one);
    }
}

}  // namespace biao::scores

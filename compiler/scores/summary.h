// Many outcomes together: by the unit they stand under, by first category, by grade.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "base/language.h"
#include "evaluation/outcome.h"

namespace biao::scores {

/// How many, and their points together.
struct Group {
    std::string name;  // empty: they do not say
    std::size_t scored = 0;
    std::size_t provisional = 0;
    std::size_t unscored = 0;  // their form scores nothing
    bool open = false;  // some have rows without a weight: `most` and `weight` are of the rest
    Number least;
    Number most;
    Number weight;

    std::size_t evaluated() const { return scored + provisional; }
};

class Summary {
public:
    explicit Summary(const std::vector<evaluation::Outcome>& outcomes);

    const Group& all() const { return all_; }
    /// In the order of their first submission.
    const std::vector<Group>& units() const { return units_; }
    const std::vector<Group>& tops() const { return tops_; }
    /// Where the grade is certain its word; else every word it may be, joined by a slash.
    const std::vector<Group>& grades() const { return grades_; }
    std::size_t contradicted() const { return contradicted_; }

private:
    using Index = std::map<std::string, std::size_t>;
    static Group& groupIn(std::vector<Group>& groups, Index& index, const std::string& name);

    Group all_;
    std::vector<Group> units_;
    std::vector<Group> tops_;
    std::vector<Group> grades_;
    std::size_t contradicted_ = 0;
};

std::string forPeople(const Summary& summary, Language language);
/// The value of the key `summary`.
std::string json(const Summary& summary);

}  // namespace biao::scores

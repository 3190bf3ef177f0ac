#include "exemptions.h"

#include <algorithm>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "sources.h"

namespace biao::meta {

Exemptions::Exemptions(const std::string& rule) {
    std::istringstream lines(sourcesUnder("tests/meta", {"exemptions.txt"}).at(0).text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string first;
        std::string subject;
        std::string reason;
        words >> first >> subject >> reason;
        if (first.empty() || first.starts_with('#')) {
            continue;
        }
        if (reason.empty()) {
            throw std::runtime_error("exemptions.txt: no reason given: " + line);
        }
        if (first == rule) {
            subjects_.insert(subject);
        }
    }
}

bool Exemptions::covers(const std::string& subject) {
    if (!subjects_.contains(subject)) {
        return false;
    }
    needed_.insert(subject);
    return true;
}

std::vector<std::string> Exemptions::unneeded() const {
    std::vector<std::string> rest;
    std::set_difference(subjects_.begin(), subjects_.end(), needed_.begin(), needed_.end(),
                        std::back_inserter(rest));
    return rest;
}

}  // namespace biao::meta

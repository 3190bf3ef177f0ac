#include "pipeline/spoken_places.h"

#include <algorithm>

namespace biao::pipeline {

SpokenPlaces::SpokenPlaces(const std::vector<const Finding*>& speakers) {
    for (const Finding* speaker : speakers) {
        places_.push_back({speaker->span, speaker});
        for (const Related& related : speaker->related)
            places_.push_back({related.span, speaker});
    }
    std::sort(places_.begin(), places_.end());
    places_.erase(std::unique(places_.begin(), places_.end()), places_.end());
    reach_.reserve(places_.size());
    for (std::size_t at = 0; at < places_.size(); ++at) {
        const Place& place = places_[at];
        const bool sameFile = at > 0 && places_[at - 1].span.file == place.span.file;
        Reach reach = sameFile ? reach_.back() : Reach{};
        if (place.speaker == reach.speaker) {
            reach.end = std::max(reach.end, place.span.end);
        } else if (place.span.end > reach.end || reach.speaker == nullptr) {
            reach = {place.span.end, place.speaker, reach.end};
        } else {
            reach.otherEnd = std::max(reach.otherEnd, place.span.end);
        }
        reach_.push_back(reach);
    }
}

bool SpokenPlaces::meet(const Finding& finding) const {
    return meetAt(finding.span, finding) ||
           std::any_of(finding.related.begin(), finding.related.end(),
                       [&](const Related& related) { return meetAt(related.span, finding); });
}

bool SpokenPlaces::meetAt(Span span, const Finding& finding) const {
    // Those that begin before `span` ends; one of them overlaps it if it reaches past its begin.
    const auto past = std::partition_point(places_.begin(), places_.end(), [&](const Place& place) {
        return place.span.file < span.file ||
               (place.span.file == span.file && place.span.begin < span.end);
    });
    if (past != places_.begin() && (past - 1)->span.file == span.file) {
        const Reach& reach = reach_[static_cast<std::size_t>(past - places_.begin()) - 1];
        const auto end = reach.speaker == &finding ? reach.otherEnd : reach.end;
        if (end > span.begin) return true;
    }
    // The same place, which may be empty.
    const auto same = std::partition_point(places_.begin(), places_.end(),
                                           [&](const Place& place) { return place.span < span; });
    return std::any_of(
        same, places_.end() - same > 2 ? same + 2 : places_.end(),
        [&](const Place& place) { return place.span == span && place.speaker != &finding; });
}

}  // namespace biao::pipeline

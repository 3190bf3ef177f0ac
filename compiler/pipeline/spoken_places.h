// Where a group of findings speaks: an index, so that thousands that give way to thousands are
// settled without comparing each with each.
#pragma once

#include <vector>

#include "diagnostics/finding.h"

namespace biao::pipeline {

class SpokenPlaces {
public:
    /// The places of `speakers`: where each stands and points to. They outlive the index.
    explicit SpokenPlaces(const std::vector<const Finding*>& speakers);

    /// One of the speakers, other than `finding` itself, speaks of a place that `finding` speaks
    /// of.
    bool meet(const Finding& finding) const;

private:
    struct Place {
        Span span;
        const Finding* speaker;
        auto operator<=>(const Place&) const = default;
    };
    /// Of the places up to here in one file: the furthest end, and the furthest of another speaker.
    struct Reach {
        std::uint32_t end = 0;
        const Finding* speaker = nullptr;
        std::uint32_t otherEnd = 0;
    };
    bool meetAt(Span span, const Finding& finding) const;

    std::vector<Place> places_;  // by span
    std::vector<Reach> reach_;   // beside them
};

}  // namespace biao::pipeline

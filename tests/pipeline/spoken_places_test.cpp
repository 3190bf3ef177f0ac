#include "pipeline/spoken_places.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace biao::pipeline {
namespace {

bool overlap(Span one, Span other) {
    if (one.file != other.file) return false;
    return one == other || (one.begin < other.end && other.begin < one.end);
}

std::vector<Span> placesOf(const Finding& finding) {
    std::vector<Span> places{finding.span};
    for (const Related& related : finding.related)
        places.push_back(related.span);
    return places;
}

/// What the index stands for, said plainly.
bool meetPlainly(const std::vector<const Finding*>& speakers, const Finding& finding) {
    return std::any_of(speakers.begin(), speakers.end(), [&](const Finding* speaker) {
        if (speaker == &finding) return false;
        for (const Span one : placesOf(*speaker)) {
            for (const Span other : placesOf(finding)) {
                if (overlap(one, other)) return true;
            }
        }
        return false;
    });
}

TEST(SpokenPlaces, AgreesWithComparingEachWithEach) {
    std::mt19937 random(20230101);
    const auto below = [&](unsigned end) { return static_cast<std::uint32_t>(random() % end); };
    for (int round = 0; round < 500; ++round) {
        const auto place = [&] {
            const auto begin = below(30);
            return Span{{below(2)}, begin, begin + below(6)};
        };
        std::vector<Finding> findings(1 + below(12));
        for (Finding& one : findings) {
            one.span = place();
            for (auto more = below(3); more > 0; --more)
                one.related.push_back({place(), {}});
        }
        std::vector<const Finding*> speakers;
        for (const Finding& one : findings) {
            if (below(2) == 0) speakers.push_back(&one);
        }
        const SpokenPlaces spoken(speakers);
        for (const Finding& one : findings)
            ASSERT_EQ(spoken.meet(one), meetPlainly(speakers, one)) << "round " << round;
    }
}

TEST(SpokenPlaces, OneAloneDoesNotMeetItself) {
    Finding alone;
    alone.span = {{0}, 5, 5};
    alone.related.push_back({{{0}, 5, 5}, {}});
    EXPECT_FALSE(SpokenPlaces({&alone}).meet(alone));
}

}  // namespace
}  // namespace biao::pipeline

// Two lists put together by how alike their members are.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "comparison/match.h"
#include "comparison/name.h"

namespace biao::comparison {

struct Candidate {
    std::uint32_t before = 0;  // by place in its list
    std::uint32_t after = 0;
    Likeness likeness;
};

/// The best first, each taken once. Where two of a side fit one of the other about equally well
/// none is taken: a guess would be wrong half the time.
std::vector<Candidate> assign(std::vector<Candidate> candidates,
                              const std::vector<const Name*>& before,
                              const std::vector<const Name*>& after);

/// Which of `before` share most with each of `after`, found through the pairs of letters they
/// share. `judge` says how alike two are, or that they cannot be one. Then assigned.
using Judge =
    std::function<std::optional<Likeness>(std::uint32_t before, std::uint32_t after, int name)>;
std::vector<Candidate> matchNames(const std::vector<const Name*>& before,
                                  const std::vector<const Name*>& after, int least,
                                  const Judge& judge);

}  // namespace biao::comparison

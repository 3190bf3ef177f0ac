#include "base/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace biao {
namespace {

TEST(Parallel, doesEachOnce) {
    for (const unsigned jobs : {1U, 2U, 7U, 100U}) {
        std::vector<std::atomic<int>> done(1000);
        inParallel(done.size(), jobs, [&](std::size_t at) { ++done[at]; });
        for (const auto& times : done)
            EXPECT_EQ(times, 1);
    }
    inParallel(0, 4, [](std::size_t) { FAIL(); });
}

TEST(Parallel, whatIsThrownInAThreadIsThrownAgain) {
    for (const unsigned jobs : {1U, 4U}) {
        std::atomic<int> begun = 0;
        const auto work = [&](std::size_t at) {
            ++begun;
            if (at >= 10) throw std::bad_alloc();
        };
        EXPECT_THROW(inParallel(100'000, jobs, work), std::bad_alloc);
        EXPECT_LT(begun, 100'000);
    }
}

}  // namespace
}  // namespace biao

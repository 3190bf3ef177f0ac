#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>
#include <vector>

namespace biao {

unsigned coreCount() {
    return std::max(1u, std::thread::hardware_concurrency());
}

void inParallel(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    const auto run = [&] {
        for (std::size_t at = next++; at < count; at = next++)
            work(at);
    };
    std::vector<std::thread> threads;
    const std::size_t wanted = std::min<std::size_t>(jobs, count);
    try {
        while (threads.size() + 1 < wanted)
            threads.emplace_back(run);
    } catch (const std::system_error&) {
        // A machine that gives no more threads: those there are do it.
    }
    run();
    for (std::thread& thread : threads)
        thread.join();
}

}  // namespace biao

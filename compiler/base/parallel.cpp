#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace biao {

unsigned coreCount() {
    return std::max(1u, std::thread::hardware_concurrency());
}

void inParallel(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    std::exception_ptr failure;
    std::once_flag failed;
    const auto run = [&] {
        try {
            for (std::size_t at = next++; at < count; at = next++)
                work(at);
        } catch (...) {
            next = count;
            std::call_once(failed, [&] { failure = std::current_exception(); });
        }
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
    if (failure) std::rethrow_exception(failure);
}

}  // namespace biao

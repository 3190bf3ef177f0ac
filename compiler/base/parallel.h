// Many independent pieces of work on all cores.
#pragma once

#include <cstddef>
#include <functional>

namespace biao {

/// As many as the machine has cores; at least 1.
unsigned coreCount();

/// Calls `work` once with each number below `count`, on up to `jobs` threads, in no order; returns
/// when all is done. What `work` writes belongs to its number alone; what it throws first is thrown
/// again at the end, and nothing more is begun.
void inParallel(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work);

}  // namespace biao

#pragma once
// Several long pieces of work side by side, each of which has parallel loops of its own.
#include <cstddef>
#include <functional>

namespace parktwin {

/// Calls work(i) for each i of [0, count), at the same time as far as there are threads. A thread that waits for a loop within one of them
/// takes part in no other. The first exception is rethrown when all have ended.
void parallel_workers(std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace parktwin

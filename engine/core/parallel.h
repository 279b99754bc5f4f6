#pragma once
// The only door to oneTBB. Work is cut into chunks whose bounds depend on the count alone, so a result that is written per chunk and
// folded in chunk order is bit-identical for any number of threads.
#include <cstddef>
#include <functional>
#include <memory>

namespace parktwin {

/// Calls work(begin, end) for consecutive chunks of [0, count), each of `grain` items (the last may be shorter), in parallel.
/// Exceptions of a chunk are rethrown to the caller. Precondition: grain > 0.
void parallel_chunks(std::size_t count, std::size_t grain, const std::function<void(std::size_t, std::size_t)>& work);

/// Calls work(i) for each i of [0, count) in parallel.
void parallel_for(std::size_t count, const std::function<void(std::size_t)>& work);

/// Limits the threads used while it lives. 0: all cores.
class ThreadLimit {
 public:
  explicit ThreadLimit(std::size_t threads);
  ~ThreadLimit();
  ThreadLimit(const ThreadLimit&) = delete;
  ThreadLimit& operator=(const ThreadLimit&) = delete;

 private:
  struct Control;
  std::unique_ptr<Control> control_;
};

[[nodiscard]] std::size_t thread_count();

}  // namespace parktwin

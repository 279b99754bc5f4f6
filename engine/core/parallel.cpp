#include "engine/core/parallel.h"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>
#include <oneapi/tbb/task_group.h>

#include <algorithm>
#include <thread>

#if defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

#include "engine/core/check.h"
#include "engine/core/workers.h"

namespace parktwin {
namespace {

// Debian's libtbb is not instrumented: these tell the thread sanitiser of the order a parallel loop guarantees, start before every chunk
// and every chunk before the end.
#if defined(__SANITIZE_THREAD__)
void release(char& loop) { __tsan_release(&loop); }
void acquire(char& loop) { __tsan_acquire(&loop); }
#else
void release(char& /*loop*/) {}
void acquire(char& /*loop*/) {}
#endif

// Of every loop its own: an exception in an outer loop must not end a loop within it early, whose caller would go on with half the work.
using Context = tbb::task_group_context;

template <class Partitioner, class Work>
void loop(std::size_t count, const Partitioner& partitioner, const Work& work) {
  Context context(Context::isolated);
  char loop = 0;
  release(loop);
  tbb::parallel_for(
      std::size_t{0}, count,
      [&](std::size_t i) {
        acquire(loop);
        work(i);
        release(loop);
      },
      partitioner, context);
  acquire(loop);
}

}  // namespace

struct ThreadLimit::Control {
  explicit Control(std::size_t threads) : limit(tbb::global_control::max_allowed_parallelism, threads) {}
  tbb::global_control limit;
};

void parallel_chunks(std::size_t count, std::size_t grain, const std::function<void(std::size_t, std::size_t)>& work) {
  PARKTWIN_CHECK(grain > 0, "chunks need at least one item");
  loop((count + grain - 1) / grain, tbb::simple_partitioner(),
       [&](std::size_t chunk) { work(chunk * grain, std::min(count, (chunk + 1) * grain)); });
}

void parallel_for(std::size_t count, const std::function<void(std::size_t)>& work) { loop(count, tbb::auto_partitioner(), work); }

void parallel_workers(std::size_t count, const std::function<void(std::size_t)>& work) {
  loop(count, tbb::simple_partitioner(), [&](std::size_t i) { tbb::this_task_arena::isolate([&] { work(i); }); });
}

ThreadLimit::ThreadLimit(std::size_t threads)
    : control_(std::make_unique<Control>(threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency()))) {}

ThreadLimit::~ThreadLimit() = default;

std::size_t thread_count() { return tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism); }

}  // namespace parktwin

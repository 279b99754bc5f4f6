#include "engine/sweep/executor.h"

#include <algorithm>
#include <atomic>

#include "engine/core/workers.h"

namespace parktwin::sweep {
namespace {

std::size_t workers_that_fit(const MemoryLimit& memory, std::size_t before, std::size_t wanted) {
  if (memory.limit_bytes == 0 || !memory.in_use) return wanted;
  const std::size_t now = memory.in_use();
  const std::size_t each = std::max<std::size_t>(now > before ? now - before : 0, 1);
  const std::size_t more = now < memory.limit_bytes ? (memory.limit_bytes - now) / each : 0;
  return std::min(wanted, 1 + more);
}

}  // namespace

void LocalExecutor::run(const std::vector<std::size_t>& scenarios, const WorkerMaker& make_worker, const std::function<bool()>& stopped) {
  used_ = 0;
  if (scenarios.empty() || stopped()) return;
  const std::size_t before = memory_.in_use ? memory_.in_use() : 0;
  const Worker first = make_worker();
  first(scenarios.front());
  used_ = workers_that_fit(memory_, before, std::clamp<std::size_t>(workers_, 1, scenarios.size()));
  std::atomic<std::size_t> next = 1;
  parallel_workers(used_, [&](std::size_t number) {
    const Worker work = number == 0 ? first : make_worker();
    while (!stopped()) {
      const std::size_t place = next++;
      if (place >= scenarios.size()) return;
      work(scenarios[place]);
    }
  });
}

}  // namespace parktwin::sweep

#pragma once
// Who evaluates the scenarios of a sweep, and where. Workers share nothing but the list of what is to be done, so that another executor may
// spread them over machines.
#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

namespace parktwin::sweep {

/// Evaluates one scenario by its number and hands out what it found; used by one thread at a time.
using Worker = std::function<void(std::size_t scenario)>;
using WorkerMaker = std::function<Worker()>;

class Executor {
 public:
  virtual ~Executor() = default;
  /// Every scenario once, in any order and by any number of workers. Ends early, with what is under way done, once `stopped` says so.
  virtual void run(const std::vector<std::size_t>& scenarios, const WorkerMaker& make_worker, const std::function<bool()>& stopped) = 0;
};

/// What keeps a machine from running out of memory.
struct MemoryLimit {
  std::size_t limit_bytes = 0;            ///< 0: none
  std::function<std::size_t()> in_use{};  ///< by this process
};

/// Threads of this process. The first scenario runs alone; what it took says how many workers fit below the limit, at least that one.
class LocalExecutor : public Executor {
 public:
  explicit LocalExecutor(std::size_t workers, MemoryLimit memory = {}) : workers_(workers), memory_(std::move(memory)) {}
  void run(const std::vector<std::size_t>& scenarios, const WorkerMaker& make_worker, const std::function<bool()>& stopped) override;
  /// Of the last run.
  [[nodiscard]] std::size_t workers_used() const { return used_; }

 private:
  std::size_t workers_;
  MemoryLimit memory_;
  std::size_t used_ = 0;
};

}  // namespace parktwin::sweep

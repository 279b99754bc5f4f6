#pragma once
// Work that must not hold up the window: one thread does one job after the other; what a job yields is taken over by the window's own
// thread when it next looks. A job that waits is replaced by a newer one of the same name: who drags a mast wants the last place.
#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace parktwin::viz::window {

class Background {
 public:
  /// What is left to do on the window's thread, with what the job made.
  using Takeover = std::function<void()>;
  using Job = std::function<Takeover()>;
  /// Told, on the window's thread, of what a job threw.
  using Failure = std::function<void(const std::string& message)>;

  explicit Background(Failure failure);
  /// Waits for the job that runs; those that wait are dropped.
  ~Background();
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  void post(std::string name, Job job);
  /// Runs the takeovers of finished jobs, in their order. True when there were any.
  bool take_over();
  /// Whether a job runs or waits, or a takeover does.
  [[nodiscard]] bool busy() const;
  /// Until nothing runs or waits; takeovers still wait.
  void wait() const;

 private:
  struct Waiting {
    std::string name;
    Job job;
  };
  void work();

  Failure failure_;
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::vector<Waiting> waiting_;
  std::vector<Takeover> finished_;
  bool running_ = false;
  bool ending_ = false;
  std::thread thread_;  // last: it uses the others
};

}  // namespace parktwin::viz::window

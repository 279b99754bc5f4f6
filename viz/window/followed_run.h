#pragma once
// The run of a park that is being changed: each state of it simulated and judged as a scenario would be, reusing what a change leaves as it
// was (engine/run/live_run.h), and the targets whose verdict or value differ.
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "engine/criteria/pack.h"
#include "engine/run/live_run.h"
#include "viz/window/display.h"

namespace parktwin::viz::window {

/// Of the run that is followed: its scenario's options and tables, its criteria.
struct RunSettings {
  SimulationOptions options;
  std::uint64_t seed = 1;
  energy::Tables tables;
  std::optional<retrofit::Baseline> baseline;
  criteria::Pack pack;
  std::string assessed_on;
};

/// For one thread at a time; stop() from any.
class FollowedRun {
 public:
  explicit FollowedRun(RunSettings settings);
  /// The first call simulates everything, further ones what the change reaches. Throws Interrupted after stop().
  [[nodiscard]] std::shared_ptr<const State> follow(const Park& park);
  void stop() { progress_.request_stop(); }

 private:
  RunSettings settings_;
  LiveRun live_;
  Progress progress_;
};

struct TargetChange {
  std::string id;
  std::string title_en;
  std::string title_zh;
  std::string unit;
  std::string unit_en;
  criteria::Status status_before = criteria::Status::not_assessed;
  criteria::Status status_after = criteria::Status::not_assessed;
  std::optional<double> before;
  std::optional<double> after;
};

/// In the order of the criteria; changed verdicts first. Precondition: verdicts of the same pack.
[[nodiscard]] std::vector<TargetChange> changed_targets(const std::vector<criteria::Verdict>& before,
                                                        const std::vector<criteria::Verdict>& after);

/// A run that is made when it is first asked, by the thread that asks.
class LazyRun {
 public:
  explicit LazyRun(std::function<std::unique_ptr<FollowedRun>()> make) : make_(std::move(make)) {}

  struct Answer {
    std::shared_ptr<const State> before;
    std::shared_ptr<const State> state;
    std::vector<TargetChange> changes;
  };
  /// For one thread at a time. `before` is the same park at every call. Throws Interrupted after stop(), and what making the run throws.
  [[nodiscard]] Answer ask(const Park& before, const Park& park);
  /// From any thread.
  void stop();

 private:
  std::function<std::unique_ptr<FollowedRun>()> make_;
  std::mutex mutex_;  // of the two below; the run's own work is done without it
  std::unique_ptr<FollowedRun> run_;
  bool stopped_ = false;
  std::shared_ptr<const State> before_;
};

}  // namespace parktwin::viz::window

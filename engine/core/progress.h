#pragma once
// How long work tells where it is and learns that the user wants to stop. Thread safe; one Progress per command.
#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace parktwin {

class Progress {
 public:
  /// Called with the stage and the share done in [0, 1]; an empty stage says that none is under way. Calls are serialised.
  using Listener = std::function<void(std::string_view stage, double share)>;

  Progress() = default;
  explicit Progress(Listener listener) : listener_(std::move(listener)) {}

  /// Begins a stage of `total` steps. Throws Interrupted when stop was asked for.
  void begin(std::string stage, std::size_t total);
  /// Reports further steps as done. Throws Interrupted when stop was asked for.
  void advance(std::size_t steps = 1);
  /// Says that no stage is under way any more. Never throws.
  void end();
  /// Safe to call from a signal handler.
  void request_stop() noexcept { stop_ = true; }
  [[nodiscard]] bool stop_requested() const noexcept { return stop_; }

 private:
  void throw_if_stopped() const;

  Listener listener_;
  std::mutex mutex_;
  std::string stage_;
  std::size_t total_ = 0;
  std::size_t done_ = 0;
  std::atomic<bool> stop_ = false;
};

}  // namespace parktwin

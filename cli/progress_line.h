#pragma once
// Progress on stderr: a bar with the remaining time on a terminal, a plain line per finished stage elsewhere. Stages under a second stay
// silent.
#include <chrono>
#include <ostream>
#include <string>

#include "engine/core/progress.h"

namespace parktwin::cli {

class ProgressLine {
 public:
  using Clock = std::chrono::steady_clock;
  /// `now` is replaceable for tests.
  ProgressLine(std::ostream& err, bool terminal, std::function<Clock::time_point()> now = Clock::now);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  [[nodiscard]] Progress::Listener listener();

 private:
  void show(std::string_view stage, double share);
  void draw(double share, double seconds);
  void finish();

  std::ostream& err_;
  bool terminal_;
  std::function<Clock::time_point()> now_;
  std::string stage_;
  Clock::time_point started_;
  Clock::time_point drawn_;
  bool visible_ = false;
};

/// "radio coverage [######----------] 38 %  4 s left"
[[nodiscard]] std::string progress_text(std::string_view stage, double share, double seconds);

}  // namespace parktwin::cli

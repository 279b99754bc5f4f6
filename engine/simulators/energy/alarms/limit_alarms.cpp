#include "engine/simulators/energy/alarms/limit_alarms.h"

#include <cmath>

namespace parktwin::energy::alarms {
namespace {

class Watcher {
 public:
  Watcher(const Watch& watch, const LimitOptions& options, std::vector<Alarm>& found) : watch_(watch), options_(options), found_(found) {}

  void run() {
    for (std::size_t step = 0; step < watch_.values.size(); ++step) look(static_cast<std::int64_t>(step), watch_.values[step]);
    close();
  }

 private:
  void look(std::int64_t step, double value) {
    const bool above = value > watch_.most;
    const bool below = value < watch_.least;
    if (!above && !below) {
      if (open_ && step - current_.last_step >= options_.quiet_steps) close();
      return;
    }
    const Kind kind = above ? watch_.above : watch_.below;
    const double limit = above ? watch_.most : watch_.least;
    if (open_ && current_.kind != kind) close();
    if (!open_) current_ = {kind, watch_.place, step, step, value, limit};
    open_ = true;
    beyond_ += 1;
    current_.last_step = step;
    if (std::abs(value - limit) > std::abs(current_.extreme - limit)) current_.extreme = value;
  }
  void close() {
    if (open_ && beyond_ >= options_.least_steps) found_.push_back(current_);
    open_ = false;
    beyond_ = 0;
  }

  const Watch& watch_;
  const LimitOptions& options_;
  std::vector<Alarm>& found_;
  Alarm current_;
  bool open_ = false;
  std::int64_t beyond_ = 0;
};

}  // namespace

std::vector<Alarm> limit_alarms(const std::vector<Watch>& watches, const LimitOptions& options) {
  std::vector<Alarm> found;
  for (const auto& watch : watches) Watcher(watch, options, found).run();
  return found;
}

}  // namespace parktwin::energy::alarms

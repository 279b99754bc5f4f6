#include "engine/simulators/energy/alarms/abnormal_consumption.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/core/check.h"

namespace parktwin::energy::alarms {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr double normal_scale = 1.4826;  // of the median absolute deviation of a normal distribution
constexpr std::size_t least_values = 3;

double median(std::vector<double>& values) {
  if (values.empty()) return nothing;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  return 0.5 * (*middle + *std::max_element(values.begin(), middle));
}

std::vector<double> expected_of(std::span<const double> kw, std::size_t week, std::size_t weeks) {
  std::vector<double> expected(kw.size(), nothing);
  std::vector<double> around;
  for (std::size_t step = 0; step < kw.size(); ++step) {
    around.clear();
    const std::size_t back = std::min(weeks, step / week);
    for (std::size_t i = step - back * week; i <= step + weeks * week && i < kw.size(); i += week) {
      if (std::isfinite(kw[i])) around.push_back(kw[i]);
    }
    if (around.size() >= least_values) expected[step] = median(around);
  }
  return expected;
}

std::vector<double> scale_of(std::span<const double> kw, const std::vector<double>& expected, std::size_t day) {
  std::vector<double> scale(day, nothing);
  for (std::size_t time = 0; time < day; ++time) {
    std::vector<double> deviations;
    for (std::size_t step = time; step < kw.size(); step += day) {
      if (std::isfinite(kw[step]) && std::isfinite(expected[step])) deviations.push_back(std::abs(kw[step] - expected[step]));
    }
    scale[time] = normal_scale * median(deviations);
  }
  return scale;
}

class Collector {
 public:
  Collector(const std::string& meter, double step_h, const AbnormalOptions& options) : meter_(meter), step_h_(step_h), options_(options) {}

  void deviates(Kind kind, std::size_t step, double value, double expected) {
    const auto now = static_cast<std::int64_t>(step);
    if (open_ && current_.kind == kind && static_cast<double>(now - current_.last_step - 1) * step_h_ <= options_.join_h) {
      current_.last_step = now;
    } else {
      close();
      current_ = {kind, meter_, now, now, value, expected};
      open_ = true;
    }
    if (std::abs(value - expected) <= std::abs(current_.extreme - current_.expected)) return;
    current_.extreme = value;
    current_.expected = expected;
  }
  void close() {
    const double hours = static_cast<double>(current_.last_step - current_.first_step + 1) * step_h_;
    if (open_ && hours >= options_.least_h) found_.push_back(current_);
    open_ = false;
  }
  void stuck(std::size_t first, std::size_t last, double value) {
    found_.push_back({Kind::meter_stuck, meter_, static_cast<std::int64_t>(first), static_cast<std::int64_t>(last), value, value});
  }
  std::vector<Alarm> take() {
    close();
    std::stable_sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.first_step < b.first_step; });
    return std::move(found_);
  }

 private:
  const std::string& meter_;
  double step_h_;
  const AbnormalOptions& options_;
  Alarm current_;
  bool open_ = false;
  std::vector<Alarm> found_;
};

void find_stuck(std::span<const double> kw, double step_h, double stuck_h, Collector& collector) {
  for (std::size_t first = 0; first < kw.size();) {
    std::size_t last = first;
    while (last + 1 < kw.size() && kw[last + 1] == kw[first]) ++last;
    if (kw[first] != 0.0 && static_cast<double>(last - first + 1) * step_h > stuck_h) collector.stuck(first, last, kw[first]);
    first = last + 1;
  }
}

}  // namespace

std::vector<Alarm> abnormal_consumption(std::span<const double> kw, double step_h, const std::string& meter,
                                        const AbnormalOptions& options) {
  const auto day = static_cast<std::size_t>(std::llround(24.0 / step_h));
  PARKTWIN_CHECK(day > 0 && std::abs(static_cast<double>(day) * step_h - 24.0) < 1e-9, "steps divide a day");
  const auto expected = expected_of(kw, 7 * day, static_cast<std::size_t>(options.weeks));
  const auto scale = scale_of(kw, expected, day);
  Collector collector(meter, step_h, options);
  for (std::size_t step = 0; step < kw.size(); ++step) {
    const double deviation = kw[step] - expected[step];
    const double bound = std::max(options.deviations * scale[step % day], options.least_share * std::abs(expected[step]));
    if (!(std::abs(deviation) > bound)) continue;
    collector.deviates(deviation > 0.0 ? Kind::consumption_high : Kind::consumption_low, step, kw[step], expected[step]);
  }
  find_stuck(kw, step_h, options.stuck_h, collector);
  return collector.take();
}

}  // namespace parktwin::energy::alarms

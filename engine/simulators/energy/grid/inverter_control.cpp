#include "engine/simulators/energy/grid/inverter_control.h"

#include <algorithm>
#include <cmath>

namespace parktwin::energy::grid {

double on_curve(const std::vector<CurvePoint>& curve, double at) {
  if (curve.empty()) return 0.0;
  double value = curve.front().value;
  for (std::size_t i = 1; i < curve.size(); ++i) {
    const double slope = (curve[i].value - curve[i - 1].value) / (curve[i].at - curve[i - 1].at);
    value += slope * (std::clamp(at, curve[i - 1].at, curve[i].at) - curve[i - 1].at);
  }
  return value;
}

double slope_on_curve(const std::vector<CurvePoint>& curve, double at) {
  for (std::size_t i = 1; i < curve.size(); ++i) {
    if (at >= curve[i - 1].at && at < curve[i].at) return (curve[i].value - curve[i - 1].value) / (curve[i].at - curve[i - 1].at);
  }
  return 0.0;
}

namespace {

/// cos φ of sign to Q / P: a negative cos φ takes reactive power in.
double ratio_of(double power_factor) {
  const double size = std::min(std::abs(power_factor), 1.0);
  if (size == 0.0) return 0.0;
  return std::copysign(std::sqrt(1.0 - size * size) / size, power_factor);
}

/// Sign changes of cos φ pass through 1, so the curve runs over Q / P of its points, in straight lines of cos φ's distance from 1.
double ratio_by_feed_in(const std::vector<CurvePoint>& curve, double share) {
  std::vector<CurvePoint> distance = curve;
  for (auto& point : distance) point.value = std::copysign(1.0 - std::min(std::abs(point.value), 1.0), point.value);
  const double away = on_curve(distance, share);
  return ratio_of(std::copysign(1.0 - std::abs(away), away));
}

}  // namespace

ReactivePower reactive_power(const InverterControl& control, double rated, double active, double voltage) {
  ReactivePower reactive;
  switch (control.law) {
    case ReactiveLaw::none:
      return reactive;
    case ReactiveLaw::fixed_ratio:
      reactive.value = control.ratio * active;
      break;
    case ReactiveLaw::by_feed_in:
      reactive.value = rated > 0.0 ? active * ratio_by_feed_in(control.curve, active / rated) : 0.0;
      break;
    case ReactiveLaw::by_voltage:
      reactive.value = rated * on_curve(control.curve, voltage);
      reactive.by_voltage = rated * slope_on_curve(control.curve, voltage);
      break;
  }
  const double most = std::sqrt(std::max(rated * rated - active * active, 0.0));
  if (std::abs(reactive.value) > most) return {std::copysign(most, reactive.value), 0.0};
  return reactive;
}

InverterControl voltage_droop(double low, double inner_low, double inner_high, double high, double most_ratio) {
  InverterControl control;
  control.law = ReactiveLaw::by_voltage;
  control.curve = {{low, most_ratio}, {inner_low, 0.0}, {inner_high, 0.0}, {high, -most_ratio}};
  return control;
}

}  // namespace parktwin::energy::grid

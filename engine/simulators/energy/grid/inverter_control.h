#pragma once
// The reactive power of a converter by its characteristic: none, a fixed ratio, by terminal voltage Q(V) or by feed-in cos φ(P), as
// IEC 61850-90-7 (VV and WP modes), VDE-AR-N 4105 and GB/T 19964 know them: straight lines between points, level outside them. Active power
// goes first: reactive power is cut at √(S² − P²).
#include <vector>

namespace parktwin::energy::grid {

enum class ReactiveLaw { none, fixed_ratio, by_voltage, by_feed_in };

struct CurvePoint {
  double at = 0.0;
  double value = 0.0;
};

/// Straight lines between points of rising `at`, level outside.
[[nodiscard]] double on_curve(const std::vector<CurvePoint>& curve, double at);
/// Its slope; at a point, that of the piece to its right.
[[nodiscard]] double slope_on_curve(const std::vector<CurvePoint>& curve, double at);

struct InverterControl {
  ReactiveLaw law = ReactiveLaw::none;
  double ratio = 0.0;             ///< fixed_ratio: Q / P, positive feeds reactive power in
  std::vector<CurvePoint> curve;  ///< by_voltage: per-unit voltage to Q / S; by_feed_in: P / S to cos φ, negative where Q is taken in
};

struct ReactivePower {
  double value = 0.0;
  double by_voltage = 0.0;  ///< derivative by per-unit voltage
};

/// Of an inverter of rated apparent power `rated` that feeds `active` in, both in the same unit, at a per-unit voltage.
[[nodiscard]] ReactivePower reactive_power(const InverterControl& control, double rated, double active, double voltage);

/// The droop most grid codes draw: full reactive power in below `low`, none between the two inner voltages, out above `high`.
[[nodiscard]] InverterControl voltage_droop(double low, double inner_low, double inner_high, double high, double most_ratio);

}  // namespace parktwin::energy::grid

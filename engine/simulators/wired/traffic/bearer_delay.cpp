#include "engine/simulators/wired/traffic/bearer_delay.h"

namespace parktwin::wired::traffic {
namespace {

constexpr double ms = 1e-3;

/// Evenly distributed from 0.
Moments even(double longest_s) { return {longest_s / 2.0, longest_s * longest_s / 12.0}; }

Delay exponential(double mean_s) { return {0.0, {mean_s, mean_s * mean_s}}; }

}  // namespace

Delay bearer_delay(AssetBearer bearer, const Options& options, const CellState& cell, const Moments& queue, double sample_s) {
  switch (bearer) {
    case AssetBearer::wired:
      break;
    case AssetBearer::wifi:
      return exponential(options.wifi_delay_ms * ms);
    case AssetBearer::lte:
      return exponential(options.lte_delay_ms * ms);
    case AssetBearer::other_wireless:
      return exponential(options.other_wireless_delay_ms * ms);
    case AssetBearer::nr: {
      const double period_s = cell.period_ms * ms;
      const double again = options.block_error;
      Delay delay{period_s + cell.slot_ms * ms + sample_s, queue};
      delay.random += even(options.scheduling_request_ms * ms);
      delay.random += even(period_s);
      delay.random += {again * period_s, again * (1.0 - again) * period_s * period_s};
      return delay;
    }
  }
  return {};
}

}  // namespace parktwin::wired::traffic

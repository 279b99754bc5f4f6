#include "engine/simulators/radio/link/signal_quality.h"

#include <cmath>

#include "engine/core/check.h"

namespace parktwin::radio::link {
namespace {

constexpr double subcarriers_per_block = 12.0;

double milliwatts(Dbm level) { return std::pow(10.0, 0.1 * level.value()); }

bool is_share(double value) { return value >= 0.0 && value <= 1.0; }

}  // namespace

SignalQuality signal_quality(Dbm rsrp, double own_load, std::span<const OtherCell> others, Dbm noise, std::int32_t resource_blocks) {
  PARKTWIN_CHECK(resource_blocks > 0 && is_share(own_load), "measured bandwidth must be positive and the load a share");
  const double own_mw = milliwatts(rsrp);
  double disturbance_mw = milliwatts(noise);
  for (const auto& other : others) {
    PARKTWIN_CHECK(is_share(other.load), "a load is a share");
    disturbance_mw += other.load * milliwatts(other.rsrp);
  }
  // TS 38.215 clause 5.1.3: total received power of the measured symbols over N resource blocks.
  const double rssi_mw = subcarriers_per_block * resource_blocks * (own_load * own_mw + disturbance_mw);
  SignalQuality quality;
  quality.rssi = Dbm(10.0 * std::log10(rssi_mw));
  quality.rsrq = Decibel(10.0 * std::log10(resource_blocks * own_mw / rssi_mw));
  quality.sinr = Decibel(10.0 * std::log10(own_mw / disturbance_mw));
  return quality;
}

}  // namespace parktwin::radio::link

#include "engine/simulators/radio/carrier.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace parktwin::radio {
namespace {

struct Entry {
  int bandwidth_mhz;
  int blocks;
};

// TS 38.104 table 5.3.2-1, FR1.
constexpr auto fr1_15_khz = std::to_array<Entry>({{5, 25}, {10, 52}, {15, 79}, {20, 106}, {25, 133}, {30, 160}, {40, 216}, {50, 270}});
constexpr auto fr1_30_khz = std::to_array<Entry>({{5, 11},
                                                  {10, 24},
                                                  {15, 38},
                                                  {20, 51},
                                                  {25, 65},
                                                  {30, 78},
                                                  {40, 106},
                                                  {50, 133},
                                                  {60, 162},
                                                  {70, 189},
                                                  {80, 217},
                                                  {90, 245},
                                                  {100, 273}});
constexpr auto fr1_60_khz = std::to_array<Entry>(
    {{10, 11}, {15, 18}, {20, 24}, {25, 31}, {30, 38}, {40, 51}, {50, 65}, {60, 79}, {70, 93}, {80, 107}, {90, 121}, {100, 135}});
// Table 5.3.2-2, FR2.
constexpr auto fr2_60_khz = std::to_array<Entry>({{50, 66}, {100, 132}, {200, 264}});
constexpr auto fr2_120_khz = std::to_array<Entry>({{50, 32}, {100, 66}, {200, 132}, {400, 264}});

std::span<const Entry> table_for(const Carrier& carrier) {
  const bool fr2 = carrier.frequency >= gigahertz(24.25);
  switch (std::lround(carrier.subcarrier_spacing.value() * 1e-3)) {
    case 15:
      return fr2 ? std::span<const Entry>() : fr1_15_khz;
    case 30:
      return fr2 ? std::span<const Entry>() : fr1_30_khz;
    case 60:
      return fr2 ? std::span<const Entry>(fr2_60_khz) : fr1_60_khz;
    case 120:
      return fr2 ? std::span<const Entry>(fr2_120_khz) : std::span<const Entry>();
    default:
      return {};
  }
}

}  // namespace

Carrier carrier_of(const RadioCell& cell) { return {cell.frequency, cell.bandwidth, cell.subcarrier_spacing}; }

std::optional<std::int32_t> tabulated_resource_blocks(const Carrier& carrier) {
  for (const auto& entry : table_for(carrier)) {
    if (std::abs(carrier.bandwidth.value() - entry.bandwidth_mhz * 1e6) < 1e3) return entry.blocks;
  }
  return std::nullopt;
}

std::int32_t resource_blocks(const Carrier& carrier) {
  const double block_hz = 12.0 * carrier.subcarrier_spacing.value();
  const auto fitting = static_cast<std::int32_t>(0.95 * carrier.bandwidth.value() / block_hz);
  return tabulated_resource_blocks(carrier).value_or(std::max(1, fitting));
}

Dbm power_per_resource_element(Dbm total, const Carrier& carrier) {
  return total - Decibel(10.0 * std::log10(12.0 * resource_blocks(carrier)));
}

double coupling(const Carrier& victim, const Carrier& other) {
  const double low =
      std::max(victim.frequency.value() - victim.bandwidth.value() / 2, other.frequency.value() - other.bandwidth.value() / 2);
  const double high =
      std::min(victim.frequency.value() + victim.bandwidth.value() / 2, other.frequency.value() + other.bandwidth.value() / 2);
  const double covered = std::max(0.0, high - low) / victim.bandwidth.value();
  return covered * (victim.subcarrier_spacing / other.subcarrier_spacing);
}

}  // namespace parktwin::radio

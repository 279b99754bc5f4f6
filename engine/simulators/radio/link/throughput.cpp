#include "engine/simulators/radio/link/throughput.h"

#include <cstddef>

#include "engine/core/check.h"

namespace parktwin::radio::link {
namespace {

constexpr double subcarriers_per_block = 12.0;

bool fills_a_slot(const SpecialSlot& special) {
  return special.down_symbols >= 0 && special.guard_symbols > 0 && special.up_symbols >= 0 &&
         special.down_symbols + special.guard_symbols + special.up_symbols == symbols_per_slot;
}

}  // namespace

std::optional<DuplexPattern> parse_duplex(std::string_view pattern, const SpecialSlot& special) {
  if (pattern == "FDD") return DuplexPattern{};
  if (pattern.empty()) return std::nullopt;
  DuplexPattern parsed{static_cast<std::int32_t>(pattern.size()) * symbols_per_slot, 0, 0};
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char next = pattern[(i + 1) % pattern.size()];
    switch (pattern[i]) {
      case 'D':
        if (next == 'U') return std::nullopt;
        parsed.down_symbols += symbols_per_slot;
        break;
      case 'U':
        parsed.up_symbols += symbols_per_slot;
        break;
      case 'S':
        if (!fills_a_slot(special)) return std::nullopt;
        parsed.down_symbols += special.down_symbols;
        parsed.up_symbols += special.up_symbols;
        break;
      default:
        return std::nullopt;
    }
  }
  return parsed;
}

double overhead(FrequencyRange range, Direction direction) {
  if (range == FrequencyRange::fr1) return direction == Direction::down ? 0.14 : 0.08;
  return direction == Direction::down ? 0.18 : 0.10;
}

MegabitsPerSecond expected_rate(const CarrierLink& link, double efficiency_per_layer) {
  PARKTWIN_CHECK(link.subcarrier_spacing > Hertz(0.0) && link.duplex.symbols > 0, "subcarrier spacing and duplex period must be positive");
  PARKTWIN_CHECK(link.resource_blocks >= 0 && link.layers >= 0 && efficiency_per_layer >= 0.0, "negative resources or efficiency");
  // 1/Ts = 14·2^µ per ms, with 2^µ = spacing / 15 kHz.
  const double symbols_per_second = symbols_per_slot * 1e3 * (link.subcarrier_spacing / Hertz(15e3));
  const double elements_per_second = subcarriers_per_block * link.resource_blocks * symbols_per_second;
  const double usable = (1.0 - overhead(link.range, link.direction)) * link.duplex.share(link.direction);
  return MegabitsPerSecond(1e-6 * link.layers * efficiency_per_layer * link.scaling * elements_per_second * usable);
}

MegabitsPerSecond peak_rate(const CarrierLink& link, std::int32_t modulation_order) {
  return expected_rate(link, modulation_order * highest_code_rate);
}

}  // namespace parktwin::radio::link
